import type { Reference, ReferenceError } from '../reference/types.ts'

/**
 * The kubelet's default at creation (pkg/apis/core/v1/defaults.go): `Always` for the tag `latest`, written or implied
 * (also beside a digest), else `IfNotPresent`.
 */
export function effectivePullPolicy(written: string | undefined, reference: Reference | ReferenceError): string {
  if (written !== undefined && written !== '') return written
  if (reference.kind === 'reference-error') return 'IfNotPresent'
  if (reference.tag === 'latest') return 'Always'
  return reference.tag === null && reference.digest === null ? 'Always' : 'IfNotPresent'
}
