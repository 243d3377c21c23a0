import type { Source } from '../discover/types.ts'

/** Where an object lands: as written, else the release's namespace, else kubectl's default. */
export function effectiveNamespace(written: string | undefined, source: Source | undefined): string {
  if (written !== undefined && written !== '') return written
  if (source?.kind === 'helm') return source.options.namespace
  return (source !== undefined && 'inner' in source ? source.namespace : undefined) ?? 'default'
}
