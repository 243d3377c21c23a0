import type { Command } from 'commander'
import { Option } from 'commander'

/** How the commands for an incident print. */
export const plainFormats = ['text', 'json', 'markdown'] as const

export type PlainFormat = (typeof plainFormats)[number]

/** What is asked for when it has happened anyway. */
export type IncidentCall =
  | ({ readonly command: 'explain'; readonly words: readonly string[] } & Printing)
  | ({ readonly command: 'triage'; readonly files: readonly string[]; readonly verify: boolean } & Printing)
  | { readonly command: 'walkthrough'; readonly step: boolean; readonly output?: string | undefined }

interface Printing {
  readonly format: PlainFormat
  readonly output?: string | undefined
}

/** Adds `explain`, `triage` and `walkthrough`. */
export function addIncidentCommands(program: Command, run: (call: IncidentCall) => Promise<void>): void {
  printing(program.command('explain'))
    .description('what a code means, or a message of the kubelet; without an argument: all codes')
    .argument('[code or message...]', 'a code, a message pasted as it is, or - for standard input')
    .action(async (words: string[], options: Record<string, unknown>) =>
      run({ command: 'explain', words, ...printingOf(options) }),
    )
  printing(program.command('triage'))
    .description('pods and events of `kubectl get … -o json`: which layer failed, and what to look at next')
    .argument('[file...]', 'what kubectl wrote, or - for standard input')
    .option('--verify', "ask the registries too, as each pod's node would")
    .action(async (files: string[], options: Record<string, unknown>) =>
      run({ command: 'triage', files, verify: options['verify'] === true, ...printingOf(options) }),
    )
  program
    .command('walkthrough')
    .description('a lesson: one thing is broken and mended at a time, with what the kubelet says')
    .option('--step', 'wait for Enter after each step')
    .option('--output <file>', 'write the incident report to a file instead of standard output')
    .action(async (options: Record<string, unknown>) =>
      run({ command: 'walkthrough', step: options['step'] === true, output: printingOf(options).output }),
    )
}

function printing(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how the result is printed').choices(plainFormats).default('text'))
    .option('--output <file>', 'write the result to a file instead of standard output')
}

function printingOf({ format, output }: Record<string, unknown>): Printing {
  return {
    format: plainFormats.find(known => known === format) ?? 'text',
    output: typeof output === 'string' ? output : undefined,
  }
}
