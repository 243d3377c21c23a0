/** Reading objects of the API server without trusting their shape: what is not there, or is something else, is absent. */
export type Fields = Readonly<Record<string, unknown>>

const none: Fields = {}

/** An object's fields; none where it is no object. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : none
}

/** The value at a path of keys. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isFields(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  )
}

/** A text at a path; empty where there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : ''
}

/** A number at a path. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' ? found : undefined
}

/** A text or a number at a path, as text; both may stand where the API says `IntOrString`. */
export function wordAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path)
  return typeof found === 'number' ? String(found) : typeof found === 'string' ? found : ''
}

/** A list at a path; empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found: unknown = at(value, ...path)
  return Array.isArray(found) ? found : []
}

/** A moment at a path, in milliseconds since the epoch. */
export function momentAt(value: unknown, ...path: readonly string[]): number | undefined {
  const text = textAt(value, ...path)
  const moment = text === '' ? Number.NaN : Date.parse(text)
  return Number.isNaN(moment) ? undefined : moment
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
