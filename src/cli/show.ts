import { open, writeFile } from 'node:fs/promises'
import process from 'node:process'
import type { Palette } from '../report/views/text/palette.ts'
import type { Report } from '../report/schema.ts'
import type { Call, View } from './program.ts'
import { wantsColour, writeStandardOutput } from './streams.ts'

type Command = Extract<Call, { readonly raw: unknown }>['command']

/** Why the file for the result can't be written, asked before the work that makes it. */
export async function outputProblem({ output }: View): Promise<string | undefined> {
  if (output === undefined) return undefined
  try {
    await (await open(output, 'a')).close()
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return `the file \`${output}\` can't be written: ${reasons[code] ?? code}`
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
}

/** Prints the report in the format that was asked for, or writes it to a file. Views are loaded as needed. */
export async function show(report: Report, view: View, command: Command): Promise<void> {
  const text = await render(report, view, command)
  if (view.output === undefined) await writeStandardOutput(text)
  else await writeFile(view.output, text)
}

async function render(report: Report, view: View, command: Command): Promise<string> {
  switch (view.format) {
    case 'text':
      return command === 'list' ? renderInventory(report, view) : renderText(report, view)
    case 'json':
      return (await import('../report/views/json.ts')).jsonReport(report)
    case 'markdown':
      return (await import('../report/views/markdown/summary.ts')).markdownSummary(report, {})
    case 'sarif':
      return (await import('../report/views/sarif.ts')).sarifReport(report)
    case 'github':
      return (await import('../report/views/github.ts')).githubCommands(report)
    case 'gitlab':
      return (await import('../report/views/gitlab.ts')).gitlabReport(report)
  }
}

async function renderInventory(report: Report, view: View): Promise<string> {
  const { inventoryText } = await import('../report/views/text/inventory.ts')
  return inventoryText(report, await paletteFor(view))
}

async function paletteFor({ output }: View): Promise<Palette> {
  const { colour, plain } = await import('../report/views/text/palette.ts')
  return output === undefined && wantsColour() ? colour : plain
}

async function renderText(report: Report, view: View): Promise<string> {
  const { verbose, quiet, output } = view
  const { textReport } = await import('../report/views/text/text.ts')
  const palette = await paletteFor(view)
  const detail = verbose ? 'verbose' : quiet ? 'quiet' : 'normal'
  return textReport(report, { palette, detail, width: output === undefined ? process.stdout.columns : undefined })
}
