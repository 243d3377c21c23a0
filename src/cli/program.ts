import { Command, Option } from 'commander'
import type { RawSettings, Setting } from '../config/settings.ts'
import { settings } from '../config/settings.ts'
import { version } from '../version.ts'

/** What the command line asks for. */
export type Call =
  | { readonly command: 'check' | 'list'; readonly raw: RawSettings; readonly view: View }
  | { readonly command: 'demo' }

/** How the result is shown. */
export interface View {
  readonly format: Format
  readonly output?: string | undefined
  readonly verbose: boolean
  readonly quiet: boolean
  /** Only where each setting comes from; nothing is checked. */
  readonly explainConfig: boolean
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
  const check = program.command('check', { isDefault: true }).description('verify; the same engine as the Action')
  const list = program.command('list').description('the inventory of images, no network')
  for (const command of [check, list]) {
    command.argument('[path...]', 'files, folders, or - for standard input').action(async (paths: string[]) => {
      await run({ command: command === list ? 'list' : 'check', ...readCall(paths, command.opts()) })
    })
    addOptions(command)
  }
  program
    .command('demo')
    .description('a broken chart against an embedded registry, found and fixed one variable at a time')
    .action(async () => run({ command: 'demo' }))
  return program
}

function addOptions(command: Command): void {
  for (const setting of settings) {
    const option = optionOf(setting)
    if (option !== undefined) command.addOption(option)
  }
  command
    .addOption(new Option('--format <format>', 'how the result is printed').choices(formats).default('text'))
    .option('--output <file>', 'write the result to a file instead of standard output')
    .option('--verbose', 'show evidence and assumptions')
    .option('--quiet', 'show problems only, no progress')
    .option('--explain-config', 'show every setting with where it comes from, and check nothing')
}

function optionOf(setting: Setting): Option | undefined {
  const flag = flagOf(setting)
  if (flag === undefined) return undefined
  const standard = setting.default === undefined ? '' : ` (default: ${setting.default})`
  const option = new Option(`${flag} <${setting.kind}>`, `${setting.help}${standard}`)
  if (setting.choices !== undefined) option.choices(setting.choices)
  return setting.kind === 'list' ? option.argParser(collect) : option
}

/** A setting's spelling on the command line, if it has one. */
export function flagOf(setting: Setting): string | undefined {
  if (setting.flag === false) return undefined
  return setting.flag ?? `--${setting.name}`
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value]
}

function readCall(paths: readonly string[], options: Record<string, unknown>): { raw: RawSettings; view: View } {
  const raw: Record<string, readonly string[]> = paths.length > 0 ? { paths } : {}
  for (const setting of settings as readonly Setting[]) {
    const value = options[camelCase(flagOf(setting) ?? '')]
    if (Array.isArray(value)) raw[setting.name] = value.map(String)
    else if (typeof value === 'string') raw[setting.name] = [value]
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
    },
  }
}

// commander keeps `--kube-version` as `kubeVersion`
function camelCase(flag: string): string {
  return flag.replace(/^--/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
