import type { Source } from '../discover/types.ts'
import type { Inventory, Use } from '../extract/types.ts'
import type { Judgement } from '../judge/types.ts'
import type { Rendered } from '../render/types.ts'
import type { World } from '../world.ts'
import { ChartLocations } from './chart-location.ts'
import { kustomizationLocation } from './kustomization-location.ts'
import { ManifestLocations } from './manifest-location.ts'
import { type Part, partsOf } from './part.ts'
import { TextFiles } from './text-file.ts'
import type { Location } from './types.ts'

/** What was found before tracing. */
export interface LocateRequest {
  readonly inventory: Pick<Inventory, 'uses'>
  readonly judgement: Pick<Judgement, 'findings'>
  readonly rendered: readonly Pick<Rendered, 'source'>[]
}

/** The places to edit for each use, by its id: the main one first. */
export interface UseLocations {
  readonly uses: ReadonlyMap<string, readonly Location[]>
}

/** Finds the place to edit for each use, as far as reading files alone can tell; nothing is rendered. */
export async function locate(
  { inventory, judgement, rendered }: LocateRequest,
  world: Pick<World, 'files'>,
): Promise<UseLocations> {
  const sources = new Map(rendered.map(({ source }) => [source.id, source]))
  const parts = partsOf(judgement.findings)
  const places = createPlaces(world.files)
  const uses = new Map<string, readonly Location[]>()
  for (const use of inventory.uses) {
    uses.set(use.id, [await places(use, sources.get(use.source), parts.get(use.id) ?? 'tag')])
  }
  return { uses }
}

type Places = (use: Use, source: Source | undefined, part: Part) => Location | Promise<Location>

function createPlaces(files: World['files']): Places {
  const texts = new TextFiles(files)
  const manifests = new ManifestLocations()
  const charts = new ChartLocations(texts)
  return (use, source, part) => {
    if (use.document.origin.verbatim) return manifests.locate(use)
    if (source?.kind === 'helm') return charts.locate(use, source, part)
    if (source?.kind === 'kustomize') return kustomizationLocation(source, texts)
    return { file: use.document.origin.file ?? source?.path ?? use.source, confidence: 'file' }
  }
}
