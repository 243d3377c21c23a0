import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { schemaFiles } from './schemas/schema-files.ts'

// Writes the JSON Schemas that editors and other programs read, from the schemas in src.
for (const [path, text] of Object.entries(schemaFiles())) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
