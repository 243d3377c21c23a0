import { readFile, writeFile } from 'node:fs/promises'
import { actionYml } from './docs/action-yml.ts'
import { withTables } from './docs/readme.ts'

// Writes what is made from the tables of settings: action.yml and the tables of the README.
await writeFile('action.yml', actionYml())
await writeFile('README.md', withTables(await readFile('README.md', 'utf8')))
