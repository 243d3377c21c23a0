import { describe, expect, test } from 'vitest'
import { pullQuota } from '../../src/simulator/faults/limits.ts'
import { plain } from '../../src/report/views/text/palette.ts'
import { textReport } from '../../src/report/views/text/text.ts'
import { services } from './services.ts'
import { withTrial } from './trial.ts'
import type { Row } from './trial.ts'

const hub = { ...services.hub, auth: { style: 'hub', public: ['**'] }, verdict: 'pullable', requests: 4 } as const

const quotas: readonly (readonly [remaining: number, who: 'nobody' | 'secret', codes: readonly string[]])[] = [
  [90, 'nobody', []],
  [21, 'nobody', ['rate-limit-risk']],
  [16, 'nobody', ['rate-limit-risk']],
  [1, 'nobody', ['rate-limit-risk']],
  // the pod's account has a quota of its own
  [16, 'secret', []],
]

describe('a quota of pulls', () => {
  test.each(quotas)('with %s of 100 left, seen by %s, gives %j', async (remaining, who, codes) => {
    const row: Row = { ...hub, who, fault: pullQuota({ limit: 100, remaining }) }
    await withTrial(row, ({ report }) => {
      const left = remaining - 1
      expect(report.summary).toMatchObject({ pullQuota: { registry: 'docker.io', limit: 100, remaining: left } })
      expect(report.findings.map(({ code }) => code)).toEqual(codes)
      expect([report.verdict, report.uses[0]?.verdict]).toEqual(['pass', 'pullable'])
      const text = textReport(report, { palette: plain, detail: 'normal' })
      expect(text).toContain(`${left} of 100 pulls left at docker.io`)
    })
  })

  test('near its end is told as a notice for the images that draw on it', async () => {
    const row: Row = { ...hub, who: 'nobody', fault: pullQuota({ limit: 100, remaining: 5 }) }
    await withTrial(row, ({ report }) => {
      expect(report.findings).toMatchObject([
        { code: 'rate-limit-risk', severity: 'notice', uses: [report.uses[0]?.id] },
      ])
      expect(report.findings[0]?.cause).toMatch(/^1 image .*4 of 100 pulls left/)
    })
  })

  test('is absent where no registry tells one', async () => {
    await withTrial({ ...hub, who: 'nobody' }, ({ report }) => expect(report.summary).not.toHaveProperty('pullQuota'))
  })
})

const moved: readonly Row[] = [
  { ...hub, who: 'nobody', ask: 'bitnami/redis:8.2.1', verdict: 'unpullable', code: 'repository-not-found' },
  {
    ...hub,
    who: 'nobody',
    auth: { style: 'hub', public: [] },
    ask: 'minio/minio:1',
    verdict: 'unpullable',
    code: 'not-found-or-private',
  },
  {
    ...services.quay,
    who: 'nobody',
    fault: 'denied-405',
    ask: 'weaveworks/flux:1',
    verdict: 'unpullable',
    requests: 3,
    code: 'registry-policy',
  },
  {
    ...services.gar,
    registry: 'k8s.gcr.io',
    who: 'nobody',
    auth: { style: 'gar', public: ['**'] },
    ask: 'pause:3.9',
    verdict: 'unpullable',
    requests: 4,
    code: 'repository-not-found',
  },
]

describe('a move', () => {
  test.each(moved)('of $registry/$ask explains $code', async row => {
    await withTrial(row, ({ report }) => {
      expect(report.uses[0]?.verdict).toBe(row.verdict)
      expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual([
        [row.code, 'error'],
        ['relocated-image', 'notice'],
      ])
      for (const { fix } of report.findings) expect(fix?.text).toMatch(/Since `20\d\d/)
    })
  })

  test('is not mentioned for what stayed where others left', async () => {
    const row: Row = { ...hub, who: 'nobody', ask: 'bitnami/sealed-secrets-controller:9' }
    await withTrial(row, ({ report }) => {
      expect(report.findings.map(({ code }) => code)).toEqual(['repository-not-found'])
    })
  })

  test('is not mentioned where the image can be pulled, nor where nobody could tell', async () => {
    const registry = 'k8s.gcr.io'
    const row: Row = { registry, who: 'nobody', verdict: 'pullable', requests: 4 }
    await withTrial(row, ({ report }) => expect(report.findings).toEqual([]))
    await withTrial({ ...row, fault: 'error-503' }, ({ report }) => {
      expect(report.findings.map(({ code }) => code)).toEqual(['registry-error'])
    })
  })
})
