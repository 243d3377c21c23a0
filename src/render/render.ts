import type { CheckRequest } from '../config/types.ts'
import type { RenderableSource, Source } from '../discover/types.ts'
import { noCharts } from '../fetch/no-charts.ts'
import type { World } from '../world.ts'
import { createBuildKustomization } from './kustomize/build-kustomization.ts'
import type { BuildKustomization } from './kustomize/build-kustomization.ts'
import { deliver } from './delivered/deliver.ts'
import { createHelm } from './helm/helm.ts'
import { createKustomize } from './kustomize/kustomize.ts'
import { renderManifests } from './manifests.ts'
import { renderDelivered } from './delivered/render-delivered.ts'
import type { FollowDeliveries } from './delivered/render-delivered.ts'
import type { Rendered } from './types.ts'

/** What rendering needs of the outside. */
export type RenderWorld = Pick<World, 'files' | 'git' | 'run' | 'log' | 'scratch' | 'charts'>

type RenderRequest = Pick<CheckRequest, 'programs' | 'offline'>

/**
 * Turns every source into documents, in the order of the sources, and then what the objects of Argo CD and Flux among
 * them apply. What can't be rendered is a value among them. How many programs run at a time is for `world.run` to limit.
 */
export async function render(
  sources: readonly Source[],
  request: RenderRequest,
  { isWanted, ...world }: RenderWorld & Pick<FollowDeliveries, 'isWanted'>,
): Promise<readonly Rendered[]> {
  const renderSource = createRenderer(request, world)
  let done = 0
  let total = sources.length
  const renderOne = async (source: Source): Promise<Rendered> => {
    const rendered = await renderSource(source)
    done += 1
    world.log.progress({ stage: 'render', done, total: Math.max(total, done), label: source.label })
    return rendered
  }
  const plain = await Promise.all(sources.map(renderOne))
  const render = async (source: Source): Promise<Rendered> => {
    total += 1
    return renderOne(source)
  }
  return renderDelivered(plain, { render, isWanted, world })
}

function createRenderer(request: RenderRequest, world: RenderWorld): (source: Source) => Promise<Rendered> {
  const build = createBuildKustomization(request.programs.kustomize, world)
  const renderable = createRenderable(request, world, build)
  return async source => {
    switch (source.kind) {
      case 'helm':
      case 'kustomize':
      case 'manifests':
        return renderable(source)
      case 'argocd':
      case 'flux':
        return deliver(source, { render: renderable, build, world })
      case 'unresolved':
        return { kind: 'skipped', source }
    }
  }
}

/** Renders what needs no look at what delivers it. */
export function createRenderable(
  { programs, offline }: RenderRequest,
  world: RenderWorld,
  build: BuildKustomization,
): (source: RenderableSource) => Promise<Rendered> {
  const helm = createHelm(programs.helm, offline ? { ...world, charts: noCharts } : world)
  const kustomize = createKustomize(build, world)
  return async source => {
    switch (source.kind) {
      case 'helm':
        return helm(source)
      case 'kustomize':
        return kustomize(source)
      case 'manifests':
        return renderManifests(source, world.files)
    }
  }
}
