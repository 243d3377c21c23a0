import type { ChartOptions } from '../../discover/types.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import type { FieldPath } from '../../extract/types.ts'
import { valueAt } from '../../extract/document/untyped.ts'
import { listPathOf } from './effective-leaves.ts'
import type { Mark } from './mark.ts'
import type { Assignment } from '../value-leaf.ts'

/** A map or list under construction. */
type Branch = Map<string | number, Branch | Leaf>

interface Leaf {
  readonly value: unknown
}

/** What a chart is rendered with to see where its marked values come out. */
export interface MarkedOptions extends Pick<ChartOptions, 'set' | 'setString'> {
  /** A values file, as JSON, to put over all others. */
  readonly values: string
}

/** Puts marks over all other values, those of assignments into the assignments, which helm puts over the files. */
export function markedOptions(marks: readonly Mark[], { set, setString }: ChartOptions): MarkedOptions {
  const ofFiles = marks.filter(({ leaf }) => leaf.assignment === undefined)
  const marked = (list: 'set' | 'setString', texts: readonly string[] = []) =>
    texts.map((text, index) => markedAssignment(text, marks, { list, index }))
  return { values: markedValues(ofFiles), set: marked('set', set), setString: marked('setString', setString) }
}

function markedAssignment(text: string, marks: readonly Mark[], of: Pick<Assignment, 'list' | 'index'>): string {
  const own = marks.flatMap(({ leaf: { assignment: at }, text: marked }) =>
    at?.list === of.list && at.index === of.index ? [{ ...at, marked }] : [],
  )
  return own
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, marked }) => rest.slice(0, start) + marked + rest.slice(end), text)
}

// a list is given whole, since helm replaces lists; Bitnami's charts refuse other registries unless they are told to
// allow them
function markedValues(marks: readonly Mark[]): string {
  const root: Branch = new Map()
  for (const { leaf } of marks) addList(root, leaf)
  for (const { leaf, text } of marks) put(root, leaf.path, { value: text })
  put(root, ['global', 'security', 'allowInsecureImages'], { value: true })
  return JSON.stringify(plainOf(root))
}

function addList(root: Branch, { path, ownPath, file, values }: Mark['leaf']): void {
  const listPath = listPathOf(path)
  if (listPath === undefined || branchAt(root, listPath) !== undefined) return
  const parsed = parseDocument(values ?? file.text)
  const own = values === undefined ? ownPath.slice(0, ownPath.length - (path.length - listPath.length)) : listPath
  const list = parsed.kind === 'parsed' ? valueAt(parsed.roots[0], ...own) : undefined
  for (const [leafPath, value] of leavesOf(list, listPath)) put(root, leafPath, { value })
}

function leavesOf(value: unknown, path: FieldPath): readonly (readonly [FieldPath, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  const children: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value)
  if (children.length === 0) return [[path, value]]
  return children.flatMap(([step, child]) => leavesOf(child, [...path, step]))
}

function branchAt(root: Branch, path: FieldPath): Branch | Leaf | undefined {
  let node: Branch | Leaf | undefined = root
  for (const step of path) node = node instanceof Map ? node.get(step) : undefined
  return node
}

function put(root: Branch, path: FieldPath, leaf: Leaf): void {
  let branch = root
  for (const step of path.slice(0, -1)) {
    const next = branch.get(step)
    const child: Branch = next instanceof Map ? next : new Map()
    branch.set(step, child)
    branch = child
  }
  const last = path.at(-1)
  if (last !== undefined) branch.set(last, leaf)
}

function plainOf(node: Branch | Leaf): unknown {
  if (!(node instanceof Map)) return node.value
  const entries = [...node].map(([step, child]) => [step, plainOf(child)] as const)
  if (entries.every(([step]) => typeof step === 'number') && entries.length > 0)
    return entries.map(([, child]) => child)
  return Object.fromEntries(entries)
}
