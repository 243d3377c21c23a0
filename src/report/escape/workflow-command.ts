import { oneLine } from './terminal.ts'

/** The message of a workflow command (actions/toolkit, command.ts: `escapeData`). */
export function commandData(text: string): string {
  return text.replaceAll('##[', '## [').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** A property of a workflow command, e.g. a file or a title; one line. */
export function commandProperty(text: string): string {
  return commandData(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
