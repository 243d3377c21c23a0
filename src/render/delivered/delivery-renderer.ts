import type { CheckRequest } from '../../config/types.ts'
import type { DeliveredSource, ManifestSource, RenderableSource } from '../../discover/types.ts'
import { createBuildKustomization } from '../kustomize/build-kustomization.ts'
import { renderManifests } from '../manifests.ts'
import { createRenderable, type RenderWorld } from '../render.ts'
import type { Rendered } from '../types.ts'
import { deliver } from './deliver.ts'

/** Renders deliveries once more, for whoever wants to see what other texts in them change. */
export interface DeliveryRenderer {
  /** `render`: how what is delivered is rendered; default as ever. */
  readonly deliver: (
    source: DeliveredSource,
    render?: (inner: RenderableSource) => Promise<Rendered>,
  ) => Promise<Rendered>
  /** Reads manifests with other texts in the place of files: by root-relative path. */
  readonly readCopy: (source: ManifestSource, copy: ReadonlyMap<string, string>) => Promise<Rendered>
}

export function deliveryRenderer(
  request: Pick<CheckRequest, 'programs' | 'offline'>,
  world: RenderWorld,
): DeliveryRenderer {
  const build = createBuildKustomization(request.programs.kustomize, world)
  const renderable = createRenderable(request, world, build)
  return {
    deliver: (source, render = renderable) => deliver(source, { render, build, world }),
    readCopy: async (source, copy) => {
      const read: typeof world.files.read = async (path, limit) => {
        const text = copy.get(path)
        return text === undefined ? world.files.read(path, limit) : { kind: 'text', text }
      }
      return renderManifests(source, { ...world.files, read })
    },
  }
}
