import { parseDocument } from '../extract/document/parse-document.ts'

/**
 * The value of a YAML file with one document, read as helm and kustomize read it; undefined when it does not parse.
 * Depth and what aliases expand to are bounded.
 */
export function loadYaml(text: string): unknown {
  const parsed = parseDocument(text)
  return parsed.kind === 'parsed' && parsed.roots.length === 1 ? parsed.roots[0] : undefined
}

/** Narrows a parsed value to a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The strings of a list; anything else is passed over. */
export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
