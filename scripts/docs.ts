import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actionYml } from './docs/action-yml.ts'
import { withTables } from './docs/readme.ts'
import { rulePageFiles } from './docs/rule-pages.ts'

// Writes what is made from tables: action.yml, the tables of the README, and the pages of the rules.
await writeFile('action.yml', actionYml())
await writeFile('README.md', withTables(await readFile('README.md', 'utf8')))
await mkdir('docs/rules', { recursive: true })
for (const [name, text] of rulePageFiles()) await writeFile(join('docs/rules', name), text)
