import type { CheckRequest } from '../config/types.ts'
import type { Source } from '../discover/types.ts'
import type { World } from '../world.ts'
import { createHelm } from './helm.ts'
import { createKustomize } from './kustomize.ts'
import { renderManifests } from './manifests.ts'
import type { Rendered } from './types.ts'

/** What rendering needs of the outside. */
export type RenderWorld = Pick<World, 'files' | 'run' | 'log' | 'scratch' | 'charts'>

/**
 * Turns every source into documents, in the order of the sources. What can't be rendered is a value among them. How
 * many programs run at a time is for `world.run` to limit.
 */
export async function render(
  sources: readonly Source[],
  request: Pick<CheckRequest, 'programs'>,
  world: RenderWorld,
): Promise<readonly Rendered[]> {
  const renderSource = createRenderer(request.programs, world)
  let done = 0
  const renderOne = async (source: Source): Promise<Rendered> => {
    const rendered = await renderSource(source)
    done += 1
    world.log.progress({ stage: 'render', done, total: sources.length, label: source.label })
    return rendered
  }
  return Promise.all(sources.map(renderOne))
}

function createRenderer(programs: CheckRequest['programs'], world: RenderWorld): (source: Source) => Promise<Rendered> {
  const helm = createHelm(programs.helm, world)
  const kustomize = createKustomize(programs.kustomize, world)
  return async source => {
    switch (source.kind) {
      case 'helm':
        return helm(source)
      case 'kustomize':
        return kustomize(source)
      case 'manifests':
        return renderManifests(source, world.files)
      case 'unresolved':
        return { kind: 'skipped', source }
    }
  }
}
