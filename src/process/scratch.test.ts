import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { createScratch } from './scratch.ts'

test('a scratch folder is private, and gone afterwards', async () => {
  const scratch = await createScratch()
  const file = await scratch.write('below/values.yaml', 'a: 1')
  expect(readFileSync(file, 'utf8')).toBe('a: 1')
  expect(statSync(scratch.path).mode & 0o077).toBe(0)
  expect(statSync(file).mode & 0o077).toBe(0)
  await scratch[Symbol.asyncDispose]()
  expect(existsSync(scratch.path)).toBe(false)
})

test.each(['../beside', 'a/../../beside', join('/', 'tmp', 'beside')])('%s is refused as a name', async name => {
  await using scratch = await createScratch()
  await expect(scratch.write(name, '')).rejects.toThrow('not a name inside the folder')
})

test('a copy holds no .git, and what leads nowhere leads nowhere in it too', async () => {
  await using tree = await fileTree({ 'chart/a.yaml': 'a', 'chart/.git/config': 'token', 'chart/sub/.git/config': '' })
  await tree.link('chart/link.yaml', 'a.yaml')
  await tree.link('chart/broken', '../decoy')
  await tree.link('chart/circle', 'circle')
  await using scratch = await createScratch()
  await scratch.write('decoy', 'secret')
  const copy = await scratch.copy(join(tree.root, 'chart'), 'copy')
  expect(readdirSync(copy, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'a.yaml',
    'broken',
    'circle',
    'link.yaml',
    'sub',
  ])
  expect(readFileSync(join(copy, 'link.yaml'), 'utf8')).toBe('a')
  expect(existsSync(join(copy, 'broken'))).toBe(false)
})
