import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
