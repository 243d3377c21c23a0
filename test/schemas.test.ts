import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { schemaFiles } from '../scripts/schemas/schema-files.ts'

test.each(Object.entries(schemaFiles()))('%s is what the schemas in src make: npm run schemas', async (path, text) => {
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(JSON.parse(text))
})
