import type { Rendered } from '../types.ts'

/**
 * The sources that nothing else applies: a kustomization or a manifest that Argo CD or Flux applies is checked as they
 * apply it. Charts stay: what they render to depends on their values.
 */
export function withoutClaimed(plain: readonly Rendered[], delivered: readonly Rendered[]): readonly Rendered[] {
  const kustomizations = new Set<string>()
  const files = new Set<string>()
  const gaps = new Set<string>()
  for (const { source } of delivered) {
    if (source.kind === 'unresolved' && source.standsFor !== undefined) gaps.add(source.standsFor)
    if (!('inner' in source)) continue
    if (source.inner.kind === 'kustomize') kustomizations.add(source.inner.path)
    if (source.inner.kind === 'manifests') source.inner.files.forEach(file => files.add(file))
  }
  const isNamed = ({ source }: Rendered): boolean => source.kind === 'unresolved' && gaps.has(source.id)
  return plain.flatMap(rendered => (isNamed(rendered) ? [] : rest(rendered, kustomizations, files)))
}

function rest(
  rendered: Rendered,
  kustomizations: ReadonlySet<string>,
  files: ReadonlySet<string>,
): readonly Rendered[] {
  const { source } = rendered
  if (source.kind === 'kustomize' && kustomizations.has(source.path)) return []
  if (source.kind !== 'manifests' || rendered.kind !== 'rendered') return [rendered]
  const documents = rendered.documents.filter(({ origin }) => !files.has(origin.file ?? ''))
  const unreadable = rendered.unreadable.filter(({ file }) => !files.has(file))
  const isWhole = documents.length === rendered.documents.length && unreadable.length === rendered.unreadable.length
  if (isWhole) return [rendered]
  const isEmpty = documents.length === 0 && unreadable.length === 0
  return isEmpty ? [] : [{ ...rendered, documents, unreadable }]
}
