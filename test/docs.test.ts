import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionYml } from '../scripts/docs/action-yml.ts'
import { withTables } from '../scripts/docs/readme.ts'
import { version } from '../src/version.ts'

const fold = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---')

test('action.yml is what the tables of settings make', async () => {
  expect(parse(await readFile('action.yml', 'utf8'))).toEqual(parse(actionYml()))
})

test("the README's tables are what the settings make", async () => {
  const readme = await readFile('README.md', 'utf8')
  expect(fold(readme)).toBe(fold(withTables(readme)))
})

test('the version is that of the package', async () => {
  const { version: packaged } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  expect(version).toBe(packaged)
})
