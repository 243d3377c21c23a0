import type { RunEvent, WorkflowRunEvent } from '../github/event/event.ts'
import type { RunProgram } from '../world.ts'

/**
 * Why this run must not go on, if it must not: with `pull_request_target` the job holds the repository's secrets, so
 * checking out the pull request there would hand them to whoever wrote it. `checkouts` are absolute folders; where
 * it can't be told what they hold, that is the pull request too.
 */
export async function refusal(
  event: RunEvent,
  checkouts: readonly string[],
  run: RunProgram,
): Promise<string | undefined> {
  if (event.kind === 'workflow-run') return followsFork(event, checkouts, run)
  if (!holdsSecrets(event)) return undefined
  const heads = await Promise.all(checkouts.map(folder => commitAndParents(folder, run)))
  const isKnown = heads.length > 0 && heads.every(commits => commits.length > 0)
  if (event.kind !== 'pull-request-target' || !isKnown)
    return sentence('it could not be told which commit is checked out.')
  return heads.some(commits => commits.includes(event.headSha))
    ? sentence('the pull request is checked out.')
    : undefined
}

async function followsFork(
  event: WorkflowRunEvent,
  checkouts: readonly string[],
  run: RunProgram,
): Promise<string | undefined> {
  if (!event.isFork) return undefined
  const heads = await Promise.all(checkouts.map(folder => commitAndParents(folder, run)))
  if (!heads.some(commits => commits.includes(event.headSha))) return undefined
  return (
    'This workflow runs on `workflow_run`, which holds the secrets of this repository, and the commit of a fork is ' +
    'checked out. Check it on `pull_request`, and only tell its report here, by `report-from`.'
  )
}

function sentence(problem: string): string {
  return (
    `This workflow runs on \`pull_request_target\`, which holds the secrets of this repository, and ${problem} ` +
    'Run it on `pull_request` instead; on forks the result is then in the job summary.'
  )
}

// an event file that can't be read gives `other`, and is no way around this
function holdsSecrets(event: RunEvent): boolean {
  return event.kind === 'pull-request-target' || (event.kind === 'other' && event.name === 'pull_request_target')
}

/**
 * HEAD and what it was made of; empty where that can't be told. The commit itself is read, since a shallow clone hides
 * the parents from `git rev-list`, and a job in a container does not own the folder.
 */
async function commitAndParents(folder: string, run: RunProgram): Promise<readonly string[]> {
  const ask = (...words: readonly string[]) =>
    run({ program: 'git', arguments: ['-c', 'safe.directory=*', ...words], folder, timeoutMs: 10_000 })
  const [head, commit] = [await ask('rev-parse', 'HEAD'), await ask('cat-file', 'commit', 'HEAD')]
  if (head.kind !== 'ended' || commit.kind !== 'ended' || head.exitCode !== 0 || commit.exitCode !== 0) return []
  const parents = commit.stdout.split('\n\n', 1)[0]?.matchAll(/^parent ([0-9a-f]+)$/gm) ?? []
  return [head.stdout.trim(), ...[...parents].map(([, sha = '']) => sha)]
}
