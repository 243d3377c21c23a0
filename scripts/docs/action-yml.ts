import { stringify } from 'yaml'
import { outputs, publishSettings } from '../../src/action/settings.ts'
import type { Setting } from '../../src/config/settings.ts'
import { settings } from '../../src/config/settings.ts'

const all: readonly Setting[] = [...settings, ...publishSettings]

/** Every input of the Action, in the order of its tables. */
export const inputs = all.filter(({ input }) => input !== false)

/** The text of action.yml, made from the tables of settings. */
export function actionYml(): string {
  const definition = {
    name: 'will-it-pull',
    description:
      'Proves that every cluster node can pull every image that a change deploys, and blocks the merge if not.',
    author: 'will-it-pull contributors',
    branding: { icon: 'check-circle', color: 'blue' },
    inputs: Object.fromEntries(inputs.map(setting => [setting.name, inputOf(setting)])),
    outputs: Object.fromEntries(outputs.map(({ name, help }) => [name, { description: help }])),
    runs: { using: 'node24', main: 'dist/index.js' },
  }
  return `# Made by \`npm run docs\` from the tables of settings in src.\n${stringify(definition, { lineWidth: 0 })}`
}

// a default here could not be told from what a user chose, so only what the runner fills in has one
function inputOf({ help, default: standard, choices }: Setting): Readonly<Record<string, unknown>> {
  const isFilledIn = standard?.startsWith('${{') === true
  const description = [
    help,
    choices && `one of ${choices.join(', ')}`,
    standard && !isFilledIn && `default: ${standard}`,
  ]
    .filter(part => part)
    .join('; ')
  return { description, required: false, ...(isFilledIn && { default: standard }) }
}
