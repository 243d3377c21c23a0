import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { repositoryRoot } from './repository-root.ts'

test.each([
  ['repo', 'repo'],
  ['repo/charts/shop', 'repo'],
  ['repo/charts/shop/Chart.yaml', 'repo'],
  ['repo/charts/nothing/here', 'repo'],
  ['worktree/deploy', 'worktree'],
  ['plain/deploy', 'plain/deploy'],
  ['plain/deploy/a.yaml', 'plain/deploy'],
  ['link', 'repo'],
])('the root of %s is %s', async (path, expected) => {
  await using tree = await fileTree({
    'repo/.git/HEAD': 'ref',
    'repo/charts/shop/Chart.yaml': '',
    'worktree/.git': 'gitdir: elsewhere',
    'worktree/deploy/': '',
    'plain/deploy/a.yaml': '',
  })
  await tree.link('link', 'repo/charts')
  expect(await repositoryRoot(join(tree.root, path))).toBe(join(tree.root, expected))
})
