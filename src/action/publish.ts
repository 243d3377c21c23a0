import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import { plain } from '../report/text/palette.ts'
import { textReport } from '../report/text/text.ts'
import type { Report } from '../report/schema.ts'
import { annotate, giveOutputs, summarize, writeFiles } from './channels.ts'
import type { CommentOutcome, CommentShell } from './comment.ts'

/** Tells the result everywhere that it was asked for. A channel that fails costs that channel only. */
export async function publish(report: Report, shell: CommentShell): Promise<void> {
  const { inputs, environment, context } = shell
  core.info(textReport(report, { palette: plain, detail: 'normal' }))
  if (inputs.publish['annotations'] !== 'false') annotate(report)
  if (inputs.publish['summary'] !== 'false')
    await guarded('The job summary', () => summarize(report, context, environment))
  const reportFile = inputs.publish['report-file'] ?? (await temporaryReport(environment))
  const sarif = inputs.publish['sarif-file']
  await guarded('The report file', () => writeFiles(report, { report: reportFile, sarif }))
  const outcome = await guarded('The comment', () => commentOn(report, shell))
  if (outcome?.notice !== undefined) core.notice(outcome.notice)
  giveOutputs(outputsOf(report, { reportFile, sarif, comment: outcome?.id }), environment)
}

// Octokit is loaded only where a comment may be written
async function commentOn(report: Report, shell: CommentShell): Promise<CommentOutcome> {
  return (await import('./comment.ts')).comment(report, shell)
}

async function guarded<T>(channel: string, write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write()
  } catch (error) {
    core.notice(`${channel} could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

async function temporaryReport(environment: CommentShell['environment']): Promise<string> {
  return join(await mkdtemp(join(environment['RUNNER_TEMP'] ?? tmpdir(), 'will-it-pull-')), 'report.json')
}

function outputsOf(
  { verdict, summary }: Report,
  files: { readonly reportFile: string; readonly sarif: string | undefined; readonly comment: number | undefined },
): Readonly<Record<string, string | number>> {
  return {
    verdict,
    unpullable: summary.unpullable,
    unknown: summary.unknown,
    images: summary.images,
    'report-file': files.reportFile,
    'sarif-file': files.sarif ?? '',
    'comment-id': files.comment ?? '',
  }
}
