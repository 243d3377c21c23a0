const contents = new WeakMap<Secret, string>()
const numbers = new Map<string, number>()

/** A text that must never be printed: every conversion to text gives `***`; only `reveal()` gives the content. */
export class Secret {
  constructor(content: string) {
    contents.set(this, content)
  }

  /** The content itself, for the one place that sends it. */
  reveal(): string {
    return contents.get(this) ?? ''
  }

  /** Equal for equal contents within this process, and worthless outside it. */
  fingerprint(): string {
    const content = this.reveal()
    const number = numbers.get(content) ?? numbers.size
    numbers.set(content, number)
    return String(number)
  }

  toString(): string {
    return '***'
  }

  toJSON(): string {
    return '***'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***'
  }
}
