import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path/posix'
import type { Files, ReadResult } from '../world.ts'
import type { ConfigText } from './config-file.ts'
import { type ConfigProblem, quoted } from './problem.ts'
import type { ReaderOptions } from './reader.ts'
import type { ReadableFiles } from './named-files.ts'
import { unreadable } from './unreadable.ts'
import { writtenPath } from './written-path.ts'

/** Where the configuration file is looked for, in this order; the first that is there is read, and no other. */
export const configNames = ['will-it-pull.yaml', '.github/will-it-pull.yaml'] as const

export type FoundConfig =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly config: ConfigText }
  | { readonly kind: 'wrong'; readonly problem: ConfigProblem }

/** What finding the configuration needs of the shell. */
export interface ConfigFacts extends ReaderOptions {
  /** Files of what is checked. */
  readonly root: Files
  /** Any file that a person may name by a flag or an input. */
  readonly files: ReadableFiles
  /** A run without secrets by nature (fork, Dependabot), whose files may be anyone's. */
  readonly withoutSecrets: boolean
}

/** Far more than any configuration needs, and read in a fraction of a second. */
const longest = 1024 * 1024

/** Finds the text of the configuration file: the one that `config` names, else one of the two usual ones. */
export async function findConfig(facts: ConfigFacts): Promise<FoundConfig> {
  const named = facts.raw.config?.at(-1)
  if (named) return readNamed(named, facts)
  for (const path of configNames) {
    const read = await facts.root.read(path, longest)
    if (read.kind !== 'absent') return outcome(path, read, path)
  }
  return misnamed(facts.root)
}

async function readNamed(named: string, { root, files, withoutSecrets, spell }: ConfigFacts): Promise<FoundConfig> {
  const at = writtenPath(root, '.', await real(files.native(named)))
  // a link of the repository may lead anywhere
  const read =
    withoutSecrets && at.kind === 'inside' ? await root.read(at.path, longest) : await files.read(named, longest)
  return outcome(at.path, read, spell('config'))
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

function outcome(path: string, read: ReadResult, where: string): FoundConfig {
  if (read.kind === 'text') return { kind: 'found', config: { path, folder: dirname(path), text: read.text } }
  const which = where === path ? 'the configuration file' : `the configuration file ${quoted(path)}`
  return { kind: 'wrong', problem: { where, why: `${which} can't be read: ${unreadable(read)}` } }
}

// a configuration that nobody reads is worse than none
async function misnamed(root: Files): Promise<FoundConfig> {
  for (const path of configNames.map(name => name.replace(/yaml$/, 'yml'))) {
    if ((await root.kind(path)) !== 'file') continue
    const why = `this name is not looked for: rename it to \`${path.replace(/yml$/, 'yaml')}\`, or name it with \`config\``
    return { kind: 'wrong', problem: { where: path, why } }
  }
  return { kind: 'none' }
}
