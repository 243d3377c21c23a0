import { describe, expect, test } from 'vitest'
import { burstLimit, limitedUntil, pullQuota } from '../../src/simulator/faults/limits.ts'
import { observe, titled, truthOf, withTrial } from './trial.ts'
import type { Row } from './trial.ts'

const rejected = { verdict: 'unpullable', code: 'pull-secret-rejected', requests: 5 } as const
const denied = { who: 'nobody', verdict: 'unknown', code: 'access-denied', requests: 3 } as const
const policy = { verdict: 'unpullable', code: 'registry-policy', requests: 3 } as const
const firewall = { verdict: 'unknown', code: 'registry-policy', requests: 1 } as const
const page = { verdict: 'unknown', code: 'registry-error', requests: 1 } as const

/** Refusals by someone who knows the answer. */
const refusals: readonly Row[] = [
  { fault: 'denied', ...rejected },
  { fault: 'denied', ...denied },
  { fault: 'denied-plain', ...rejected },
  { fault: 'denied-plain', ...denied },
  { fault: 'denied-entitlement', ...rejected, says: /Access Denied/ },
  { fault: 'denied-entitlement', ...denied },
  { fault: 'denied-expired', ...rejected, says: /has expired/ },
  { fault: 'policy-harbor', ...policy, says: /3 vulnerabilities/ },
  { fault: 'policy-harbor', who: 'nobody', ...policy },
  { fault: 'policy-harbor-signature', ...policy, says: /not signed/ },
  { fault: 'policy-xray', ...policy, says: /Xray/ },
  { fault: 'legal-block', ...policy },
  { fault: 'firewall-acr', ...firewall, says: /203\.0\.113\.7/ },
  { fault: 'edge-google', ...firewall },
  { fault: 'edge-cloudflare', ...page, says: /Cloudflare/ },
  { fault: 'proxy-page', ...page, says: /blocked by your administrator/ },
]

const limited = { verdict: 'unknown', code: 'rate-limited' } as const
const error = { verdict: 'unknown', code: 'registry-error', requests: 5 } as const

/** Too much, or not now: nothing of it says anything about the image. */
const limits: readonly Row[] = [
  { fault: 'limited-seconds', ...limited, requests: 5 },
  { fault: 'limited-date', ...limited, requests: 5 },
  { fault: 'limited-date-past', ...limited, requests: 5 },
  { fault: 'limited-silent', ...limited, requests: 5 },
  { fault: 'limited-garbage', ...limited, requests: 5 },
  { fault: 'limited-ghcr', ...limited, requests: 5 },
  { fault: 'limited-hub-abuse', ...limited, requests: 5, says: /short time/ },
  { fault: 'limited-ecr-rate', ...limited, requests: 5, says: /Rate exceeded/ },
  { fault: 'limited-harbor', ...limited, requests: 5 },
  { fault: 'limited-at-the-door', ...limited, requests: 3 },
  // no use in waiting
  { fault: 'limited-forever', ...limited, requests: 3, says: /again later/ },
  { fault: 'limited-hub-pulls', ...limited, requests: 4, says: /quota of pulls/ },
  { fault: 'limited-ecr-data', ...limited, requests: 3, says: /allowance of data/ },
  { name: 'a limit for an hour', fault: limitedUntil(new Date(Date.now() + 3_600_000)), ...limited, requests: 3 },
  { name: 'a quota that is spent', fault: pullQuota({ limit: 100, remaining: 0 }), ...limited, requests: 4 },
  { fault: 'error-500', ...error },
  { fault: 'error-502', ...error },
  { fault: 'error-503', ...error, says: /service unavailable/ },
  { fault: 'error-503-retry-after', ...error },
  { fault: 'error-504', ...error },
  { fault: 'error-500-everywhere', ...error, requests: 3 },
  { fault: 'status-599', ...error, requests: 3 },
]

describe('a refusal', () => {
  test.each(titled(refusals))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

describe('a limit or an error', () => {
  test.each(titled(limits))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })

  test('that passes after a while is waited out, as long as the registry says', async () => {
    const limit = burstLimit(1)
    await withTrial({ fault: limit, verdict: 'unknown', requests: 9 }, ({ slept, report }) => {
      expect(slept.every(milliseconds => milliseconds >= 1000 && milliseconds <= 20_000)).toBe(true)
      expect(report.uses[0]?.verdict).toBe('unknown')
    })
  })
})
