import { appendFile } from 'node:fs/promises'
import * as core from '@actions/core'
import { annotations } from '../report/views/annotations.ts'
import { jsonReport } from '../report/views/json.ts'
import { markdownSummary } from '../report/views/markdown/summary.ts'
import type { Report } from '../report/schema.ts'
import type { RunContext } from './context.ts'
import type { HeadReport } from './head-lines.ts'
import type { Environment } from './inputs.ts'
import { writeOwn } from './write-own.ts'

/** Annotates the lines, worst first, within what GitHub keeps of one step. */
export function annotate({ report, isChanged }: HeadReport): void {
  for (const annotation of annotations(report, { isChanged })) {
    const { level, message, file, line, endLine, column, endColumn, title } = annotation
    const place = {
      title,
      ...(file !== undefined && { file }),
      ...(line !== undefined && { startLine: line, endLine: endLine ?? line }),
      ...(column !== undefined && endColumn !== undefined && { startColumn: column, endColumn }),
    }
    if (level === 'error') core.error(message, place)
    else core.warning(message, place)
  }
}

/** Writes the job summary, where the runner has a place for it. */
export async function summarize(report: Report, context: RunContext, environment: Environment): Promise<void> {
  const path = environment['GITHUB_STEP_SUMMARY']
  if (path === undefined || path === '') return
  const { repository, serverUrl, sha } = context
  await appendFile(path, markdownSummary(report, { repository: { serverUrl, repository, sha } }))
}

/** Where files go: paths as they were named, and the absolute folder of the workspace that they are told from. */
export interface WrittenFiles {
  readonly report: string
  readonly sarif?: string | undefined
  readonly category: string
  readonly workspace: string
}

/**
 * Writes the report with the lines that are shown, and SARIF where it was asked for, whose lines code scanning looks for
 * in the commit that is checked out.
 */
export async function writeFiles({ report, checked }: HeadReport, files: WrittenFiles): Promise<void> {
  await writeOwn(files.report, jsonReport(report), files.workspace)
  if (files.sarif === undefined) return
  const { sarifReport } = await import('../report/views/sarif.ts')
  await writeOwn(files.sarif, sarifReport(checked, { category: files.category }), files.workspace)
}

/** Gives the outputs to later steps. */
export function giveOutputs(values: Readonly<Record<string, string | number>>, environment: Environment): void {
  // without the file the runner's library would print the old command form
  if (!environment['GITHUB_OUTPUT']) return
  for (const [name, value] of Object.entries(values)) core.setOutput(name, value)
}
