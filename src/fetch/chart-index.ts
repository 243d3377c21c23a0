import { parseDocument } from '../extract/document/parse-document.ts'
import { fieldsOf, listOf, textOf, valueAt } from '../extract/document/untyped.ts'

/** One version of a chart in the index of a repository (https://helm.sh/docs/topics/chart_repository). */
export interface IndexedChart {
  readonly version: string
  /** Absolute, or relative to the repository. */
  readonly url: string
  /** The hex digits of the archive's sha256, where the index tells them. */
  readonly sha256?: string | undefined
}

const smallIndex = 4 * 1024 * 1024

/**
 * The versions of a chart in an index; undefined where the text is no index. Of the large ones (20 MB) only the chart's
 * own lines are parsed.
 */
export function indexedVersions(index: string, name: string): readonly IndexedChart[] | undefined {
  const entries = entriesOf(index, name)
  if (entries === undefined) return undefined
  return listOf(valueAt(entries, name)).flatMap(entry => {
    const version = textOf(valueAt(entry, 'version'))
    const url = textOf(listOf(valueAt(entry, 'urls'))[0])
    const sha256 = /^(?:sha256:)?([0-9a-f]{64})$/.exec(textOf(valueAt(entry, 'digest')) ?? '')?.[1]
    return version === undefined || url === undefined ? [] : [{ version, url, sha256 }]
  })
}

function entriesOf(index: string, name: string): unknown {
  const own = isJson(index) ? undefined : ownLines(index, name)
  if (own !== undefined) return valueAt(parse(`entries:\n${own}`), 'entries')
  if (index.length > smallIndex && !isJson(index)) return /^entries:/m.test(index) ? {} : undefined
  const entries = valueAt(parse(index), 'entries')
  return entries === null ? {} : fieldsOf(entries)
}

function isJson(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text)
}

function parse(text: string): unknown {
  const parsed = parseDocument(text)
  return parsed.kind === 'parsed' ? parsed.roots[0] : undefined
}

/** The lines of one entry; helm writes one key a line, and lists at the indentation of their key or deeper. */
function ownLines(index: string, name: string): string | undefined {
  const key = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const begin = new RegExp(String.raw`^( +)(["']?)${key}\2:[ \t]*\r?\n`, 'm').exec(index)
  if (begin === null) return undefined
  const indent = begin[1]?.length ?? 0
  const end = new RegExp(String.raw`^ {0,${indent}}(?![ \-\r\n])`, 'gm')
  end.lastIndex = begin.index + begin[0].length
  return index.slice(begin.index, end.exec(index)?.index ?? index.length)
}
