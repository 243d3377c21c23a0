import { CORE_SCHEMA, load, mergeTag } from 'js-yaml'

const schema = CORE_SCHEMA.withTags(mergeTag)

/** The value of a small YAML file with one document; undefined when it does not parse. Depth and aliases are bounded. */
export function loadYaml(text: string): unknown {
  try {
    return load(text, { schema, json: true, maxDepth: 50, maxAliases: 100 })
  } catch {
    return undefined
  }
}

/** Narrows a parsed value to a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The strings of a list; anything else is passed over. */
export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
