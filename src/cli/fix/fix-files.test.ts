import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { editedFiles, keepOnly, writeEdited } from './fix-files.ts'
import type { PlannedEdit } from './fix-plan.ts'

const edit = (file: string, change: Partial<PlannedEdit> = {}): PlannedEdit => ({
  file,
  line: 1,
  column: 6,
  endColumn: 7,
  replaces: '1',
  text: '2',
  uses: ['u1'],
  ...change,
})

test('another text at the place is not edited', async () => {
  await using tree = await fileTree({ 'a.yaml': 'tag: 3\n', 'b.yaml': 'tag: 1\r\n' })
  const { files, refused } = await editedFiles(tree.root, [edit('a.yaml'), edit('b.yaml')])
  expect(files.map(({ file, after }) => [file, after])).toEqual([['b.yaml', 'tag: 2\r\n']])
  expect(refused).toEqual(['a.yaml has changed meanwhile'])
})

test.each(['link.yaml', 'linked/a.yaml', '../outside.yaml', '.git/config', 'none.yaml', 'folder'])(
  '%s is left alone',
  async file => {
    const contents = { 'root/a.yaml': 'tag: 1\n', 'outside.yaml': 'tag: 1\n', 'root/.git/config': 'tag: 1\n' }
    await using tree = await fileTree({ ...contents, 'root/folder/': '', 'other/a.yaml': 'tag: 1\n' })
    const root = join(tree.root, 'root')
    await symlink('a.yaml', join(root, 'link.yaml'))
    await symlink('../other', join(root, 'linked'))
    const { files, refused } = await editedFiles(root, [edit(file)])
    expect(files).toEqual([])
    expect(refused).toEqual([`${file} is a link, or no file of this repository that can be written`])
  },
)

test('what changes before it is written, or before it is taken back, stays as it is', async () => {
  await using tree = await fileTree({ 'a.yaml': 'tag: 1\n', 'b.yaml': 'tag: 1\n', 'c.yaml': 'tag: 1\n' })
  const textOf = (file: string) => readFile(join(tree.root, file), 'utf8')
  const { files } = await editedFiles(
    tree.root,
    ['a.yaml', 'b.yaml', 'c.yaml'].map(file => edit(file)),
  )
  await writeFile(join(tree.root, 'a.yaml'), 'tag: mine\n')
  const written = await writeEdited(files)
  expect(written.map(({ file }) => file)).toEqual(['b.yaml', 'c.yaml'])
  await writeFile(join(tree.root, 'b.yaml'), 'tag: 2 # mine\n')
  const { changed } = await keepOnly(written, [])
  expect(changed.map(({ file }) => file)).toEqual(['b.yaml'])
  expect(await Promise.all(['a.yaml', 'b.yaml', 'c.yaml'].map(textOf))).toEqual([
    'tag: mine\n',
    'tag: 2 # mine\n',
    'tag: 1\n',
  ])
})

test('only the edits that are kept stay', async () => {
  await using tree = await fileTree({ 'a.yaml': 'tag: 1\ntag: 1\n' })
  const [first, second] = [edit('a.yaml'), edit('a.yaml', { line: 2, text: '3' })]
  const written = await writeEdited((await editedFiles(tree.root, [first, second])).files)
  expect(await readFile(join(tree.root, 'a.yaml'), 'utf8')).toBe('tag: 2\ntag: 3\n')
  await keepOnly(written, [second])
  expect(await readFile(join(tree.root, 'a.yaml'), 'utf8')).toBe('tag: 1\ntag: 3\n')
})
