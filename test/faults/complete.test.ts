import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from '../../src/simulator/faults/faults.ts'

test('every fault of the embedded registry has its row', async () => {
  const folder = import.meta.dirname
  const files = (await readdir(folder)).filter(name => name.endsWith('.test.ts'))
  const texts = await Promise.all(files.map(name => readFile(join(folder, name), 'utf8')))
  const table = texts.join('\n')
  expect(
    Object.keys(faults).filter(name => !table.includes(`fault: '${name}'`) && !table.includes(`fault: ${name}`)),
  ).toEqual([])
})
