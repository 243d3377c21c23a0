import { describe, test } from 'vitest'
import { expectTruth, titled } from './trial.ts'
import type { Row } from './trial.ts'

const patienceMs = 400
const unreachable = { verdict: 'unknown', code: 'registry-unreachable' } as const
const error = { verdict: 'unknown', code: 'registry-error' } as const

/** Below HTTP: nothing of it says anything about the image. */
const rows: readonly Row[] = [
  { fault: 'hang-on-connect', ...unreachable, requests: 2, patienceMs, says: /not made in time/ },
  { fault: 'close-on-connect', ...unreachable, requests: 3, says: /reset by the other side/ },
  { fault: 'close-before-headers', ...unreachable, requests: 3, says: /closed before the answer/ },
  { fault: 'reset-before-headers', ...unreachable, requests: 3 },
  { fault: 'hang-before-headers', ...unreachable, requests: 2, patienceMs, says: /no answer came in time/ },
  { fault: 'hang-mid-headers', ...unreachable, requests: 2, patienceMs },
  { fault: 'close-mid-headers', ...unreachable, requests: 3 },
  { fault: 'not-http', ...error, requests: 1, says: /no image registry/ },
  { fault: 'ssh-on-connect', ...error, requests: 2, says: /no image registry/ },
  { fault: 'garbage-on-connect', ...error, requests: 2, says: /no image registry/ },
  { fault: 'endless-headers', ...error, requests: 1, says: /headers .* larger/ },
  { fault: 'huge-headers', ...error, requests: 1, says: /headers .* larger/ },
  { fault: 'many-headers', ...error, requests: 1, says: /headers .* larger/ },
]

describe('a connection', () => {
  test.each(titled(rows))('%s', (_, row) => expectTruth(row))
})
