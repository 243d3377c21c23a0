import { boolYaml11Tag, constructFromEvents, CORE_SCHEMA, mergeTag, YAMLException } from 'js-yaml'
import { expandedSize } from './expanded-size.ts'
import { lenientEvents } from './lenient-events.ts'
import { withPlainBreaks } from './line-breaks.ts'

/** A document as data, or why it is none. `line` and `column` are 1-based within the document's text. */
export type ParsedDocument =
  | { readonly kind: 'parsed'; readonly roots: readonly unknown[] }
  | {
      readonly kind: 'malformed'
      readonly detail: string
      readonly line: number
      readonly column?: number | undefined
    }

// YAML as kubectl and helm read it (sigs.k8s.io/yaml): merge keys, `yes` and `on` as booleans, timestamps as text
const schema = CORE_SCHEMA.withTags(mergeTag, boolYaml11Tag)

// go-yaml refuses excessive aliasing from about this many nodes on
const smallestBomb = 200_000

/**
 * Parses one document; never throws. Of duplicate keys the last counts, as it does for kubectl and helm. Unknown tags
 * are refused.
 */
export function parseDocument(text: string): ParsedDocument {
  try {
    return bounded(isJson(text) ? parseJson(text) : parseYaml(text), text)
  } catch (error) {
    return malformed(error, text)
  }
}

const longestDetail = 200

function isJson(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text)
}

function parseJson(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text.replace(/^\uFEFF/, ''))]
  } catch {
    return parseYaml(text)
  }
}

function parseYaml(text: string): readonly unknown[] {
  const { source, events } = lenientEvents(text)
  return constructFromEvents(events, { source, schema, json: true })
}

function bounded(roots: readonly unknown[], text: string): ParsedDocument {
  const size = expandedSize(roots)
  if (size <= Math.max(smallestBomb, text.length)) return { kind: 'parsed', roots }
  const detail = size === Infinity ? 'nested without end or too deeply' : 'aliases repeat too much'
  return { kind: 'malformed', detail, line: 1 }
}

function malformed(error: unknown, text: string): ParsedDocument {
  if (!(error instanceof YAMLException)) return { kind: 'malformed', detail: 'no YAML', line: 1 }
  const { mark } = error
  const reason = error.reason.slice(0, longestDetail)
  if (reason.includes('complex keys')) return unrendered(text)
  // other breaks of lines are counted as lines by the parser alone
  if (mark === undefined || withPlainBreaks(text) !== text) return { kind: 'malformed', detail: reason, line: 1 }
  return { kind: 'malformed', detail: reason, line: mark.line + 1, column: mark.column + 1 }
}

// `{{ x }}` is a map as the key of a map; the parser tells no place for that
function unrendered(text: string): ParsedDocument {
  const before = text.slice(0, Math.max(text.search(/\{\s*\{/), 0)).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return { kind: 'malformed', detail: 'a map as a key, as in a template', line: before.length, column }
}
