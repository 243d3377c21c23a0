import type { Refusal } from './refusal.ts'
import type { Permission, PublishResult } from './types.ts'

/**
 * What a refusal means for a call that needs a permission. GitHub answers 403 "Resource not accessible by integration"
 * where a token lacks one, and 404 where it may not even know that the repository is there.
 */
export function refused(
  refusal: Refusal,
  permission: Permission,
): Extract<PublishResult, { kind: 'forbidden' | 'failed' }> {
  switch (refusal.kind) {
    case 'not-permitted':
    case 'not-found':
      return { kind: 'forbidden', permission }
    case 'locked':
      return { kind: 'failed', why: 'the conversation of the pull request is locked' }
    case 'gone':
      return { kind: 'failed', why: 'the pull request takes no comments any more (410)' }
    case 'bad-credentials':
      return { kind: 'failed', why: 'GitHub does not accept the token (401)' }
    case 'rate-limited':
      return { kind: 'failed', why: 'the rate limit of the GitHub API was reached' }
    case 'out-of-time':
      return { kind: 'failed', why: 'GitHub did not answer in the time that publishing may take' }
    case 'server-error':
      return { kind: 'failed', why: `GitHub answered ${refusal.status} again and again` }
    case 'no-answer':
      return { kind: 'failed', why: `the GitHub API could not be reached: ${refusal.why}` }
    case 'rejected':
      return { kind: 'failed', why: `GitHub refused the content (422): ${refusal.why}` }
    case 'other':
      return { kind: 'failed', why: `GitHub answered ${refusal.status}: ${refusal.why}` }
  }
}
