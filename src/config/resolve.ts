import { cacheFolder } from './cache-folder.ts'
import type { CallFacts } from './call-facts.ts'
import type { ConfigFile, ReadConfig } from './config-file.ts'
import { findConfig } from './find-config.ts'
import type { Decision } from './origin.ts'
import type { ConfigProblem } from './problem.ts'
import { readRequest } from './read-request.ts'
import { Reader } from './reader.ts'
import type { CheckRequest } from './types.ts'

/** How the run itself goes; nothing of it changes a verdict. */
export interface RunSettings {
  /** Milliseconds. */
  readonly timeoutMs: number
  /** Milliseconds on top of that, for images that are still being built. */
  readonly waitMs: number
  /** Undefined leaves it to what each registry is known to take. */
  readonly concurrency: number | undefined
  /** Folder or file with the runner's docker login; undefined: as docker finds it. */
  readonly dockerConfig?: string | undefined
  /** Where manifests are kept between runs, if they are; as it was written. */
  readonly cacheFolder?: string | undefined
  /** The revision to compare with, where one was named. */
  readonly base?: string | undefined
  /** Whether to check only what the change touches, where that was said. */
  readonly changedOnly?: boolean | undefined
}

/** A call that can be run, with where each of its values came from; or everything that is wrong with it. */
export type Resolved = ResolvedRequest | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] }

export interface ResolvedRequest {
  readonly kind: 'request'
  readonly request: CheckRequest
  readonly run: RunSettings
  readonly decisions: readonly Decision[]
}

const tenMinutes = 600_000

/** Makes the request of a run from the call and its configuration file. All problems are told at once. */
export async function resolveRequest(facts: CallFacts): Promise<Resolved> {
  const config = await readConfig(facts)
  const reader = new Reader(facts, config.file)
  noteFile(reader, facts)
  const request = await readRequest(reader, facts)
  const run = {
    timeoutMs: reader.decide('timeout', [reader.duration('timeout')], tenMinutes),
    waitMs: reader.decide('wait', [reader.duration('wait')], 0),
    concurrency: reader.decide('concurrency', [reader.count('concurrency', 256)], undefined),
    dockerConfig: reader.decide('docker-config', [reader.text('docker-config')], undefined),
    cacheFolder: cacheFolder(reader, facts.environment),
    base: reader.decide('base', [reader.text('base')], undefined),
    changedOnly: reader.decide('changed-only', [reader.boolean('changed-only')], undefined),
  }
  const problems = [...config.problems, ...reader.problems]
  return problems.length > 0
    ? { kind: 'wrong', problems }
    : { kind: 'request', request, run, decisions: reader.decisions }
}

interface Config {
  readonly file?: ConfigFile
  readonly problems: readonly ConfigProblem[]
}

function noteFile(reader: Reader, { raw, spell }: CallFacts): void {
  const origin = raw.config?.at(-1)
    ? ({ kind: 'call', spelled: spell('config') } as const)
    : ({ kind: 'default' } as const)
  reader.note({ key: 'config', shown: reader.file?.path ?? 'there is none', origin })
}

async function readConfig(facts: CallFacts): Promise<Config> {
  const found = await findConfig(facts)
  if (found.kind === 'none') return { problems: [] }
  if (found.kind === 'wrong') return { problems: [found.problem] }
  // the schema costs a tenth of a second, and most runs have no such file
  const { readConfigFile } = await import('./config-file.ts')
  const read: ReadConfig = readConfigFile(found.config)
  return read.kind === 'config' ? { file: read.file, problems: [] } : { problems: read.problems }
}
