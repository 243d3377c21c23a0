import { basename } from 'node:path/posix'
import type { ProgramCall, ProgramResult, Reuse, World } from '../../world.ts'
import { once } from '../once.ts'
import { programOutput } from '../program-output.ts'
import type { ProgramOutput } from '../program-output.ts'

/** What a build gave. `renderer`: `kubectl 1.34.1`. */
export type Built =
  | { readonly kind: 'built'; readonly renderer: string; readonly output: ProgramOutput }
  | { readonly kind: 'no-program' }

/** Builds the kustomization in a folder, given by its absolute path. */
export type BuildKustomization = (folder: string, given?: BuildGiven) => Promise<Built>

export interface BuildGiven {
  /** What else it reads. */
  readonly reuse?: Reuse | undefined
  /** Whether it may load files from above its folder. */
  readonly loadsAnywhere?: true | undefined
}

/** A program that builds kustomizations: `kustomize build`, or `kubectl kustomize`. */
interface Builder {
  readonly program: string
  readonly command: 'build' | 'kustomize'
  readonly renderer: string
}

const always: Reuse = { reads: [], outlives: true }

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

/** Builds with whichever program is there, without plugins, and with its default load restrictor unless told else. */
export function createBuildKustomization(
  path: string | undefined,
  { run, files }: Pick<World, 'run' | 'files'>,
): BuildKustomization {
  const builder = once(() => findBuilder(path, run))
  return async (folder, { reuse, loadsAnywhere } = {}) => {
    const found = await builder()
    if (found === undefined) return { kind: 'no-program' }
    const flags = loadsAnywhere === true ? ['--load-restrictor=LoadRestrictionsNone'] : []
    const call: ProgramCall = { program: found.program, arguments: [found.command, ...flags, '--', folder] }
    const result = await run({ ...call, environment: nothingToFetchWith, reuse })
    return { kind: 'built', renderer: found.renderer, output: programOutput(result, found.program, files.root) }
  }
}

async function findBuilder(path: string | undefined, run: World['run']): Promise<Builder | undefined> {
  if (path !== undefined) return basename(path).startsWith('kubectl') ? kubectl(path, run) : kustomize(path, run)
  return (await kustomize('kustomize', run)) ?? kubectl('kubectl', run)
}

async function kustomize(program: string, run: World['run']): Promise<Builder | undefined> {
  const version = versionOf(await run({ program, arguments: ['version'], reuse: always }))
  return version === undefined ? undefined : { program, command: 'build', renderer: `kustomize ${version}` }
}

async function kubectl(program: string, run: World['run']): Promise<Builder | undefined> {
  const version = versionOf(await run({ program, arguments: ['version', '--client'], reuse: always }))
  return version === undefined ? undefined : { program, command: 'kustomize', renderer: `kubectl ${version}` }
}

/** The first version in the output; undefined where the program isn't there or does not answer. */
function versionOf(result: ProgramResult): string | undefined {
  return result.kind === 'ended' && result.exitCode === 0
    ? (/v(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1] ?? '')
    : undefined
}
