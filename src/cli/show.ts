import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import type { Report } from '../report/schema.ts'
import type { View } from './program.ts'
import { wantsColour, writeStandardOutput } from './streams.ts'

/** Prints the report in the format that was asked for, or writes it to a file. Views are loaded as needed. */
export async function show(report: Report, view: View): Promise<void> {
  const text = await render(report, view)
  if (view.output === undefined) await writeStandardOutput(text)
  else await writeFile(view.output, text)
}

async function render(report: Report, view: View): Promise<string> {
  switch (view.format) {
    case 'text':
      return renderText(report, view)
    case 'json':
      return (await import('../report/json.ts')).jsonReport(report)
    case 'markdown':
      return (await import('../report/markdown/summary.ts')).markdownSummary(report, {})
    case 'sarif':
      return (await import('../report/sarif.ts')).sarifReport(report)
    case 'github':
      return (await import('../report/github.ts')).githubCommands(report)
    case 'gitlab':
      return (await import('../report/gitlab.ts')).gitlabReport(report)
  }
}

async function renderText(report: Report, { verbose, quiet, output }: View): Promise<string> {
  const { textReport } = await import('../report/text/text.ts')
  const { colour, plain } = await import('../report/text/palette.ts')
  const palette = output === undefined && wantsColour() ? colour : plain
  const detail = verbose ? 'verbose' : quiet ? 'quiet' : 'normal'
  return textReport(report, { palette, detail, width: output === undefined ? process.stdout.columns : undefined })
}
