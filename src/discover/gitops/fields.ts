import { fieldsOf, listOf, textEntriesOf, valueAt } from '../../extract/document/untyped.ts'
import type { Fields } from '../../extract/document/untyped.ts'

/** The text at a path; numbers and booleans as YAML writes them. */
export function stringAt(value: unknown, ...keys: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...keys)
  if (typeof found === 'number' || typeof found === 'boolean') return String(found)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** The maps of the list at a path. */
export function mapsAt(value: unknown, ...keys: readonly string[]): readonly Fields[] {
  return listOf(valueAt(value, ...keys))
    .map(fieldsOf)
    .filter(item => item !== undefined)
}

/** The texts of the list at a path. */
export function stringsAt(value: unknown, ...keys: readonly string[]): readonly string[] {
  return listOf(valueAt(value, ...keys)).filter(item => typeof item === 'string')
}

/** The map of texts at a path, numbers and booleans as YAML writes them. */
export function stringMapAt(value: unknown, ...keys: readonly string[]): Readonly<Record<string, string>> {
  const entries = Object.entries(fieldsOf(valueAt(value, ...keys)) ?? {})
  return textEntriesOf(Object.fromEntries(entries.map(([key, item]) => [key, stringAt({ item }, 'item') ?? item])))
}

/** One map of several; of equal keys the last counts. */
export function mergedFields<Value>(maps: readonly Readonly<Record<string, Value>>[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(maps.flatMap(map => Object.entries(map)))
}

/** A field with a list; none where the list is empty. */
export function listed(key: string, items: readonly unknown[]): Fields {
  return items.length === 0 ? {} : { [key]: items }
}

/** Those of the fields that are there, as they are. */
export function pick(value: unknown, keys: readonly string[]): Fields {
  const entries = keys.map(key => [key, valueAt(value, key)] as const)
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined && item !== null && item !== ''))
}
