import type { RunEvent } from '../github/event.ts'
import type { RunProgram } from '../world.ts'

/**
 * Why this run must not go on, if it must not: with `pull_request_target` the job holds the repository's secrets, so
 * checking out the pull request there would hand them to whoever wrote it.
 */
export async function refusal(event: RunEvent, run: RunProgram): Promise<string | undefined> {
  if (event.kind !== 'pull-request-target') return undefined
  const parents = await run({
    program: 'git',
    arguments: ['rev-list', '--parents', '-n', '1', 'HEAD'],
    timeoutMs: 10_000,
  })
  const commits = parents.kind === 'ended' ? parents.stdout.trim().split(' ') : []
  const isBase = commits.length > 0 && !commits.includes(event.headSha)
  if (isBase) return undefined
  return (
    'This workflow runs on `pull_request_target`, which holds the secrets of this repository, and has checked out the ' +
    'pull request. Run it on `pull_request` instead; on forks the result is then in the job summary.'
  )
}
