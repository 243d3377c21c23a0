import { readPatch } from './patch.ts'
import type { FileChange } from '../types.ts'

/**
 * Reads what `git diff --unified=0 --no-color --no-ext-diff --find-renames --src-prefix=a/ --dst-prefix=b/` prints.
 * By path in the new commit; removed files by the old one. Names are read between the hunks only, since a changed line
 * may look like a header.
 */
export function readDiff(diff: string): ReadonlyMap<string, FileChange> {
  const files = new Map<string, FileChange>()
  for (const section of sectionsOf(diff)) {
    const change = readSection(section)
    if (change) files.set(change.path, change.change)
  }
  return files
}

/** The hunks of each file in such a diff, by its path in the new state. A file that is only in the old one is left out. */
export function readPatches(diff: string): ReadonlyMap<string, string> {
  const patches = sectionsOf(diff).flatMap(({ header, hunks }) => {
    const path = fieldOf(header, '+++ ')
    return path?.startsWith('b/') === true ? [[path.slice(2), hunks] as const] : []
  })
  return new Map(patches)
}

interface Section {
  readonly header: readonly string[]
  readonly hunks: string
}

/** Line feeds alone end a line of a diff. Content begins with a blank, `+`, `-` or `\`, so a line that begins with `diff --git ` is never content. */
function sectionsOf(diff: string): readonly Section[] {
  return diff.split(/(?<=\n)(?=diff --git )/).flatMap(text => {
    if (!text.startsWith('diff --git ')) return []
    const at = text.indexOf('\n@@ ') + 1
    const header = (at === 0 ? text : text.slice(0, at)).split('\n')
    return [{ header, hunks: at === 0 ? '' : text.slice(at) }]
  })
}

function readSection(section: Section): { path: string; change: FileChange } | undefined {
  const field = (name: string) => fieldOf(section.header, name)
  const oldPath = field('rename from ') ?? withoutPrefix(field('--- '), 'a/')
  const newPath = field('rename to ') ?? withoutPrefix(field('+++ '), 'b/')
  if (newPath === undefined && oldPath !== undefined) return { path: oldPath, change: { kind: 'removed' } }
  if (newPath !== undefined) {
    const previousPath = field('rename from ')
    return { path: newPath, change: { kind: 'lines', previousPath, ...readPatch(section.hunks) } }
  }
  return readBareSection(section.header)
}

function fieldOf(header: readonly string[], name: string): string | undefined {
  const line = header.find(text => text.startsWith(name))
  return line === undefined ? undefined : unquote(line.slice(name.length).replace(/\t$/, ''))
}

/** Neither lines nor names: an empty or binary file, or a change of its mode. Both names are then the same. */
function readBareSection(header: readonly string[]): { path: string; change: FileChange } | undefined {
  const names = header[0]?.slice('diff --git '.length) ?? ''
  const half = names.slice(0, (names.length - 1) / 2)
  const path = withoutPrefix(unquote(half), 'a/')
  if (path === undefined) return undefined
  const removed = header.some(line => line.startsWith('deleted file mode '))
  return { path, change: removed ? { kind: 'removed' } : { kind: 'unknown' } }
}

function withoutPrefix(path: string | undefined, prefix: string): string | undefined {
  return path?.startsWith(prefix) ? path.slice(prefix.length) : undefined
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 }

/** Undoes git's C-style quoting of names with unusual bytes (git-config: core.quotePath). */
function unquote(name: string): string {
  if (!name.startsWith('"')) return name
  const bytes: number[] = []
  for (const [piece] of name.slice(1, -1).matchAll(/\\[0-7]{3}|\\.|[^\\]/gsu)) {
    if (!piece.startsWith('\\')) bytes.push(...new TextEncoder().encode(piece))
    else bytes.push(escapes[piece.slice(1)] ?? Number.parseInt(piece.slice(1), 8))
  }
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
