import type { ChartSource } from '../../discover/types.ts'
import type { Files, ProgramResult, Reuse, World } from '../../world.ts'
import { helmArguments } from './helm-arguments.ts'
import { helmDocuments } from './helm-documents.ts'
import { helmFailure } from './helm-failure.ts'
import { helmReuse } from './helm-reuse.ts'
import { createHelmFile } from './helm-file.ts'
import { once } from '../once.ts'
import { createPrepareChart } from './prepare-chart.ts'
import type { PreparedChart, PrepareWorld } from './prepare-chart.ts'
import { programOutput } from '../program-output.ts'
import type { ProgramOutput } from '../program-output.ts'
import type { FailedSource, Rendered, RenderFailure, SkippedSource } from '../types.ts'

const always: Reuse = { reads: [], outlives: true }

type HelmWorld = PrepareWorld & Pick<World, 'run'>

/**
 * Renders charts with `helm template`. It contacts no cluster and fetches nothing by itself; since its plugin folder is
 * empty and no flag names one, it runs no post-renderer. Equal calls are made once.
 */
export function createHelm(path: string | undefined, world: HelmWorld): (source: ChartSource) => Promise<Rendered> {
  const program = path ?? 'helm'
  const version = once(async () =>
    versionOf(await world.run({ program, arguments: ['version', '--short'], reuse: always })),
  )
  const template = createTemplate(program, world)
  const prepare = createPrepareChart(world)
  return async source => {
    const missing = await findMissingValues(source, world.files)
    if (missing !== undefined) return { kind: 'failed', source, failure: missing }
    const prepared = await prepare(source)
    if (prepared.kind !== 'ready') return { ...notReady(source, prepared), renderer: await version() }
    const files = { chart: prepared.chart, values: await valuesOf(source, world) }
    const rendering = template(helmArguments(source, files), helmReuse(source, files))
    const [output, renderer] = await Promise.all([rendering, version()])
    const fileOf = createHelmFile(world.files, source.path)
    if (output.kind === 'failed') {
      const given = { fileOf, values: source.options.values }
      return { kind: 'failed', source, renderer, failure: await helmFailure(output.failure, given) }
    }
    const documents = await helmDocuments(output.text, source.id, fileOf)
    return { kind: 'rendered', source, renderer, documents, unreadable: [] }
  }
}

function notReady(
  source: ChartSource,
  prepared: Exclude<PreparedChart, { kind: 'ready' }>,
): FailedSource | SkippedSource {
  if (prepared.kind === 'failed') return { kind: 'failed', source, failure: prepared.failure }
  const { id, path, label } = source
  const { why, detail, place: definedAt } = prepared
  return {
    kind: 'skipped',
    source: { kind: 'unresolved', of: 'helm', why, detail, id, path, label, definedAt },
  }
}

/** The values files, those with inline values last. helm takes names for URLs, so odd ones stand in a private folder. */
async function valuesOf({ options }: ChartSource, { scratch, files }: HelmWorld): Promise<readonly string[]> {
  const { values, inline = [] } = options
  const natives = values.map(file => files.native(file))
  if (inline.length === 0 && !natives.some(isOdd)) return natives
  const folder = await scratch()
  const copied = natives.map((file, index) => (isOdd(file) ? folder.copy(file, `odd-${index}.yaml`) : file))
  const written = inline.map((text, index) => folder.write(`values-${index}.yaml`, text))
  return Promise.all([...copied, ...written])
}

function isOdd(path: string): boolean {
  return /[\p{Cc}%]/u.test(path)
}

type Template = (given: readonly string[], reuse: Reuse) => Promise<ProgramOutput>

function createTemplate(program: string, world: HelmWorld): Template {
  const outputs = new Map<string, Promise<ProgramOutput>>()
  const ask: Template = async (given, reuse) =>
    programOutput(await world.run({ program, arguments: given, reuse }), 'helm', world.files.root)
  return (given, reuse) => {
    const key = JSON.stringify(given)
    const output = outputs.get(key) ?? ask(given, reuse)
    outputs.set(key, output)
    return output
  }
}

/** helm takes URLs as values files too, and prints lines of a file that it can't parse: so they are looked at first. */
async function findMissingValues(source: ChartSource, files: Files): Promise<RenderFailure | undefined> {
  for (const file of source.options.values) {
    const kind = await files.kind(file)
    if (kind !== 'file') return { why: 'values-missing', detail: kind, file }
  }
  return undefined
}

/** `v3.17.3+ge4da497` → `helm 3.17.3`. */
function versionOf(result: ProgramResult): string | undefined {
  const version = result.kind === 'ended' ? /v(\d+\.\d+\.\d+[^+\s]*)/.exec(result.stdout)?.[1] : undefined
  return version === undefined ? undefined : `helm ${version}`
}
