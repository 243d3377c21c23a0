import { annotations } from './annotations.ts'
import type { Annotation, AnnotationOptions } from './annotations.ts'
import { commandData, commandProperty } from '../escape/workflow-command.ts'
import { oneLine, safeLines } from '../escape/terminal.ts'
import type { Report } from '../schema.ts'

/** Workflow commands for `--format github`: annotations, then the verdict as a plain line. */
export function githubCommands(report: Report, options: AnnotationOptions = {}): string {
  const commands = annotations(report, options).map(command)
  const last = safeLines(`${report.verdict}: ${oneLine(report.headline)}`)
  return `${[...commands, last].join('\n')}\n`
}

function command({ level, file, line, endLine, column, endColumn, title, message }: Annotation): string {
  const properties = { file, line, endLine, col: column, endColumn, title }
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${commandProperty(String(value))}`)
  return `::${level} ${written.join(',')}::${commandData(message)}`
}
