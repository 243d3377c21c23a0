import { discover } from '../../src/discover/discover.ts'
import { extract } from '../../src/extract/extract.ts'
import type { Charts, RemoteChart } from '../../src/fetch/types.ts'
import { coverage } from '../../src/judge/unchecked/coverage.ts'
import { createScratch } from '../../src/process/scratch.ts'
import { render } from '../../src/render/render.ts'
import { fileTree } from './file-tree.ts'
import { packagedChart } from './packaged-chart.ts'
import { request } from './plans.ts'
import { renderWorld } from './render-world.ts'
import { helms, kubectl } from './tools.ts'

/** What a repository deploys, for tests of Argo CD and Flux. */
export interface Deployed {
  /** `image of source's label`, sorted. */
  readonly images: readonly string[]
  /** `code reason: detail` of what was not looked at. */
  readonly gaps: readonly string[]
  /** Charts that were asked for. */
  readonly fetched: readonly RemoteChart[]
  readonly ids: readonly string[]
  readonly namespaces: readonly (string | undefined)[]
}

/** Whether the programs that such tests need are there. */
export const canDeploy = kubectl.isThere && helms[0]?.isThere === true

/** Discovers and renders a tree with real programs; a chart elsewhere is one pod `<name>:<version>`. */
export async function deployed(
  contents: Readonly<Record<string, string | Uint8Array>>,
  own?: string,
  links: Readonly<Record<string, string>> = {},
): Promise<Deployed> {
  await using tree = await fileTree(contents)
  for (const [path, target] of Object.entries(links)) await tree.link(path, target)
  await using folder = await createScratch()
  const fetched: RemoteChart[] = []
  const charts = chartsIn(fetched, (name, bytes) => folder.write(name, bytes))
  await using world = await renderWorld(tree.root, charts)
  const git = { ...world.git, remote: async () => own }
  const programs = { helm: helms[0]?.path, kustomize: kubectl.path }
  const asked = request({ paths: ['.'], programs, offline: false })
  const { sources, problems } = await discover(asked, world)
  const rendered = await render(sources, asked, { ...world, git })
  const inventory = extract(rendered)
  const labels = new Map(rendered.map(({ source }) => [source.id, source.label]))
  const drafts = coverage(rendered, inventory, problems)
  return {
    images: inventory.uses.map(({ image, source }) => `${image} of ${labels.get(source)}`).toSorted(),
    gaps: drafts.map(({ code, args }) => `${code} ${args.reason}: ${args.detail}`).toSorted(),
    fetched,
    ids: rendered.map(({ source }) => source.id),
    namespaces: rendered.map(({ source }) => ('inner' in source ? source.namespace : undefined)),
  }
}

function chartsIn(asked: RemoteChart[], write: (name: string, bytes: Buffer) => Promise<string>): Charts {
  return {
    requests: 0,
    fetch: async chart => {
      asked.push(chart)
      const name = chart.kind === 'repository' ? chart.name : 'fetched'
      const version = chart.kind !== 'archive' && /^\d+\.\d+\.\d+$/.test(chart.version) ? chart.version : '1.0.0'
      if (name === 'absent') return { kind: 'unavailable', why: 'absent', detail: 'no chart absent' }
      if (name === 'away') return { kind: 'unavailable', why: 'unreachable', detail: 'no answer' }
      const file = await write(`${asked.length}.tgz`, packagedChart(name, version))
      return { kind: 'fetched', file, version }
    },
  }
}
