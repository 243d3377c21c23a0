const contents = new WeakMap<Secret, string>();

/** A text that must never be printed: every conversion to text gives `***`; only `reveal()` gives the content. */
export class Secret {
  constructor(content: string) {
    contents.set(this, content);
  }

  /** The content itself, for the one place that sends it. */
  reveal(): string {
    return contents.get(this) ?? "";
  }

  toString(): string {
    return "***";
  }

  toJSON(): string {
    return "***";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "***";
  }
}
