import type { Refusal } from './refusal.ts'
import type { Permission, PublishResult } from '../types.ts'

type Refused = Extract<PublishResult, { kind: 'forbidden' | 'failed' }>

/**
 * What a refusal means for a call that needs a permission. GitHub answers 403 "Resource not accessible by integration"
 * where a token lacks one, and 404 where it may not even know that the repository is there.
 */
export function refused(refusal: Refusal, permission: Permission): Refused {
  switch (refusal.kind) {
    case 'not-permitted':
    case 'not-found':
      return { kind: 'forbidden', permission }
    case 'locked':
    case 'gone':
    case 'bad-credentials':
    case 'rate-limited':
    case 'out-of-time':
      return { kind: 'failed', why: reasons[refusal.kind] }
    case 'server-error':
      return { kind: 'failed', why: `GitHub answered ${refusal.status} again and again` }
    case 'no-answer':
      return { kind: 'failed', why: `the GitHub API could not be reached: ${refusal.why}` }
    case 'unusable':
      return { kind: 'failed', why: refusal.why }
    case 'rejected':
      return { kind: 'failed', why: `GitHub refused the content (422): ${refusal.why}` }
    case 'other':
      return { kind: 'failed', why: `GitHub answered ${refusal.status}: ${refusal.why}` }
  }
}

const reasons = {
  locked: 'the conversation of the pull request is locked',
  gone: 'the pull request takes no comments any more (410)',
  'bad-credentials': 'GitHub does not accept the token (401)',
  'rate-limited': 'the rate limit of the GitHub API was reached',
  'out-of-time': 'GitHub did not answer in the time that publishing may take',
}
