import type { RenderedSource } from '../render/types.ts'

/** A rendered source for tests: manifests of one file, or what a chart's template became. */
export function renderedFrom(texts: readonly string[], options: { readonly verbatim?: boolean } = {}): RenderedSource {
  const verbatim = options.verbatim ?? true
  return {
    kind: 'rendered',
    source: { kind: 'manifests', id: 's1', path: 'k8s', label: 'k8s', files: ['k8s/app.yaml'] },
    documents: texts.map((text, index) => ({
      text,
      origin: { source: 's1', file: 'k8s/app.yaml', verbatim, index, line: 10 },
    })),
    unreadable: [],
  }
}
