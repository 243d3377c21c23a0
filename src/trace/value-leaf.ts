import type { FieldPath } from '../extract/types.ts'
import { scalarsBelow } from './text/scalars-below.ts'
import type { Span } from './text/span.ts'
import type { TextFile } from './text/text-file.ts'
import type { ScalarNode } from './text/yaml-tree.ts'

/** A scalar of a chart's values. */
export interface ValueLeaf {
  readonly file: TextFile
  readonly node: ScalarNode
  /** As the chart on top sees it: a subchart's own values stand below the subchart's name. */
  readonly path: FieldPath
  /** As it stands in the file. */
  readonly ownPath: FieldPath
  /** What is known of its place, where it is none in the file. */
  readonly elsewhere?: Elsewhere | undefined
  /** The values that helm was given, where they are only a part of the file; then `path` leads to it in them. */
  readonly values?: string | undefined
  /** The piece of an assignment that gives it. */
  readonly assignment?: Assignment | undefined
  /** Which of the values it belongs to: later ones win. */
  readonly layer?: number | undefined
}

/** Where a value comes from that isn't simply written in a file. */
export type Elsewhere =
  | { readonly kind: 'call'; readonly setBy: string }
  /** In an object that a kustomization gives. */
  | { readonly kind: 'built'; readonly object: BuiltObject; readonly path: FieldPath }
  | { readonly kind: 'unknown'; readonly file: string | undefined }

/** An object in the output of a kustomization. */
export interface BuiltObject {
  /** The kustomization's folder. */
  readonly folder: string
  readonly kind: string
  readonly name: string
}

/** A span of one item of the options `set` or `setString`. */
export interface Assignment extends Span {
  readonly list: 'set' | 'setString'
  readonly index: number
}

/** The scalars of a values file, whose values stand below `prefix` for the chart on top. */
export function valueLeaves(file: TextFile, prefix: FieldPath): readonly ValueLeaf[] {
  if (file.root === undefined) return []
  return scalarsBelow(file.root).map(({ node, path }) => ({ file, node, path: pathOnTop(prefix, path), ownPath: path }))
}

// globals are shared: every chart sees them at the same place
function pathOnTop(prefix: FieldPath, ownPath: FieldPath): FieldPath {
  return ownPath[0] === 'global' ? ownPath : [...prefix, ...ownPath]
}
