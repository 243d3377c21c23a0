import { Command, Option } from 'commander'
import type { RawSettings, Setting, SettingName } from '../config/settings.ts'
import { settings } from '../config/settings.ts'
import { version } from '../version.ts'
import { flagOf } from './flag-of.ts'
import { addIncidentCommands } from './incident-commands.ts'
import type { IncidentCall } from './incident-commands.ts'

/** What the command line asks for. */
export type Call =
  | { readonly command: 'check' | 'list'; readonly raw: RawSettings; readonly view: View }
  | { readonly command: 'demo' }
  | IncidentCall

/** How the result is shown. */
export interface View {
  readonly format: Format
  readonly output?: string | undefined
  readonly verbose: boolean
  readonly quiet: boolean
  /** Only where each setting comes from; nothing is checked. */
  readonly explainConfig: boolean
  /** The exact place of every image, not only of those with findings. */
  readonly trace?: boolean | undefined
  /** Whether findings are mended in the files, and whether that is asked for, done, or only shown. */
  readonly fix?: 'ask' | 'yes' | 'dry-run' | undefined
}

export const formats = ['text', 'json', 'markdown', 'sarif', 'github', 'gitlab'] as const

export type Format = (typeof formats)[number]

/** The command line as commander reads it; `run` gets the call that was understood. */
export function buildProgram(run: (call: Call) => Promise<void>): Command {
  const program = new Command('will-it-pull')
    .description('Proves that every node can pull every image that a change would deploy.')
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError('(try `will-it-pull --help`)')
  const check = program
    .command('check', { isDefault: true })
    .description('check that nodes can pull every image; the default command')
    .addHelpText('after', helpAfterCheck)
  const list = program.command('list').description('list the images and where they stand; asks no registry')
  for (const command of [check, list]) {
    command.argument('[path...]', pathHelp).action(async (paths: string[]) => {
      await run({ command: command === list ? 'list' : 'check', ...readCall(paths, command.opts()) })
    })
    addOptions(command, command === list ? offlineSettings : undefined)
  }
  addFixOptions(check)
  program
    .command('demo')
    .description('check a broken chart against a registry on this machine, and fix it step by step')
    .action(async () => run({ command: 'demo' }))
  addIncidentCommands(program, run)
  return program
}

function addFixOptions(check: Command): void {
  check
    .option('--fix', 'Make the edits that mend findings, each one piece of one line; asks first, and checks again')
    .option('--dry-run', 'With --fix: print the edits as a diff, and make none')
    .option('--yes', 'With --fix: do not ask')
}

const pathHelp =
  'charts, kustomizations, manifests, or folders of them; - reads standard input (default: the repository)'

const helpAfterCheck = `
A list: repeat the flag or use commas; --set and --pull-secret are repeated.
Most settings can stand in will-it-pull.yaml too (docs/configuration.md); a flag wins.

Exit code: 0 nothing is broken, 1 something is, 2 nothing could be checked.

Examples:
  will-it-pull check charts/shop --platform linux/amd64,linux/arm64
  will-it-pull check deploy/ --node-credentials none
  kustomize build overlays/prod | will-it-pull check -`

/** What an inventory depends on. The other settings are taken too, so that a call of `check` can be made a `list`. */
const offlineSettings: readonly SettingName[] = [
  'config',
  'values',
  'set',
  'release',
  'namespace',
  'kube-version',
  'api-versions',
  'exclude',
  'image-like-strings',
  'timeout',
  'helm-path',
  'kustomize-path',
]

function addOptions(command: Command, shown: readonly SettingName[] | undefined): void {
  for (const setting of settings) {
    const option = optionOf(setting)
    if (option !== undefined) command.addOption(option.hideHelp(shown !== undefined && !shown.includes(setting.name)))
  }
  command
    .addOption(new Option('--format <format>', 'How the result is printed').choices(formats).default('text'))
    .option('--output <file>', 'Write the result to a file instead of standard output')
    .option('--verbose', 'Show every request and every assumption')
    .option('--quiet', 'Show problems only, no progress')
    .option('--trace', 'Find the exact line of every image, not only of those with findings; renders charts once more')
    .option('--explain-config', 'Show every setting and who set it, and check nothing')
}

function optionOf(setting: Setting): Option | undefined {
  const flag = flagOf(setting)
  if (flag === undefined) return undefined
  // on the command line it is off unless it is there
  if (setting.kind === 'boolean') return new Option(flag, setting.help)
  const standard = setting.default === undefined ? '' : ` (default: ${setting.default})`
  const option = new Option(`${flag} <${setting.kind}>`, `${setting.help}${standard}`)
  if (setting.choices !== undefined) option.choices(setting.choices)
  return setting.kind === 'list' ? option.argParser(collect) : option
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value]
}

function readCall(paths: readonly string[], options: Record<string, unknown>): { raw: RawSettings; view: View } {
  const raw: Record<string, readonly string[]> = paths.length > 0 ? { paths } : {}
  for (const setting of settings as readonly Setting[]) {
    const value = options[camelCase(flagOf(setting) ?? '')]
    if (Array.isArray(value)) raw[setting.name] = value.map(String)
    else if (typeof value === 'string' || value === true) raw[setting.name] = [String(value)]
  }
  const { output } = options
  return {
    raw,
    view: {
      format: formats.find(format => format === options['format']) ?? 'text',
      output: typeof output === 'string' ? output : undefined,
      verbose: options['verbose'] === true,
      quiet: options['quiet'] === true,
      explainConfig: options['explainConfig'] === true,
      trace: options['trace'] === true,
      fix: fixMode(options),
    },
  }
}

function fixMode({ fix, dryRun, yes }: Readonly<Record<string, unknown>>): View['fix'] {
  if (fix !== true) return undefined
  if (dryRun === true) return 'dry-run'
  return yes === true ? 'yes' : 'ask'
}

// commander keeps `--kube-version` as `kubeVersion`
function camelCase(flag: string): string {
  return flag.replace(/^--/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
