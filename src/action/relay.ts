import { lstat, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as core from '@actions/core'
import type { WorkflowRunEvent } from '../github/event/event.ts'
import { oneLine } from '../report/escape/terminal.ts'
import { readReport } from '../report/read-report.ts'
import type { ReadReport } from '../report/read-report.ts'
import { giveOutputs, summarize } from './channels.ts'
import { comment } from './comment.ts'
import type { RunContext } from './context.ts'
import { guarded } from './guarded.ts'
import { outputsOf } from './outputs.ts'
import { reachPullRequest } from './pull-request.ts'
import type { Shell } from './pull-request.ts'

// a report of five thousand findings has some ten of them
const mostBytes = 32 * 1024 * 1024

/**
 * Tells on the pull request what an earlier run reported that could not write there itself, such as a fork's. Nothing of
 * that run is trusted: its report is data, which is shown like any other, and the pull request is the one that GitHub
 * has for the commit of that run. Nothing is checked out or checked. Gives the exit code.
 */
export async function relay(file: string, given: Shell): Promise<number> {
  const { context, environment } = given
  if (context.event.kind !== 'workflow-run')
    return fail('`report-from` tells what another run found: it is for workflows that run on `workflow_run`.')
  const path = resolve(environment['GITHUB_WORKSPACE'] ?? '.', file)
  const read = await readFileAt(path)
  if (read.kind === 'unusable') return fail(`report-from: ${oneLine(file)} can't be used: ${oneLine(read.why)}.`)
  const { report } = read
  // this run has a token that writes, whoever the other one belongs to
  const shell = { ...given, context: { ...context, ...otherRun(context), withoutSecrets: false } }
  core.info(`will-it-pull: ${oneLine(report.headline)}`)
  await guarded('The job summary', () => summarize(report, context, environment))
  const reached = await reachPullRequest(shell)
  const outcome =
    reached.kind === 'none'
      ? reached
      : await comment(report, { api: reached.api, shell, hearsay: hearsay(context.event) })
  if (outcome.notice !== undefined) core.notice(outcome.notice)
  const id = 'id' in outcome ? outcome.id : undefined
  giveOutputs(outputsOf(report, { reportFile: path, comment: id }), environment)
  return 0
}

/** Where the run that found it is shown: its number is GitHub's word, as the repository's name is. */
function otherRun({ event, serverUrl, repository }: RunContext): Partial<RunContext> {
  if (event.kind !== 'workflow-run' || event.runId === undefined) return {}
  return { runUrl: `${serverUrl}/${repository}/actions/runs/${event.runId}` }
}

function hearsay({ headSha, isFork }: WorkflowRunEvent): string {
  const whose = isFork ? 'a fork, whose author could change what it tells' : 'this repository'
  return `Told by the run for ${headSha.slice(0, 12)} of ${whose}; nothing was checked again here.`
}

/** A link in an artifact could lead to any file of this machine. */
async function readFileAt(path: string): Promise<ReadReport> {
  try {
    const { size, isFile } = await stateOf(path)
    if (!isFile) return { kind: 'unusable', why: 'it is no plain file' }
    if (size > mostBytes) return { kind: 'unusable', why: `it is larger than ${mostBytes / 1024 ** 2} MiB` }
    return readReport(await readFile(path, 'utf8'))
  } catch {
    return { kind: 'unusable', why: 'there is no such file' }
  }
}

async function stateOf(path: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const state = await lstat(path)
  return { size: state.size, isFile: state.isFile() }
}

function fail(message: string): number {
  core.setFailed(message)
  return 2
}
