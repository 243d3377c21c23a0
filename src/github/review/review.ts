import { ask } from '../api/ask.ts'
import { readFacts } from '../event/facts.ts'
import type { GitHubClient } from '../api/octokit.ts'
import { clearSuggestions, listOwnSuggestions } from './own-suggestions.ts'
import type { OwnSuggestion } from './own-suggestions.ts'
import { refused } from '../api/permission.ts'
import type { Refusal } from '../api/refusal.ts'
import { canBePlaced, fingerprintOf, toReviewComment } from './suggestion.ts'
import type {
  ChangedLines,
  NothingBecause,
  PublishResult,
  PullRequestFacts,
  Suggestion,
  SuggestionReview,
  Unavailable,
} from '../types.ts'

/** More comments at once look like abuse to GitHub; reviewdog found 30 to be safe. */
const mostComments = 30

/** Between a try whose outcome is unknown and the next. */
const retryAfterMs = 1000

interface Task {
  readonly client: GitHubClient
  readonly number: number
  readonly request: SuggestionReview
}

/** Offers the suggestions that are not there yet as one review, then takes away those that nobody wants any more. */
export async function publishReview(
  task: Task,
  changedLines: () => Promise<ChangedLines | Unavailable>,
): Promise<PublishResult> {
  const { client, number, request } = task
  const own = await listOwnSuggestions(client, number, request.key)
  if (own.kind !== 'answered') return failure(own)
  if (own.data.length === 0 && request.suggestions.length === 0) return nothing('no-suggestion')
  const facts = await readFacts(client, number)
  if (facts.kind !== 'facts') return facts
  const obstacle = obstacleIn(facts, request)
  if (obstacle) return nothing(obstacle)
  const { kept, stale, missing } = compare(own.data, request.suggestions)
  const result = await offer(task, missing, changedLines)
  if (result.kind === 'failed' || result.kind === 'forbidden') return result
  await clearSuggestions(client, stale)
  const [first] = kept
  return result.kind === 'nothing' && first ? { kind: 'unchanged', id: first.id } : result
}

/** What stands there and is wanted, what stands there and is not, what is not there yet. */
function compare(own: readonly OwnSuggestion[], suggestions: readonly Suggestion[]) {
  const wanted = new Map(suggestions.map(suggestion => [fingerprintOf(suggestion), suggestion]))
  const [kept, stale]: [OwnSuggestion[], OwnSuggestion[]] = [[], []]
  for (const suggestion of own) {
    // Deleting also makes the second of two equal ones stale.
    const isKept = !suggestion.isOutdated && wanted.delete(suggestion.fingerprint)
    if (isKept) kept.push(suggestion)
    else stale.push(suggestion)
  }
  return { kept, stale, missing: [...wanted.values()] }
}

function obstacleIn(facts: PullRequestFacts, request: SuggestionReview): NothingBecause | undefined {
  if (!facts.isOpen) return 'closed'
  if (facts.isLocked) return 'locked'
  return facts.headSha === request.headSha ? undefined : 'newer-commit'
}

async function offer(
  task: Task,
  suggestions: readonly Suggestion[],
  changedLines: () => Promise<ChangedLines | Unavailable>,
): Promise<PublishResult> {
  if (suggestions.length === 0) return nothing('no-suggestion')
  const changed = await changedLines()
  if (changed.kind !== 'changed-lines') return changed
  const placed = suggestions.filter(suggestion => canBePlaced(suggestion, changed)).slice(0, mostComments)
  return placed.length === 0 ? nothing('no-suggestion') : await post(task, placed, 2)
}

/**
 * Octokit's own retries are off here: after a 502 the review may exist, and a second one would say everything twice. So
 * before another try, what has arrived is looked up.
 */
async function post(task: Task, suggestions: readonly Suggestion[], tries: number): Promise<PublishResult> {
  const answer = await createReview(task, suggestions)
  if (answer.kind === 'answered') return { kind: 'written', id: answer.data.id, url: answer.data.html_url }
  if (answer.kind !== 'server-error' && answer.kind !== 'no-answer') return failure(answer)
  const { client, number, request } = task
  await client.clock.sleep(retryAfterMs, client.deadline.signal)
  const own = await listOwnSuggestions(client, number, request.key)
  if (own.kind !== 'answered') return failure(answer)
  const arrived = new Map(own.data.map(suggestion => [suggestion.fingerprint, suggestion]))
  const missing = suggestions.filter(suggestion => !arrived.has(fingerprintOf(suggestion)))
  if (missing.length > 0) return tries > 1 ? await post(task, missing, tries - 1) : failure(answer)
  const [first] = own.data
  return first ? { kind: 'written', id: first.id, url: first.url } : failure(answer)
}

function createReview({ client, number, request }: Task, suggestions: readonly Suggestion[]) {
  return ask(client, () =>
    client.octokit.rest.pulls.createReview({
      ...client.repository,
      pull_number: number,
      commit_id: request.headSha,
      event: 'COMMENT',
      // A review without words of its own vanishes with its last comment.
      body: '',
      comments: suggestions.map(suggestion => toReviewComment(request.key, suggestion)),
      request: { retries: 0 },
    }),
  )
}

function failure(refusal: Refusal): PublishResult {
  return refused(refusal, 'pull-requests: write')
}

function nothing(because: NothingBecause): PublishResult {
  return { kind: 'nothing', because }
}
