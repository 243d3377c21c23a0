import type { Charts } from './fetch/types.ts'
import type { RenewableRegistry } from './registry/types.ts'

/** The effects that stages may use. Everything a stage knows of the outside comes through one of these. */
export interface World {
  readonly files: Files
  readonly git: History
  readonly run: RunProgram
  readonly registry: RenewableRegistry
  readonly charts: Charts
  readonly clock: Clock
  readonly log: Log
  scratch(): Promise<Scratch>
}

/** Files below one root (the git top level of what is checked). Paths are relative to it, with `/`. */
export interface Files {
  /** Absolute native path of the root: the working folder of child programs. */
  readonly root: string
  kind(path: string): Promise<'file' | 'folder' | 'absent' | 'denied' | 'outside'>
  /** Text of a file, BOM kept; refuses what is larger than `limit` bytes (default 16 MiB) or no text. */
  read(path: string, limit?: number): Promise<ReadResult>
  /** Entries of one folder, sorted by name. Links that leave the root are listed as `outside`. */
  list(path: string): Promise<ListResult>
  /** Where a path leads once links are followed, below the root; undefined where that is nowhere or elsewhere. */
  real(path: string): Promise<string | undefined>
  /** Absolute native path, for a program's argument. */
  native(path: string): string
}

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' | 'denied' | 'outside' | 'not-a-file' | 'not-text' }
  | { readonly kind: 'too-large'; readonly bytes: number }

export type ListResult =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'absent' | 'denied' | 'outside' | 'not-a-folder' }

export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'outside' | 'other'
  /** A symbolic link; `kind` is that of its target, `other` where there is none. A walk does not enter linked folders. */
  readonly link?: true | undefined
}

/** The history of what is checked. */
export interface History {
  /** The address of the repository, without a login; undefined where it has none. */
  remote(): Promise<string | undefined>
  /** The commit that the working tree is compared with; what is missing of a shallow clone is fetched. */
  base(wish: BaseWish): Promise<BaseCommit>
  /** The files of a commit, in a private folder. Undefined where they can't be had. */
  files(commit: string): Promise<Files | undefined>
  /** Paths in which the working tree differs from a commit, both names of what moved. */
  changed(commit: string): Promise<readonly string[] | undefined>
  /** A diff without context from a commit, which is fetched where it is missing, to these files of the working tree. */
  diff(commit: string, paths: readonly string[]): Promise<string | undefined>
}

/**
 * `event`: the first parent of HEAD where HEAD is GitHub's merge of `headSha`, else what `baseSha` and HEAD have in
 * common. `revision`: what it and HEAD have in common.
 */
export type BaseWish =
  | { readonly kind: 'event'; readonly headSha: string; readonly baseSha: string }
  | { readonly kind: 'revision'; readonly revision: string }

/** `why` is the end of a sentence. */
export type BaseCommit =
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'none'; readonly why: string }

/** Runs a child program with a minimal environment of its own. Never throws for what the program does. */
export type RunProgram = (call: ProgramCall) => Promise<ProgramResult>

export interface ProgramCall {
  /** A name looked up on PATH, or an absolute path. */
  readonly program: string
  readonly arguments: readonly string[]
  /** Absolute; default the root of the files. */
  readonly folder?: string | undefined
  readonly input?: string | undefined
  readonly environment?: Readonly<Record<string, string>> | undefined
  /** Milliseconds; default 60 s. */
  readonly timeoutMs?: number | undefined
  /** Bytes of stdout that are kept before the program is ended; default 64 MiB. */
  readonly maxOutputBytes?: number | undefined
  /** Where it is told: the output of an equal call may be given, without its warnings. */
  readonly reuse?: Reuse | undefined
}

/** All that decides what a program prints, besides itself and the words of its call. */
export interface Reuse {
  /** Absolute paths of files, and of folders with all in them. */
  readonly reads: readonly string[]
  /** What else decides it. */
  readonly told?: readonly string[] | undefined
  /** Whether the output of an earlier run may be given, too. */
  readonly outlives: boolean
  /** Tells of a text that is read, or stands in the call, whether it makes the output depend on the time. */
  readonly varies?: ((text: string) => boolean) | undefined
}

export type ProgramResult =
  | {
      readonly kind: 'ended'
      readonly exitCode: number
      readonly stdout: string
      readonly stderr: string
    }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'timed-out'; readonly stderr: string }
  | { readonly kind: 'too-much-output' }
  /** It was ended when it took more than so many bytes. */
  | { readonly kind: 'too-much-memory'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly why: string }

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Ends early, without an error, when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Aborts when the whole check's time is over. */
  readonly deadline: AbortSignal
}

/** Progress for a person; the result never goes here. */
export interface Log {
  progress(step: Progress): void
  debug(text: string): void
}

export type Progress =
  | {
      readonly stage: 'render'
      readonly done: number
      readonly total: number
      readonly label: string
    }
  | {
      readonly stage: 'probe'
      readonly done: number
      readonly total: number
      readonly label: string
    }
  /** Before each pause; `total` images are not there yet, and `label` names them. */
  | {
      readonly stage: 'wait'
      readonly done: number
      readonly total: number
      readonly label: string
    }

/** A private temporary folder, removed when disposed. */
export interface Scratch extends AsyncDisposable {
  /** Absolute native path. */
  readonly path: string
  write(name: string, content: string | Uint8Array): Promise<string>
  /** Copies a file, or a folder with all in it but `.git`, links as what they lead to; gives its absolute path. */
  copy(from: string, name: string): Promise<string>
}
