import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHistory } from './history.ts'
import { createRunProgram } from './run-program.ts'
import { createScratch } from './scratch.ts'

const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.test', '-c', 'commit.gpgsign=false']

/** A repository with a main line, a branch of it, and GitHub's merge of the branch checked out. */
async function repository() {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'history-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const root = join(folder, 'work')
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...identity, '-C', root, ...words], { encoding: 'utf8' }).trim()
  const commit = async (name: string, text: string) => {
    await writeFile(join(root, name), text)
    git('add', '--all')
    git('commit', '--quiet', '-m', name)
    return git('rev-parse', 'HEAD')
  }
  execFileSync('git', ['init', '--quiet', '-b', 'main', root])
  git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const start = await commit('a.yaml', 'one')
  git('checkout', '--quiet', '-b', 'change')
  const head = await commit('b.yaml', 'two')
  git('checkout', '--quiet', 'main')
  const base = await commit('c.yaml', 'three')
  git('checkout', '--quiet', '--detach')
  git('merge', '--quiet', '--no-ff', '-m', 'merge', head)
  const scratch = stack.use(await createScratch())
  const owned = stack.move()
  const open = (at: string) =>
    createHistory({
      root: at,
      run: createRunProgram({ folder: at, home: scratch.path }),
      scratch: async () => owned.use(await createScratch()),
    })
  return { folder, root, git, start, head, base, open, [Symbol.asyncDispose]: () => owned.disposeAsync() }
}

test("the base of GitHub's merge is its first parent, also in a shallow clone", async () => {
  await using repo = await repository()
  const wish = { kind: 'event', headSha: repo.head, baseSha: repo.start } as const
  expect(await repo.open(repo.root).base(wish)).toEqual({ kind: 'commit', sha: repo.base })
  const shallow = join(repo.folder, 'shallow')
  const merge = repo.git('rev-parse', 'HEAD')
  execFileSync('git', ['init', '--quiet', shallow])
  execFileSync('git', ['-C', shallow, 'remote', 'add', 'origin', `file://${repo.root}`])
  execFileSync('git', ['-C', shallow, 'fetch', '--quiet', '--depth=1', 'origin', merge])
  execFileSync('git', ['-C', shallow, 'checkout', '--quiet', merge])
  expect(await repo.open(shallow).base(wish)).toEqual({ kind: 'commit', sha: repo.base })
})

test('where the head itself is checked out, the base is what both have in common', async () => {
  await using repo = await repository()
  repo.git('checkout', '--quiet', repo.head)
  const history = repo.open(repo.root)
  const start = { kind: 'commit', sha: repo.start }
  expect(await history.base({ kind: 'event', headSha: repo.head, baseSha: repo.base })).toEqual(start)
  expect(await history.base({ kind: 'revision', revision: 'main' })).toEqual(start)
})

test('a revision that nobody knows, or that looks like a flag, is no base', async () => {
  await using repo = await repository()
  const history = repo.open(repo.root)
  expect(await history.base({ kind: 'revision', revision: 'no-such' })).toMatchObject({ kind: 'none' })
  expect(await history.base({ kind: 'revision', revision: '--upload-pack=x' })).toMatchObject({ kind: 'none' })
})

test('the files of a commit lie beside the work tree, which stays as it is', async () => {
  await using repo = await repository()
  const files = await repo.open(repo.root).files(repo.base)
  expect(await files?.read('c.yaml')).toEqual({ kind: 'text', text: 'three' })
  expect(await files?.read('b.yaml')).toEqual({ kind: 'absent' })
  expect(repo.git('status', '--porcelain')).toBe('')
})

test('what changed is told with both names of what moved, and with what git does not know yet', async () => {
  await using repo = await repository()
  repo.git('mv', 'a.yaml', 'moved.yaml')
  await writeFile(join(repo.root, 'new file.yaml'), '')
  const changed = await repo.open(repo.root).changed(repo.base)
  expect(changed?.toSorted()).toEqual(['a.yaml', 'b.yaml', 'moved.yaml', 'new file.yaml'])
})

test('attributes of the work tree have no say in the files of another commit', async () => {
  await using repo = await repository()
  const ran = join(repo.folder, 'ran')
  repo.git('config', 'filter.mine.smudge', `touch ${ran}; cat`)
  await writeFile(join(repo.root, '.gitattributes'), '* filter=mine working-tree-encoding=UTF-16LE\n')
  const files = await repo.open(repo.root).files(repo.base)
  expect(await files?.read('c.yaml')).toEqual({ kind: 'text', text: 'three' })
  expect(existsSync(ran)).toBe(false)
})
