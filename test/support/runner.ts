import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GitHub } from '../github/server.ts'
import type { ChildResult } from './child.ts'
import type { Commits } from './pull-request.ts'
import { writeBelow } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export type EventName =
  | 'pull_request'
  | 'pull_request_target'
  | 'merge_group'
  | 'push'
  | 'schedule'
  | 'workflow_dispatch'
  | 'workflow_run'

/** How a job is run, where it differs from a pull request of the same repository. */
export interface Job {
  readonly event?: EventName | undefined
  readonly isFork?: boolean | undefined
  /** The `with:` of the step. */
  readonly inputs?: Readonly<Record<string, string>> | undefined
  /** Undefined values take a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
}

/** What one step of a job did. */
export interface StepResult extends ChildResult {
  /** Standard output, then standard error. */
  readonly log: string
  /** Workflow commands in the log, in order. */
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

export interface Annotation {
  readonly level: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Runs the built Action as GitHub's runner does: variables, files, event. */
export async function runStep(
  bench: Workbench,
  at: { readonly github: GitHub; readonly commits: Commits },
  job: Job = {},
): Promise<StepResult> {
  at.github.state.pull.headSha = at.commits.head
  const [output, summary] = [join(bench.beside, 'output'), join(bench.beside, 'summary')]
  for (const file of [output, summary]) await writeFile(file, '')
  const event = await writeBelow(bench.beside, 'event.json', JSON.stringify(payload(at, job)))
  const inputs = Object.entries({ token: at.github.state.token, ...job.inputs })
  const environment = {
    ...runnerVariables(bench, at, job),
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...job.environment,
  }
  const result = await bench.action(withoutUndefined(environment))
  const log = result.stdout + result.stderr
  return {
    ...result,
    log,
    annotations: annotationsIn(log),
    outputs: outputsIn(await readFile(output, 'utf8')),
    summary: await readFile(summary, 'utf8'),
  }
}

function runnerVariables(
  bench: Workbench,
  { github, commits }: { readonly github: GitHub; readonly commits: Commits },
  { event = 'pull_request' }: Job,
): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: event,
    GITHUB_JOB: 'images',
    GITHUB_REF: refs[event] ?? 'refs/heads/main',
    GITHUB_REPOSITORY: github.state.repository,
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: commits[checkedOut[event]],
    GITHUB_WORKSPACE: bench.repository,
    RUNNER_TEMP: join(bench.beside, '..', 'tmp'),
  }
}

const queue = 'refs/heads/gh-readonly-queue/main'
const refs: Readonly<Partial<Record<EventName, string>>> = {
  pull_request: 'refs/pull/7/merge',
  merge_group: `${queue}/pr-7-${'b'.repeat(40)}`,
}

/** The commit that GITHUB_SHA names (docs, "Events that trigger workflows"). */
const checkedOut: Readonly<Record<EventName, keyof Commits>> = {
  pull_request: 'merge',
  pull_request_target: 'base',
  merge_group: 'merge',
  push: 'merge',
  schedule: 'merge',
  workflow_dispatch: 'merge',
  workflow_run: 'base',
}

const here = { id: 1, full_name: 'acme/shop', owner: { login: 'acme' } }
const fork = { id: 2, full_name: 'mallory/shop', fork: true, owner: { login: 'mallory' } }

/** The parts of each event's payload that programs read. */
function payload({ commits }: { readonly commits: Commits }, { event = 'pull_request', isFork = false }: Job): unknown {
  const repo = isFork ? fork : here
  switch (event) {
    case 'pull_request':
    case 'pull_request_target':
      return { action: 'synchronize', number: 7, pull_request: pullPayload(commits, repo), repository: here }
    case 'merge_group': {
      const [head_sha, base_sha] = [commits.merge, commits.base]
      return {
        action: 'checks_requested',
        merge_group: { head_sha, base_sha, head_ref: refs.merge_group },
        repository: here,
      }
    }
    case 'push':
      return { ref: 'refs/heads/main', before: commits.base, after: commits.merge, repository: here }
    case 'schedule':
      return { schedule: '17 4 * * 1', repository: here }
    case 'workflow_dispatch':
      return { inputs: {}, ref: 'refs/heads/main', repository: here }
    case 'workflow_run': {
      const listed = { number: 7, head: { sha: commits.head }, base: { repo: here } }
      const run = { id: 4242, head_sha: commits.head, head_branch: 'topic', head_repository: repo }
      return { workflow_run: { ...run, pull_requests: isFork ? [] : [listed] }, repository: here }
    }
  }
}

function pullPayload(commits: Commits, repo: typeof here | typeof fork): unknown {
  const head = { ref: 'topic', sha: commits.head, repo }
  return { number: 7, state: 'open', head, base: { ref: 'main', sha: commits.base, repo: here } }
}

function withoutUndefined(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Read as the runner reads them (ActionCommand.cs). */
function annotationsIn(log: string): readonly Annotation[] {
  const found = log.matchAll(/^::(error|warning|notice)(?: (.*?))?::(.*)$/gm)
  return [...found].map(([, level = '', list = '', message = '']) => ({
    level,
    properties: propertiesIn(list),
    message: unescape(message),
  }))
}

function propertiesIn(list: string): Annotation['properties'] {
  const pairs = list.split(',').map(text => text.split('='))
  const entries = pairs.map(([name = '', value = '']) => [name, unescape(value)] as const)
  return Object.fromEntries(entries.filter(([name]) => name !== ''))
}

function unescape(text: string): string {
  return text
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%')
}

/** `name<<delimiter`, the value, the delimiter (FileCommandManager.cs). */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^([^\n=<]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value] as const))
}
