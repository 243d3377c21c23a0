import { basename } from 'node:path/posix'
import type { KustomizeSource } from '../discover/types.ts'
import type { ProgramCall, ProgramResult, World } from '../world.ts'
import { once } from './once.ts'
import { programOutput } from './program-output.ts'
import { splitDocuments } from './split.ts'
import type { Rendered } from './types.ts'

/** A program that builds kustomizations: `kustomize build`, or `kubectl kustomize`. */
interface Builder {
  readonly program: string
  readonly command: 'build' | 'kustomize'
  /** `kubectl 1.34.1`. */
  readonly renderer: string
}

type KustomizeWorld = Pick<World, 'run' | 'files'>

/**
 * Remote bases are found before by reading. Should one be left all the same, there is no git on the path to clone it,
 * and downloads go to a proxy that isn't there.
 */
const nothingToFetchWith = {
  PATH: '/nonexistent',
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  NO_PROXY: '',
}

/** Builds kustomizations with whichever program is there, with its default load restrictor and without plugins. */
export function createKustomize(
  path: string | undefined,
  { run, files }: KustomizeWorld,
): (source: KustomizeSource) => Promise<Rendered> {
  const builder = once(() => findBuilder(path, run))
  return async source => {
    const found = await builder()
    if (found === undefined) return withoutProgram(source)
    const call: ProgramCall = { program: found.program, arguments: [found.command, '--', files.native(source.path)] }
    const result = await run({ ...call, environment: nothingToFetchWith })
    const output = programOutput(result, found.program, files.root)
    const { renderer } = found
    if (output.kind === 'failed') return { kind: 'failed', source, renderer, failure: output.failure }
    const documents = splitDocuments(output.text).map(({ text, line }, index) => ({
      text,
      origin: { source: source.id, verbatim: false, index, line },
    }))
    return { kind: 'rendered', source, renderer, documents, unreadable: [] }
  }
}

function withoutProgram({ id, path, label }: KustomizeSource): Rendered {
  const detail = 'neither kustomize nor kubectl is on the PATH'
  return {
    kind: 'skipped',
    source: { kind: 'unresolved', of: 'kustomize', why: 'no-program', detail, id, path, label },
  }
}

async function findBuilder(path: string | undefined, run: World['run']): Promise<Builder | undefined> {
  if (path !== undefined) return basename(path).startsWith('kubectl') ? kubectl(path, run) : kustomize(path, run)
  return (await kustomize('kustomize', run)) ?? kubectl('kubectl', run)
}

async function kustomize(program: string, run: World['run']): Promise<Builder | undefined> {
  const version = versionOf(await run({ program, arguments: ['version'] }))
  return version === undefined ? undefined : { program, command: 'build', renderer: `kustomize ${version}` }
}

async function kubectl(program: string, run: World['run']): Promise<Builder | undefined> {
  const version = versionOf(await run({ program, arguments: ['version', '--client'] }))
  return version === undefined ? undefined : { program, command: 'kustomize', renderer: `kubectl ${version}` }
}

/** The first version in the output; undefined where the program isn't there or does not answer. */
function versionOf(result: ProgramResult): string | undefined {
  return result.kind === 'ended' && result.exitCode === 0
    ? (/v(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1] ?? '')
    : undefined
}
