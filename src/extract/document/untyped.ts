/** A map of a manifest, whose values may be anything. */
export type Fields = Readonly<Record<string, unknown>>

/** The value as a map; undefined for lists, scalars and null. */
export function fieldsOf(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined
}

/** The value as a list; empty where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value as text; undefined where the API would refuse it as a string. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The value below nested keys; own properties only, so that a key `constructor` finds nothing of JavaScript's. */
export function valueAt(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(childOf, value)
}

/** The entries of a map whose values are text. */
export function textEntriesOf(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(fieldsOf(value) ?? {})
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

function childOf(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
