const deepest = 12
const most = 5000

/** Reasons and messages anywhere in a JSON value; undefined where the text is no JSON. */
export function jsonStatements(text: string): readonly string[] | undefined {
  const value = parse(text)
  if (value === undefined) return undefined
  const found: string[] = []
  collect(value, { found, depth: 0 })
  return found.length > 0 ? found : [text]
}

function parse(text: string): unknown {
  if (!/^[[{"]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Walk {
  readonly found: string[]
  readonly depth: number
}

function collect(value: unknown, { found, depth }: Walk): void {
  if (depth > deepest || found.length >= most) return
  if (typeof value === 'string' && depth === 0) found.push(value)
  if (Array.isArray(value)) for (const entry of value) collectEntry(entry, { found, depth: depth + 1 })
  else if (typeof value === 'object' && value !== null) collectObject(value, { found, depth })
}

function collectEntry(entry: unknown, walk: Walk): void {
  if (typeof entry === 'string') walk.found.push(entry)
  else collect(entry, walk)
}

function collectObject(value: object, { found, depth }: Walk): void {
  const fields = new Map<string, unknown>(Object.entries(value))
  const [reason, message] = [fields.get('reason'), fields.get('message')]
  // structured logs of the kubelet name the error `err`
  const text = [reason, message ?? fields.get('err') ?? fields.get('error')].filter(part => typeof part === 'string')
  if (text.length > 0) found.push(text.join(': '))
  for (const inner of fields.values()) collect(inner, { found, depth: depth + 1 })
}
