import { join } from 'node:path'
import type { Files, History, ProgramResult, RunProgram, Scratch, BaseWish, BaseCommit } from '../world.ts'
import { createFiles } from './files.ts'
import { diffWords } from './work-tree-diff.ts'

/** What git needs besides itself. */
export interface HistoryOptions {
  /** Absolute: the top level of the work tree. */
  readonly root: string
  /** Absolute paths of files and folders elsewhere that may be read, whatever the commit. */
  readonly granted?: readonly string[] | undefined
  readonly run: RunProgram
  readonly scratch: () => Promise<Scratch>
  /** How git may log in to fetch missing history, as variables of its environment. */
  readonly login?: Readonly<Record<string, string>> | undefined
}

// a checkout may belong to another user (a job in a container), and nothing that it configures is to run
const careful = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']
const plainContent = ['-c', 'filter.lfs.smudge=', '-c', 'filter.lfs.process=', '-c', 'filter.lfs.required=false']
const fetchMs = 120_000

/** The history of a git work tree, read by git itself. */
export function createHistory(options: HistoryOptions): History {
  const git = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    options.run({
      program: 'git',
      arguments: [...careful, ...words],
      folder: options.root,
      environment,
      timeoutMs: fetchMs,
    })
  return {
    remote: async () =>
      output(await git(['remote', 'get-url', 'origin']))
        ?.trim()
        .replace(/^(\w+:\/\/)[^/@]*@/, '$1'),
    base: wish => findBase(wish, git, options),
    files: keptByCommit(commit => filesOf(commit, git, options)),
    changed: commit => changedSince(commit, git),
    diff: async (commit, paths) => {
      const { kind } = await available(commit, git, options)
      const literal = { GIT_LITERAL_PATHSPECS: '1' }
      return kind === 'none' ? undefined : output(await git(diffWords(commit, paths), literal))
    },
  }
}

/** A commit's files never change, so it is checked out once. */
function keptByCommit(checkOut: History['files']): History['files'] {
  const trees = new Map<string, ReturnType<History['files']>>()
  return commit => {
    const tree = trees.get(commit) ?? checkOut(commit)
    trees.set(commit, tree)
    return tree
  }
}

type Git = (words: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<ProgramResult>

async function findBase(wish: BaseWish, git: Git, options: HistoryOptions): Promise<BaseCommit> {
  const parents = await parentsOf('HEAD', git)
  const [first] = parents
  if (wish.kind === 'event' && first !== undefined && parents.slice(1).includes(wish.headSha))
    return available(first, git, options)
  return mergeBase(wish.kind === 'event' ? wish.baseSha : wish.revision, git, options)
}

/** Read from the commit itself, since a shallow clone hides the parents. */
async function parentsOf(commit: string, git: Git): Promise<readonly string[]> {
  const text = output(await git(['cat-file', 'commit', commit])) ?? ''
  return [...(text.split('\n\n', 1)[0]?.matchAll(/^parent ([0-9a-f]{40,64})$/gm) ?? [])].map(([, sha = '']) => sha)
}

async function available(sha: string, git: Git, { login }: HistoryOptions): Promise<BaseCommit> {
  if (await hasCommit(sha, git)) return { kind: 'commit', sha }
  await fetch(['--depth=1', 'origin', sha], git, login)
  return (await hasCommit(sha, git))
    ? { kind: 'commit', sha }
    : { kind: 'none', why: 'its history could not be fetched' }
}

// each round fetches more; after the last one the clone has whatever can be had
const deepening = ['--deepen=50', '--deepen=1000', '--unshallow']

async function mergeBase(revision: string, git: Git, { login }: HistoryOptions): Promise<BaseCommit> {
  if (revision.startsWith('-')) return { kind: 'none', why: 'the revision begins with a dash' }
  if (!(await hasCommit(revision, git))) await fetch(['--depth=50', 'origin', revision], git, login)
  for (const deeper of [undefined, ...deepening]) {
    if (deeper !== undefined) await fetch([deeper, 'origin'], git, login)
    const found = output(await git(['merge-base', revision, 'HEAD']))?.trim()
    if (found !== undefined && found !== '') return { kind: 'commit', sha: found }
    if (!(await isShallow(git))) break
  }
  if (!(await hasCommit(revision, git))) return { kind: 'none', why: `there is no revision \`${revision}\`` }
  return { kind: 'none', why: 'no commit is known that both have in common' }
}

// with the login that the checkout may have kept first: a second one beside it is refused
async function fetch(words: readonly string[], git: Git, login: HistoryOptions['login']): Promise<void> {
  const all = ['fetch', '--no-tags', '--no-recurse-submodules', '--quiet', ...words]
  const done = output(await git(all)) !== undefined
  if (!done && login !== undefined) await git(all, login)
}

async function hasCommit(revision: string, git: Git): Promise<boolean> {
  return output(await git(['rev-parse', '--quiet', '--verify', `${revision}^{commit}`])) !== undefined
}

async function isShallow(git: Git): Promise<boolean> {
  return output(await git(['rev-parse', '--is-shallow-repository']))?.trim() === 'true'
}

/** Checks a commit out beside the work tree, with an index of its own; nothing of the repository changes. */
async function filesOf(
  commit: string,
  git: Git,
  { scratch, root, granted }: HistoryOptions,
): Promise<Files | undefined> {
  const folder = await scratch()
  const tree = join(folder.path, 'tree')
  // git takes attributes from the work tree, and those of the change could run a filter or turn texts into no texts
  const environment = { GIT_INDEX_FILE: join(folder.path, 'index'), GIT_WORK_TREE: tree }
  await folder.write('tree/.keep', '')
  const read = output(await git(['read-tree', commit], environment))
  if (read === undefined) return undefined
  const written = output(await git([...plainContent, 'checkout-index', '--all', '--force'], environment))
  return written === undefined ? undefined : createFiles(tree, { granted, standsFor: root })
}

async function changedSince(commit: string, git: Git): Promise<readonly string[] | undefined> {
  const tracked = output(
    await git([
      'diff',
      '--name-only',
      '--no-renames',
      '--no-ext-diff',
      '--ignore-submodules=dirty',
      '-z',
      commit,
      '--',
    ]),
  )
  const untracked = output(await git(['ls-files', '--others', '--exclude-standard', '-z']))
  if (tracked === undefined || untracked === undefined) return undefined
  return `${tracked}${untracked}`.split('\0').filter(path => path !== '')
}

function output(result: ProgramResult): string | undefined {
  return result.kind === 'ended' && result.exitCode === 0 ? result.stdout : undefined
}
