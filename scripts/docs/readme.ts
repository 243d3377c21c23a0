import { outputs } from '../../src/action/settings.ts'
import { inputs } from './action-yml.ts'

/** The README with its tables made anew between their marks. */
export function withTables(readme: string): string {
  return between(between(readme, 'inputs', inputTable()), 'outputs', outputTable())
}

function between(text: string, mark: string, table: string): string {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md has no place for the table of ${mark}`)
  return `${text.slice(0, from)}${start}\n\n${table}\n\n${text.slice(to)}`
}

function inputTable(): string {
  const rows = inputs.map(({ name, help, default: standard = '', choices }) => {
    const meaning = choices ? `${help}: ${choices.map(choice => `\`${choice}\``).join(', ')}` : help
    return `| \`${name}\` | ${meaning} | ${standard.startsWith('$') ? `\`${standard}\`` : standard} |`
  })
  return ['| input | meaning | default |', '| --- | --- | --- |', ...rows].join('\n')
}

function outputTable(): string {
  return [
    '| output | meaning |',
    '| --- | --- |',
    ...outputs.map(({ name, help }) => `| \`${name}\` | ${help} |`),
  ].join('\n')
}
