import { accessIn, leaningSources } from './compare/access.ts'
import type { Access, ChangedAccess } from './compare/access.ts'
import type { CheckRequest } from './config/types.ts'
import { touchedSources } from './discover/changed/touched.ts'
import type { Scope } from './discover/changed/touched.ts'
import { mayDeliver } from './discover/gitops/may-deliver.ts'
import type { Source } from './discover/types.ts'
import { resourcesWith } from './extract/custom-resources/table.ts'
import { extract } from './extract/extract.ts'
import { inventoryOf } from './extract/inventory-of.ts'
import { leansOnOthers } from './extract/secrets/leans-on-others.ts'
import type { Inventory } from './extract/types.ts'
import { render } from './render/render.ts'
import type { Rendered } from './render/types.ts'
import type { World } from './world.ts'

/** What the sources of one state hold. */
export interface ReadSources {
  readonly rendered: readonly Rendered[]
  readonly inventory: Inventory
  /** Sources that the change does not reach. */
  readonly untouched: readonly Source[]
  /** All sources that objects of the inventory come from. */
  readonly known: readonly Source[]
}

/** What a change reaches. */
export interface Reach {
  /** Root-relative; both names of what moved. */
  readonly paths: readonly string[]
  /** The secrets and accounts that differ, given what the touched sources hold of them at the head. */
  readonly access: (own: Access) => Promise<ChangedAccess>
}

/** The effects and wishes that reading needs. */
export interface Reading {
  readonly request: CheckRequest
  readonly world: World
}

/** Reads all of them. */
export async function readAll(sources: readonly Source[], { request, world }: Reading): Promise<ReadSources> {
  const rendered = await render(sources, request, world)
  const inventory = extract(rendered, resourcesWith(request.customResources))
  return { rendered, inventory, untouched: [], known: sourcesOf(rendered) }
}

/**
 * What the touched sources hold, and those that pull by a secret or account which the change touches. Where there is a
 * pod, manifests beside them are read too, since its account may stand there; charts only where it names a secret or an
 * account that is nowhere else. Those that may deliver others are read in any case, since only they tell what is touched
 * by way of them.
 */
export async function readTouched(sources: readonly Source[], reach: Reach, reading: Reading): Promise<ReadSources> {
  const { seen, rendered, own, untouched, rest } = await readOwn(sources, reach.paths, reading)
  const asItIs = { rendered, inventory: own, untouched, known: sourcesOf(rendered) }
  if (untouched.length === 0 || (rendered.length === 0 && !(await isOneGone(reach.paths, reading)))) return asItIs
  const changed = await reach.access(accessIn(own, sourcesOf(rendered)))
  if (changed.size > 0) return readLeaning(sources, { changed, touched: rendered }, reading)
  if (own.uses.length === 0) return asItIs
  const others = leansOnOthers(own) ? rest : rest.filter(({ kind }) => kind === 'manifests')
  const all = [...seen, ...(await render(others, reading.request, reading.world))]
  return { rendered, inventory: among(rendered, all, reading), untouched, known: sourcesOf(all) }
}

/** What is gone may have been a source that others leaned on. */
async function isOneGone(paths: readonly string[], { world: { files } }: Reading): Promise<boolean> {
  const kinds = await Promise.all(paths.map(path => files.kind(path)))
  return kinds.includes('absent')
}

/** The secrets and accounts in the sources that the change touches. */
export async function accessOfTouched(
  sources: readonly Source[],
  paths: readonly string[],
  reading: Reading,
): Promise<Access> {
  const { own, rendered } = await readOwn(sources, paths, reading)
  return accessIn(own, sourcesOf(rendered))
}

/** The touched, and those that pull by what was changed; which they are, only all of them rendered tell. */
async function readLeaning(
  sources: readonly Source[],
  { changed, touched }: { readonly changed: ChangedAccess; readonly touched: readonly Rendered[] },
  reading: Reading,
): Promise<ReadSources> {
  const all = await render(sources, reading.request, reading.world)
  const known = sourcesOf(all)
  const leaning = leaningSources(changed, extract(all, resourcesWith(reading.request.customResources)), known)
  const wanted = new Set([...sourcesOf(touched).map(({ id }) => id), ...leaning])
  const rendered = all.filter(({ source }) => wanted.has(source.id))
  const untouched = known.filter(({ id }) => !wanted.has(id))
  return { rendered, inventory: among(rendered, all, reading), untouched, known }
}

interface Own {
  /** All that was rendered for it. */
  readonly seen: readonly Rendered[]
  readonly rendered: readonly Rendered[]
  /** What the touched sources hold themselves. */
  readonly own: Inventory
  readonly untouched: readonly Source[]
  /** Those of them that were not rendered. */
  readonly rest: readonly Source[]
}

async function readOwn(
  sources: readonly Source[],
  paths: readonly string[],
  { request, world }: Reading,
): Promise<Own> {
  const scope = await touchedSources(sources, paths, world.files)
  const isWanted = wantedBy(scope, paths, world)
  const delivering = await mayDeliver(scope.untouched, world.files)
  const seen = await render([...scope.touched, ...delivering], request, { ...world, isWanted })
  const wanted = await Promise.all(seen.map(({ source }) => isWanted(source)))
  const rendered = seen.filter((_, index) => wanted[index])
  const left = seen.flatMap(({ source }, index) => (!wanted[index] && isDelivered(source) ? source : []))
  const untouched = [...scope.untouched, ...left]
  const rest = scope.untouched.filter(source => !delivering.includes(source))
  return { seen, rendered, own: extract(rendered, resourcesWith(request.customResources)), untouched, rest }
}

function among(rendered: readonly Rendered[], all: readonly Rendered[], { request }: Reading): Inventory {
  return inventoryOf(sourcesOf(rendered), extract(all, resourcesWith(request.customResources)))
}

function sourcesOf(rendered: readonly Rendered[]): readonly Source[] {
  return rendered.map(({ source }) => source)
}

function wantedBy(scope: Scope, changed: readonly string[], world: World): (source: Source) => Promise<boolean> {
  const plain = new Set(scope.touched.map(({ id }) => id))
  return async source => plain.has(source.id) || (isDelivered(source) && (await isTouched(source, changed, world)))
}

function isDelivered(source: Source): boolean {
  const kind = source.kind === 'unresolved' ? source.of : source.kind
  return kind === 'argocd' || kind === 'flux'
}

async function isTouched(source: Source, changed: readonly string[], { files }: World): Promise<boolean> {
  return (await touchedSources([source], changed, files)).touched.length > 0
}
