import { readFile } from 'node:fs/promises'
import { readEvent } from '../github/event/event.ts'
import type { RunEvent } from '../github/event/event.ts'
import type { Environment } from './inputs.ts'

/** What the runner says about this run. */
export interface RunContext {
  readonly event: RunEvent
  /** `owner/name` */
  readonly repository: string
  readonly apiUrl: string
  readonly serverUrl: string
  /** Page of this run. */
  readonly runUrl: string
  readonly job: string
  /** Path of this workflow in the repository that it was taken from, where that is this one. */
  readonly workflowFile: string | undefined
  /** The commit that lines in the report belong to. */
  readonly sha: string
  /** A fork's or Dependabot's run: no secrets, a token that only reads. */
  readonly withoutSecrets: boolean
}

/** Reads the runner's variables and the event's file. A file that is missing or no JSON gives an event `other`. */
export async function readContext(environment: Environment): Promise<RunContext> {
  const payload = await readPayload(environment['GITHUB_EVENT_PATH'])
  const name = environment['GITHUB_EVENT_NAME'] ?? ''
  const event = readEvent({ name, actor: environment['GITHUB_ACTOR'] ?? '' }, payload)
  const serverUrl = environment['GITHUB_SERVER_URL'] ?? 'https://github.com'
  const repository = environment['GITHUB_REPOSITORY'] ?? ''
  return {
    event,
    repository,
    apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
    serverUrl,
    runUrl: `${serverUrl}/${repository}/actions/runs/${environment['GITHUB_RUN_ID'] ?? ''}`,
    job: environment['GITHUB_JOB'] ?? 'default',
    workflowFile: workflowFile(environment['GITHUB_WORKFLOW_REF'] ?? '', repository),
    sha: 'headSha' in event && event.headSha !== undefined ? event.headSha : (environment['GITHUB_SHA'] ?? ''),
    withoutSecrets: ('isFork' in event && event.isFork) || ('isDependabot' in event && event.isDependabot),
  }
}

// `owner/name/.github/workflows/check.yaml@refs/pull/7/merge`
function workflowFile(reference: string, repository: string): string | undefined {
  const path = reference.slice(repository.length + 1, reference.lastIndexOf('@'))
  return repository !== '' && reference.startsWith(`${repository}/`) && path !== '' ? path : undefined
}

async function readPayload(path: string | undefined): Promise<unknown> {
  if (path === undefined || path === '') return undefined
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
