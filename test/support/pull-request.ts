import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { File } from '../github/state.ts'
import { runWell } from './child.ts'
import { writeBelow } from './workbench.ts'
import type { Workbench } from './workbench.ts'

/** Files by path. */
export type Contents = Readonly<Record<string, string>>

/** The commits of a pull request as GitHub makes them. */
export interface Commits {
  readonly base: string
  readonly head: string
  /** GitHub's merge of the two: `refs/pull/7/merge`. */
  readonly merge: string
}

export interface Repository {
  readonly commits: Commits
  /** What GitHub lists as the files of the pull request. */
  readonly files: readonly File[]
  /** Leaves the workspace as actions/checkout does by default: that one commit, detached, without its history. */
  checkOut(which: keyof Commits, folder?: string): Promise<void>
}

/** Makes a repository whose pull request changes `before` to `after`, and checks out its merge commit. */
export async function pullRequest(bench: Workbench, before: Contents, after: Contents): Promise<Repository> {
  return contestedPullRequest(bench, { before, after, meanwhile: {} })
}

/** The same; `meanwhile` is what others put on the base branch after the pull request was begun. */
export async function contestedPullRequest(
  bench: Workbench,
  { before, after, meanwhile }: Readonly<Record<'before' | 'after' | 'meanwhile', Contents>>,
): Promise<Repository> {
  const origin = join(bench.beside, `origin-${crypto.randomUUID()}`)
  await mkdir(origin)
  const git = gitIn(origin, bench)
  await git('init', '--quiet', '--initial-branch=main')
  const start = await commit(origin, before, git)
  await git('checkout', '--quiet', '-b', 'topic')
  const head = await commit(origin, after, git)
  await git('checkout', '--quiet', 'main')
  const base = Object.keys(meanwhile).length === 0 ? start : await commit(origin, meanwhile, git)
  await git('merge', '--quiet', '--no-ff', '-m', `Merge ${head} into ${base}`, 'topic')
  const merge = await git('rev-parse', 'HEAD')
  for (const [name, sha] of Object.entries({ base, head, merge })) await git('update-ref', `refs/pull/7/${name}`, sha)
  const checkOut = (which: string, folder = '.') =>
    checkOutAt(join(bench.repository, folder), { bench, origin, ref: `pull/7/${which}` })
  await checkOut('merge')
  return { commits: { base, head, merge }, files: await filesBetween(start, head, git), checkOut }
}

async function filesBetween(start: string, head: string, git: Git): Promise<readonly File[]> {
  const names = (await git('diff', '--no-renames', '--name-status', start, head))
    .split('\n')
    .filter(line => line !== '')
  const listed = names.map(async line => {
    const [letter = '', path = ''] = line.split('\t')
    const patch = await git('diff', '--no-renames', start, head, '--', path)
    const hunks = patch.slice(patch.indexOf('\n@@ ') + 1)
    return { path, status: statusOf(letter), patch: hunks }
  })
  return Promise.all(listed)
}

function statusOf(letter: string): File['status'] {
  if (letter === 'A') return 'added'
  return letter === 'D' ? 'removed' : 'modified'
}

async function commit(origin: string, files: Contents, git: Git): Promise<string> {
  for (const [path, text] of Object.entries(files)) await writeBelow(origin, path, text)
  await git('add', '--all')
  await git('commit', '--quiet', '--allow-empty', '-m', 'Change')
  return git('rev-parse', 'HEAD')
}

/** The commands of actions/checkout (src/git-command-manager.ts), with its default depth of one commit. */
async function checkOutAt(
  folder: string,
  { bench, origin, ref }: { readonly bench: Workbench; readonly origin: string; readonly ref: string },
): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const git = gitIn(folder, bench)
  await git('init', '--quiet')
  await git('remote', 'add', 'origin', `file://${origin}`)
  await git('fetch', '--quiet', '--no-tags', '--prune', '--depth=1', 'origin', `+refs/${ref}:refs/remotes/${ref}`)
  await git('checkout', '--quiet', '--force', `refs/remotes/${ref}`)
}

type Git = (...words: readonly string[]) => Promise<string>

function gitIn(folder: string, { environment }: Workbench): Git {
  const call = { program: 'git', folder, environment: { ...environment, ...settled } }
  return async (...words) => (await runWell({ ...call, arguments: words })).trim()
}

const settled = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.test',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.test',
}
