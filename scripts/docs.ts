import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actionYml } from './docs/action-yml.ts'
import { incidentPage } from './docs/incident-page.ts'
import { withTables } from './docs/readme.ts'
import { rulePageFiles } from './docs/rule-pages.ts'

// Writes what is made from tables: action.yml, the tables of the README, the pages of the rules, and that of incidents.
await writeFile('action.yml', actionYml())
await writeFile('README.md', withTables(await readFile('README.md', 'utf8')))
await writeFile('docs/incidents.md', incidentPage())
await mkdir('docs/rules', { recursive: true })
for (const [name, text] of rulePageFiles()) await writeFile(join('docs/rules', name), text)
