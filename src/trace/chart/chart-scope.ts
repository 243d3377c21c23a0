import type { ChartSource } from '../../discover/types.ts'
import type { Use } from '../../extract/types.ts'
import type { TextFile, TextFiles } from '../text/text-file.ts'
import { inlineLeaves } from './inline-leaves.ts'
import { setLeaves } from './set-leaves.ts'
import { type ValueLeaf, valueLeaves } from '../value-leaf.ts'

/** What can decide an image of one chart or subchart: its values, lowest first, and the text of its templates. */
export interface ChartScope {
  /** Names from the chart on top down to the one that holds the template; empty for the chart on top itself. */
  readonly chain: readonly string[]
  /** Every scalar of every values file that counts here; of equal paths the last wins. */
  readonly leaves: readonly ValueLeaf[]
  readonly chartFile: TextFile | undefined
  /** The chart's helpers. */
  readonly helpers: readonly TextFile[]
}

/** Names of the nested charts that lead to a template: `charts/a/charts/b/templates/x.yaml` gives `a`, `b`. */
function chartChain(source: ChartSource, template: string): readonly string[] {
  const prefix = source.path === '.' || source.path === '' ? '' : `${source.path}/`
  const steps = template.startsWith(prefix) ? template.slice(prefix.length).split('/') : []
  const chain: string[] = []
  for (let at = 0; steps[at] === 'charts' && steps.length > at + 2; at += 2) chain.push(steps[at + 1] ?? '')
  return chain
}

/** The places of so many assignments are looked for; people write a few. */
const mostPlaced = 500

/** Reads a chart's scope once for all uses of its templates. */
export class ChartScopes {
  readonly #files: TextFiles
  readonly #known = new Map<string, Promise<ChartScope>>()

  constructor(files: TextFiles) {
    this.#files = files
  }

  scopeOf(source: ChartSource, use: Use): Promise<ChartScope> {
    const chain = chartChain(source, use.document.origin.file ?? '')
    const key = JSON.stringify([source.id, chain])
    const known = this.#known.get(key) ?? this.#read(source, chain)
    this.#known.set(key, known)
    return known
  }

  async #read(source: ChartSource, chain: readonly string[]): Promise<ChartScope> {
    const folders = chain.map((_, index) => chartFolder(source, chain.slice(0, index + 1)))
    const own = [chartFolder(source, []), ...folders].map((folder, depth) => ({
      folder,
      prefix: chain.slice(0, depth),
    }))
    const charts = own.toReversed()
    const layers = [
      ...charts.map(({ folder, prefix }) => ({ path: `${folder}values.yaml`, prefix })),
      ...source.options.values.map(path => ({ path, prefix: [] })),
    ]
    const ofFiles = await Promise.all(layers.map(({ path, prefix }) => this.#leaves(path, prefix)))
    const isRead = (await Promise.all(layers.map(({ path }) => this.#isRead(path)))).every(Boolean)
    const given = [...ofFiles, ...(await this.#inline(source)), (await this.#set(source)).flat()]
    // what can't be read may decide anything
    const leaves = isRead ? given.flatMap((own, layer) => own.map(leaf => ({ ...leaf, layer }))) : []
    const folder = charts[0]?.folder ?? ''
    const chartFile = await this.#files.read(`${folder}Chart.yaml`)
    return { chain, leaves, chartFile, helpers: await this.#helpers(`${folder}templates`) }
  }

  async #leaves(path: string, prefix: readonly string[]): Promise<readonly ValueLeaf[]> {
    const file = await this.#files.read(path)
    return file === undefined ? [] : valueLeaves(file, prefix)
  }

  async #isRead(path: string): Promise<boolean> {
    const file = await this.#files.read(path)
    return file === undefined ? !(await this.#files.isThere(path)) : file.isYaml
  }

  #inline({ writtenAt, options: { inline = [] } }: ChartSource): Promise<readonly (readonly ValueLeaf[])[]> {
    return Promise.all(inline.map((text, index) => inlineLeaves(text, writtenAt?.inline?.[index], this.#files)))
  }

  #set({ writtenAt, options }: ChartSource): Promise<readonly (readonly ValueLeaf[])[]> {
    const given = (['set', 'setString'] as const).flatMap(list =>
      (options[list] ?? []).map((text, index) => {
        const written = index < mostPlaced ? writtenAt?.[list]?.[index] : undefined
        return { list, index, text, written }
      }),
    )
    return Promise.all(given.map(assignment => setLeaves(assignment, this.#files)))
  }

  async #helpers(folder: string): Promise<readonly TextFile[]> {
    const paths = (await this.#files.below(folder, 4)).filter(path => path.endsWith('.tpl'))
    const helpers = await Promise.all(paths.slice(0, 100).map(path => this.#files.read(path)))
    return helpers.filter(helper => helper !== undefined)
  }
}

function chartFolder(source: ChartSource, chain: readonly string[]): string {
  const top = source.path === '.' || source.path === '' ? '' : `${source.path}/`
  return top + chain.map(name => `charts/${name}/`).join('')
}
