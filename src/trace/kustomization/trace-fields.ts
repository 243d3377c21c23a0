import type { KustomizeSource } from '../../discover/types.ts'
import { objectsIn } from '../../extract/document/kubernetes-objects.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import { textOf, valueAt } from '../../extract/document/untyped.ts'
import { nameOf } from '../../extract/pods/workload.ts'
import type { FieldPath } from '../../extract/types.ts'
import type { Document } from '../../render/types.ts'
import { leafLocation } from '../chart/traced-location.ts'
import type { BuiltObject, ValueLeaf } from '../value-leaf.ts'
import { nestedScalars } from '../text/nested-scalars.ts'
import { scalarsBelow } from '../text/scalars-below.ts'
import type { TextFile } from '../text/text-file.ts'
import type { Location } from '../types.ts'
import { type KustomizationFile, kustomizationFiles } from './kustomization-files.ts'
import { kustomizationLeaves } from './kustomization-leaves.ts'
import { kustomizedPieces, type Markable } from './kustomization-marks.ts'
import { markedCopy } from './marked-copy.ts'
import type { KustomizationTracer } from './trace-kustomization.ts'

/** A text in an object that a kustomization gives. */
export interface BuiltField {
  readonly object: BuiltObject
  /** Where a step leads into a text, that is YAML itself. */
  readonly path: FieldPath
  readonly value: string
}

type FieldsTracer = Pick<KustomizationTracer, 'build' | 'files' | 'texts'>

/**
 * Finds where texts of objects are written that kustomizations give: each kustomization is built once more, with marks in
 * copies of its files. What this can't prove is absent.
 */
export async function traceFields(
  fields: readonly BuiltField[],
  tracer: FieldsTracer,
): Promise<ReadonlyMap<BuiltField, Location>> {
  const folders = [...Map.groupBy(fields, ({ object }) => object.folder)]
  const found = await Promise.all(folders.map(([folder, own]) => traceIn(folder, own, tracer)))
  return new Map(found.flat())
}

async function traceIn(
  folder: string,
  fields: readonly BuiltField[],
  { build, files, texts }: FieldsTracer,
): Promise<readonly (readonly [BuiltField, Location])[]> {
  const read = await kustomizationFiles(folder, { files, texts })
  const leaves = read?.flatMap(leavesOf) ?? []
  const marks = marksFor(fields, leaves)
  if (read === undefined || marks.length === 0) return []
  const source: KustomizeSource = { kind: 'kustomize', id: folder, path: folder, label: folder }
  const rendered = await build(source, markedCopy(read, leaves, marks))
  const documents = rendered.kind === 'rendered' ? rendered.documents : []
  return fields.flatMap(field => {
    const location = placeOf(field, documents, marks)
    return location === undefined ? [] : [[field, location] as const]
  })
}

function leavesOf(read: KustomizationFile): readonly ValueLeaf[] {
  return [...kustomizationLeaves(read), ...(read.isKustomization ? [] : valuesIn(read.file))]
}

// the values that a ConfigMap or Secret holds as text
function valuesIn(file: TextFile): readonly ValueLeaf[] {
  const texts = file.roots.flatMap(scalarsBelow).filter(({ path }) => /^(?:data|stringData)$/.test(String(path[0])))
  return texts.flatMap(({ node: text, path }) =>
    nestedScalars(file.text, text).map(({ node, path: below }) => {
      const own = [...path, ...below]
      return { file, node, path: own, ownPath: own }
    }),
  )
}

function marksFor(fields: readonly BuiltField[], leaves: readonly ValueLeaf[]): readonly Markable[] {
  const wanted = new Set(fields.flatMap(({ path, value }) => [keyOf(path.at(-1), value), keyOf('value', value)]))
  const own = leaves.filter(({ path, node }) => node.value !== '' && wanted.has(keyOf(path.at(-1), node.value)))
  const byPlace = new Map(own.map(leaf => [`${leaf.file.path}:${leaf.node.start}`, leaf]))
  return [...byPlace.values()].map(leaf => ({ leaf, start: 0, end: leaf.node.value.length, sign: '-' }))
}

function keyOf(step: string | number | undefined, value: string): string {
  return JSON.stringify([step, value])
}

function placeOf(
  { object, path, value }: BuiltField,
  documents: readonly Document[],
  marks: readonly Markable[],
): Location | undefined {
  const bodies = documents.filter(({ text }) => text.includes(object.name)).flatMap(objectsOf)
  const [body, another] = bodies.filter(({ kind, name }) => kind === object.kind && name === object.name)
  const marked = another === undefined ? textAt(body?.body, path) : undefined
  const [piece, more] = (marked !== undefined && kustomizedPieces(marked, value, marks)) || []
  const isWhole = piece?.start === 0 && piece.end === value.length && more === undefined
  return isWhole ? leafLocation(piece.leaf) : undefined
}

function objectsOf({ text }: Document): readonly { kind: string; name: string; body: unknown }[] {
  const parsed = parseDocument(text)
  const objects = parsed.kind === 'parsed' ? parsed.roots.flatMap(objectsIn) : []
  return objects.map(({ kind, body }) => ({ kind, name: nameOf(body), body }))
}

function textAt(value: unknown, path: FieldPath): string | undefined {
  const above = path.findIndex((_, at) => typeof valueAt(value, ...path.slice(0, at)) === 'string')
  const text = textOf(valueAt(value, ...path.slice(0, above === -1 ? path.length : above)))
  if (above === -1 || text === undefined) return text
  const parsed = parseDocument(text)
  return parsed.kind === 'parsed' ? textOf(valueAt(parsed.roots[0], ...path.slice(above))) : undefined
}
