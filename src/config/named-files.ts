import type { Files, ReadResult } from '../world.ts'
import type { Origin } from './origin.ts'
import { quoted } from './problem.ts'
import type { Reader } from './reader.ts'
import { unreadable } from './unreadable.ts'
import { type WrittenPath, writtenPath } from './written-path.ts'

/** Files of any folder; a relative path is told from the working folder. */
export type ReadableFiles = Pick<Files, 'read' | 'kind' | 'native'>

/** What reading the files that a call or its configuration names needs of the shell. */
export interface NamedFilesFacts {
  readonly root: Files
  readonly files: ReadableFiles
  readonly withoutSecrets: boolean
}

/** A path and who wrote it. `what` is the thing in words: `the file of \`regcred\``. */
export interface NamedFile {
  readonly path: string
  readonly origin: Origin
  readonly what: string
}

// a Secret of Kubernetes holds 1 MiB at most, and no certificate bundle is larger
const longest = 1024 * 1024

/**
 * Files that flags, inputs and the configuration name. A flag or an input may name any file; a path of the configuration
 * is relative to its folder, and must lie in the repository where the change may come from anyone.
 */
export class NamedFiles {
  /** Root-relative paths of those that were named and lie in the repository. */
  readonly inside: string[] = []
  readonly #facts: NamedFilesFacts
  readonly #reader: Reader

  constructor(facts: NamedFilesFacts, reader: Reader) {
    this.#facts = facts
    this.#reader = reader
  }

  /** The text of a file; where there is none, that is a problem. */
  async text({ path, origin, what }: NamedFile): Promise<string | undefined> {
    const result = await this.#read(path, origin)
    if (result.kind === 'text') return result.text
    const why = result.kind === 'forbidden' ? forbidden : unreadable(result)
    this.#reader.wrong(origin, `${what} can't be read: ${why}`)
    return undefined
  }

  /** Where a file or a folder is: root-relative, or absolute outside of the repository. It has to be there. */
  async place({ path, origin, what }: NamedFile, wanted: 'file' | 'folder'): Promise<string | undefined> {
    const at = this.#at(path, origin)
    const kind = await this.#kind(at, origin)
    if (kind === wanted) return at.path
    this.#reader.wrong(
      origin,
      `${what} ${quoted(path)} can't be used: ${kind === 'forbidden' ? forbidden : faults[kind]}`,
    )
    return undefined
  }

  async #read(path: string, origin: Origin): Promise<ReadResult | { readonly kind: 'forbidden' }> {
    const at = this.#at(path, origin)
    if (origin.kind !== 'file') return this.#facts.files.read(path, longest)
    if (at.kind === 'inside') {
      const result = await this.#facts.root.read(at.path, longest)
      if (result.kind !== 'outside') return result
    }
    if (this.#facts.withoutSecrets) return { kind: 'forbidden' }
    return this.#facts.files.read(this.#facts.root.native(at.path), longest)
  }

  async #kind(at: WrittenPath, origin: Origin): Promise<Awaited<ReturnType<Files['kind']>> | 'forbidden'> {
    const { root, files, withoutSecrets } = this.#facts
    const kind = at.kind === 'inside' ? await root.kind(at.path) : 'outside'
    if (kind !== 'outside') return kind
    return origin.kind === 'file' && withoutSecrets ? 'forbidden' : files.kind(root.native(at.path))
  }

  #at(path: string, origin: Origin): WrittenPath {
    const { root, files } = this.#facts
    const folder = this.#reader.file?.folder ?? '.'
    const at = origin.kind === 'file' ? writtenPath(root, folder, path) : writtenPath(root, '.', files.native(path))
    // a checkout may keep a token there
    if (at.kind === 'inside' && /^\.git(?:\/|$)/i.test(at.path)) return { kind: 'outside', path: at.path }
    if (at.kind === 'inside') this.inside.push(at.path)
    return at
  }
}

const forbidden =
  'it is outside of the repository, where the configuration of a pull request without secrets may name no file'

const faults = {
  file: 'it is a file, and must be a folder',
  folder: 'it is a folder, and must be a file',
  absent: 'there is no such file or folder',
  denied: 'permission denied',
  outside: 'it is outside of the repository',
} as const
