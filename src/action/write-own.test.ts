import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { writeOwn } from './write-own.ts'

const contents = { 'work/out/': '', 'work/old.json': 'old', 'beside/mine': 'mine', 'beside/folder/': '' }

test.each(['new.json', 'old.json', 'out/new.json', './out/../new.json'])('%s is written', async path => {
  await using tree = await fileTree(contents)
  await writeOwn(path, 'new', join(tree.root, 'work'))
  expect(await readFile(join(tree.root, 'work', path), 'utf8')).toBe('new')
})

test('a file elsewhere is written, by way of a link too, since no change can have put it there', async () => {
  await using tree = await fileTree(contents)
  await symlink('mine', join(tree.root, 'beside/link'))
  await writeOwn(join(tree.root, 'beside/link'), 'new', join(tree.root, 'work'))
  expect(await readFile(join(tree.root, 'beside/mine'), 'utf8')).toBe('new')
})

test.each([
  ['a link to a file', 'link', '../beside/mine', 'link'],
  ['a link to a file that is not there', 'link', '../beside/new', 'link'],
  ['a link to a file of the workspace', 'link', 'old.json', 'link'],
  ['a linked folder', 'linked', '../beside', 'linked/mine'],
  ['a linked folder further up', 'linked', '../beside', 'linked/folder/new'],
])('%s in the workspace is left alone', async (_, name, target, path) => {
  await using tree = await fileTree(contents)
  await symlink(target, join(tree.root, 'work', name))
  await expect(writeOwn(path, 'new', join(tree.root, 'work'))).rejects.toThrow(/link/)
  expect(await readFile(join(tree.root, 'beside/mine'), 'utf8')).toBe('mine')
  expect(await readFile(join(tree.root, 'work/old.json'), 'utf8')).toBe('old')
})
