import { resolve } from 'node:path'
import process from 'node:process'
import type { ConfigProblem } from '../config/problem.ts'
import { type ResolvedRequest, resolveRequest } from '../config/resolve.ts'
import { settings } from '../config/settings.ts'
import type { Setting } from '../config/settings.ts'
import { anyFiles } from '../process/any-files.ts'
import { belowRoot } from '../process/below-root.ts'
import { createFiles } from '../process/files.ts'
import { nodeConfiguration } from '../process/node-configuration.ts'
import { repositoryRoot } from '../process/repository-root.ts'
import { flagOf } from './flag-of.ts'
import type { Call } from './program.ts'
import { readStandardInput } from './streams.ts'

/** A call of `check` or `list`. */
export type CheckCall = Extract<Call, { readonly command: 'check' | 'list' }>

/** What a call asks for, with the root that its paths are told from; or what is wrong with it. */
export type ResolvedCall =
  | (ResolvedRequest & { readonly root: string; readonly granted: readonly string[] })
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] }

/** Reads standard input where it is asked for, finds the root, and makes the request of the flags and the configuration. */
export async function resolveCall({ command, raw }: CheckCall): Promise<ResolvedCall> {
  const paths = raw.paths ?? []
  const root = await repositoryRoot(resolve(paths.find(path => path !== '-') ?? '.'))
  const stdin = paths.includes('-') ? await readStandardInput() : ''
  if (stdin === undefined) return { kind: 'wrong', problems: [tooMuchInput] }
  const { granted, ...fromRoot } = belowRoot(raw, { root, working: resolve('.') })
  const resolved = await resolveRequest({
    ...fromRoot,
    withoutSecrets: false,
    offline: command === 'list',
    stdin,
    spell,
    files: anyFiles(resolve('.')),
    root: createFiles(root),
    environment: name => process.env[name],
  })
  if (resolved.kind === 'wrong') return resolved
  if (resolved.run.changedOnly === true && resolved.run.base === undefined)
    return { kind: 'wrong', problems: [withoutBase] }
  return { ...resolved, root, granted: [...granted, ...nodeConfiguration(resolved.request, root)] }
}

const withoutBase = { where: '--changed-only', why: 'say since when: name a revision by `--base`' }

const tooMuchInput = { where: '-', why: 'standard input is larger than 64 MiB; check parts of it' }

function spell(name: string): string {
  const setting: Setting | undefined = settings.find(candidate => candidate.name === name)
  return (setting && flagOf(setting)) ?? name
}
