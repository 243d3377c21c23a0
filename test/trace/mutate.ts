import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTree } from '../support/file-tree.ts'
import { request } from '../support/plans.ts'
import { renderWorld, type RenderWorld } from '../support/render-world.ts'
import type { CheckRequest } from '../../src/config/types.ts'
import type { CallFacts } from '../../src/config/call-facts.ts'
import { resolveRequest } from '../../src/config/resolve.ts'
import { discover } from '../../src/discover/discover.ts'
import { resourcesWith } from '../../src/extract/custom-resources/table.ts'
import { extract } from '../../src/extract/extract.ts'
import type { Inventory } from '../../src/extract/types.ts'
import { uncheckedStrings } from '../../src/judge/unchecked/image-like-strings.ts'
import type { Charts } from '../../src/fetch/types.ts'
import type { FindingCode } from '../../src/judge/codes.ts'
import type { Finding } from '../../src/judge/types.ts'
import { chartRenderer } from '../../src/render/helm/chart-renderer.ts'
import { deliveryRenderer } from '../../src/render/delivered/delivery-renderer.ts'
import { kustomizationRenderer } from '../../src/render/kustomize/kustomization-renderer.ts'
import { render } from '../../src/render/render.ts'
import type { Rendered } from '../../src/render/types.ts'
import { locate, type UseLocations } from '../../src/trace/locate.ts'
import { createRenderMarked } from '../../src/trace/chart/render-marked.ts'
import type { Location } from '../../src/trace/types.ts'

/** A repository whose images are traced. */
export interface Scene {
  readonly files: Readonly<Record<string, string>>
  readonly request?: Partial<CheckRequest> | undefined
  /** Packaged charts that lie elsewhere. */
  readonly charts?: Charts | undefined
}

export type Programs = CheckRequest['programs']

/** What tracing said of the images of a scene, and what became of them when each place was changed. */
export interface Proof {
  /** `image → file:line path confidence` of the main place, sorted. */
  readonly places: readonly string[]
  /** Exact places whose change did not change just the images that they are told for. */
  readonly wrong: readonly string[]
}

/** Traces the scene as for findings of a code, then changes each exact place in turn and renders the scene again. */
export async function prove(scene: Scene, code: FindingCode, programs: Programs): Promise<Proof> {
  await using tree = await fileTree(scene.files)
  await using world = await renderWorld(tree.root, scene.charts)
  const asked = () => requestOf(scene, programs, world)
  return await proveIn(tree.root, { code, asked, world })
}

/** What a proof is made with. */
interface ProofTools {
  readonly code: FindingCode
  /** The request as the files say it now. */
  readonly asked: () => Promise<CheckRequest>
  readonly world: RenderWorld
}

/** The same in a folder, whose files are changed in turn and put back. */
async function proveIn(root: string, { code, asked: ask, world }: ProofTools): Promise<Proof> {
  const asked = await ask()
  const { rendered, inventory } = await read(asked, world)
  const findings = [{ ...finding(code), uses: inventory.uses.map(({ id }) => id) }]
  const renderMarked = createRenderMarked(chartRenderer(asked, world))
  const buildCopy = kustomizationRenderer(asked, world)
  const delivery = deliveryRenderer(asked, world)
  const resources = resourcesWith(asked.customResources)
  const located = await locate(
    { inventory, judgement: { findings }, rendered, renderMarked, buildCopy, delivery, resources },
    world,
  )
  const exact = placesOf(located)
  const wrong: string[] = []
  for (const [key, place] of exact) {
    const expected = imagesAt(key, inventory, located)
    const actual = await imagesThatChange(place, { root, inventory, asked: ask, world })
    if (expected.join() !== actual.join()) wrong.push(`${told(place)}: ${expected.join()} but ${actual.join()} changed`)
  }
  return { places: mainPlaces(inventory, located), wrong }
}

/** As the configuration of the scene says it, where it has one. */
async function requestOf(scene: Scene, programs: Programs, world: RenderWorld): Promise<CheckRequest> {
  const isConfigured = 'will-it-pull.yaml' in scene.files
  const configured = isConfigured ? await resolveRequest(factsOf(world)) : undefined
  if (configured?.kind === 'wrong') throw new Error(JSON.stringify(configured.problems))
  const own = configured?.request ?? request({ paths: ['.'] })
  return { ...own, ...scene.request, offline: false, programs }
}

function factsOf({ files }: RenderWorld): CallFacts {
  return {
    raw: {},
    spell: name => `--${name}`,
    root: files,
    files,
    environment: () => undefined,
    withoutSecrets: false,
    offline: false,
  }
}

interface ReadScene {
  readonly rendered: readonly Rendered[]
  readonly inventory: Inventory
}

async function read(asked: CheckRequest, world: RenderWorld): Promise<ReadScene> {
  const { sources } = await discover(asked, world)
  const rendered = await render(sources, asked, world)
  const inventory = extract(rendered, resourcesWith(asked.customResources))
  const strings = asked.checkImageLike === true ? uncheckedStrings(inventory) : []
  return { rendered, inventory: { ...inventory, uses: [...inventory.uses, ...strings] } }
}

function finding(code: FindingCode): Finding {
  const layer = code === 'registry-not-allowed' ? 'project policy' : 'existence'
  return { code, layer, severity: 'error', verdict: 'unpullable', uses: [], args: {}, trail: [], notChecked: [] }
}

function placesOf({ uses }: UseLocations): ReadonlyMap<string, Location> {
  const exact = [...uses.values()].flat().filter(({ confidence }) => confidence === 'exact')
  return new Map(exact.map(location => [keyOf(location), location]))
}

function keyOf({ file, line, column }: Location): string {
  return JSON.stringify([file, line, column])
}

function imagesAt(key: string, { uses }: Inventory, located: UseLocations): readonly string[] {
  return uses
    .filter(({ id }) => located.uses.get(id)?.some(location => keyOf(location) === key))
    .map(use => use.key)
    .toSorted()
}

interface Trial extends Pick<ReadScene, 'inventory'> {
  readonly root: string
  readonly asked: ProofTools['asked']
  readonly world: RenderWorld
}

async function imagesThatChange(place: Location, trial: Trial): Promise<readonly string[]> {
  const { root, inventory, asked, world } = trial
  const path = join(root, place.file)
  const text = await readFile(path, 'utf8')
  await writeFile(path, withAnother(text, place))
  const { inventory: after } = await read(await asked(), world)
  await writeFile(path, text)
  const images = new Map(after.uses.map(use => [use.key, use.image]))
  return inventory.uses
    .filter(({ key, image }) => images.get(key) !== image)
    .map(({ key }) => key)
    .toSorted()
}

// letters behind what stands there change any part of an image
function withAnother(text: string, { line = 1, endLine = 1, endColumn = 1 }: Location): string {
  if (endLine !== line) throw new Error('the fixtures have no text over several lines')
  const lines = text.split('\n')
  const mark = text.startsWith('\uFEFF') && line === 1 ? 1 : 0
  const at = endColumn - 1 + mark
  lines[line - 1] = `${lines[line - 1]?.slice(0, at)}x${lines[line - 1]?.slice(at)}`
  return lines.join('\n')
}

function mainPlaces({ uses }: Inventory, located: UseLocations): readonly string[] {
  return uses
    .map(({ id, image }) => {
      const main = located.uses.get(id)?.[0]
      return `${image} → ${main === undefined ? 'nowhere' : told(main)}`
    })
    .toSorted()
}

function told({ file, line, path, confidence, setBy }: Location): string {
  return `${file}:${line ?? ''} ${path ?? ''} ${confidence}${setBy === undefined ? '' : `, ${setBy}`}`
}
