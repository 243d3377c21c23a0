import type { KustomizeSource } from '../../discover/types.ts'
import type { World } from '../../world.ts'
import type { BuildKustomization, Built } from './build-kustomization.ts'
import { kustomizeReuse } from './kustomize-reuse.ts'
import { splitDocuments } from '../split.ts'
import type { Rendered, SkippedSource } from '../types.ts'

/** Renders kustomizations; what two sources have in common is built once. */
export function createKustomize(
  build: BuildKustomization,
  { files }: Pick<World, 'files'>,
): (source: KustomizeSource) => Promise<Rendered> {
  const builds = new Map<string, Promise<Built>>()
  const start = async ({ path, loadsAnywhere }: KustomizeSource) =>
    build(files.native(path), { reuse: await kustomizeReuse(path, files, loadsAnywhere), loadsAnywhere })
  return async source => {
    const key = JSON.stringify([source.path, source.loadsAnywhere])
    const building = builds.get(key) ?? start(source)
    builds.set(key, building)
    const built = await building
    if (built.kind === 'no-program') return withoutKustomize(source)
    const { renderer, output } = built
    if (output.kind === 'failed') return { kind: 'failed', source, renderer, failure: output.failure }
    const documents = splitDocuments(output.text).map(({ text, line }, index) => ({
      text,
      origin: { source: source.id, verbatim: false, index, line },
    }))
    return { kind: 'rendered', source, renderer, documents, unreadable: [] }
  }
}

/** What becomes of a source where no program builds it. */
export function withoutKustomize({ id, path, label }: Pick<KustomizeSource, 'id' | 'path' | 'label'>): SkippedSource {
  const detail = 'neither kustomize nor kubectl is on the PATH'
  return {
    kind: 'skipped',
    source: { kind: 'unresolved', of: 'kustomize', why: 'no-program', detail, id, path, label },
  }
}
