import type { FieldPath } from '../types.ts'
import { type Fields, fieldsOf, listOf, textOf, valueAt } from './untyped.ts'

/** One object of a document; `path` leads to it from the document's root. */
export interface KubernetesObject {
  readonly apiVersion: string
  /** Group of `apiVersion`; empty for the core group. */
  readonly group: string
  readonly kind: string
  readonly body: Fields
  readonly path: FieldPath
}

interface Inherited {
  readonly apiVersion: string
  readonly kind: string
}

/** The objects of a parsed document, those of a `List` or `<Kind>List` in its place. */
export function objectsIn(root: unknown): readonly KubernetesObject[] {
  return expand(root, [], undefined)
}

/** The group of an `apiVersion`: `apps` of `apps/v1`, nothing of `v1`. */
function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash === -1 ? '' : apiVersion.slice(0, slash)
}

function expand(value: unknown, path: FieldPath, inherited: Inherited | undefined): readonly KubernetesObject[] {
  const body = fieldsOf(value)
  if (body === undefined) return []
  const kind = textOf(valueAt(body, 'kind')) ?? inherited?.kind ?? ''
  const apiVersion = textOf(valueAt(body, 'apiVersion')) ?? inherited?.apiVersion ?? ''
  if (kind === '' || apiVersion === '') return []
  if (!isList(kind, body)) return [{ apiVersion, group: groupOf(apiVersion), kind, body, path }]
  const ofItems = kind === 'List' ? undefined : { apiVersion, kind: kind.slice(0, -'List'.length) }
  return listOf(valueAt(body, 'items')).flatMap((item, index) => expand(item, [...path, 'items', index], ofItems))
}

function isList(kind: string, body: Fields): boolean {
  return kind.endsWith('List') && Array.isArray(valueAt(body, 'items'))
}
