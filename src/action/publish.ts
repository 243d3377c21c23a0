import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as core from '@actions/core'
import { plain } from '../report/views/text/palette.ts'
import { textReport } from '../report/views/text/text.ts'
import type { ReadLine } from '../suggest/types.ts'
import { annotate, giveOutputs, summarize, writeFiles } from './channels.ts'
import { outputsOf } from './outputs.ts'
import { guarded } from './guarded.ts'
import type { HeadReport } from './head-lines.ts'
import { instanceOf } from './instance.ts'
import type { Shell } from './pull-request.ts'

/** Tells the result everywhere that it was asked for. A channel that fails costs that channel only. */
export async function publish(shown: HeadReport, { shell, readLine }: Publishing): Promise<void> {
  const { inputs, environment, context } = shell
  const { report } = shown
  core.info(textReport(report, { palette: plain, detail: 'normal' }))
  if (inputs.publish['annotations'] !== 'false') annotate(shown)
  if (inputs.publish['summary'] !== 'false')
    await guarded('The job summary', () => summarize(report, context, environment))
  const reportFile = inputs.publish['report-file'] ?? (await temporaryReport(environment))
  const sarif = inputs.publish['sarif-file']
  const workspace = resolve(environment['GITHUB_WORKSPACE'] ?? '.')
  await guarded('The report file', () =>
    writeFiles(shown, { report: reportFile, sarif, category: instanceOf(shell).key, workspace }),
  )
  const comment = await guarded('The comment', () => onPullRequest(shown, { shell, readLine }))
  giveOutputs(outputsOf(report, { reportFile, sarif, comment }), environment)
}

export interface Publishing {
  readonly shell: Shell
  /** Reads the files that were checked. */
  readonly readLine: ReadLine
}

/** Writes on the pull request, where there is one; gives the id of the comment. */
async function onPullRequest(shown: HeadReport, { shell, readLine }: Publishing): Promise<number | undefined> {
  const { comment: mode, suggestions } = shell.inputs.publish
  if (mode === 'never' && suggestions === 'false') return undefined
  // Octokit is loaded only where something may be written
  const [{ reachPullRequest }, { comment }] = await Promise.all([import('./pull-request.ts'), import('./comment.ts')])
  const reached = await reachPullRequest(shell)
  if (reached.kind === 'none') return void (reached.notice !== undefined && core.notice(reached.notice))
  const { id, notice, hasFailed } = await comment(shown.report, { api: reached.api, shell })
  if (notice !== undefined) core.notice(notice)
  if (hasFailed === true) return id
  const { suggestEdits } = await import('./suggestions.ts')
  const trouble = await suggestEdits(shown, reached.api, { shell, readLine })
  if (trouble !== undefined) core.notice(trouble)
  return id
}

async function temporaryReport(environment: Shell['environment']): Promise<string> {
  return join(await mkdtemp(join(environment['RUNNER_TEMP'] ?? tmpdir(), 'will-it-pull-')), 'report.json')
}
