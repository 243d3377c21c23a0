import type { KubernetesObject } from '../document/kubernetes-objects.ts'
import type { Workload } from '../types.ts'
import { textOf, valueAt } from '../document/untyped.ts'

/** The object that a use belongs to, as a person names it. */
export function workloadOf({ apiVersion, kind, body }: KubernetesObject): Workload {
  return { apiVersion, kind, namespace: namespaceOf(body), name: nameOf(body), hooks: hooksOf(body) }
}

/** `metadata.name`; the prefix where the API makes the rest of the name. */
export function nameOf(body: unknown): string {
  return scalarText(valueAt(body, 'metadata', 'name')) ?? scalarText(valueAt(body, 'metadata', 'generateName')) ?? ''
}

/** `metadata.namespace`; undefined where it is not written or empty. */
export function namespaceOf(body: unknown): string | undefined {
  return scalarText(valueAt(body, 'metadata', 'namespace'))
}

function hooksOf(body: unknown): readonly string[] {
  const hooks = textOf(valueAt(body, 'metadata', 'annotations', 'helm.sh/hook')) ?? ''
  return hooks.split(',').flatMap(hook => hook.trim() || [])
}

function scalarText(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value)
  return text === '' ? undefined : text
}
