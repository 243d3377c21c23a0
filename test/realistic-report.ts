import type { FindingArgs, Finding, Verdict } from '../src/judge/types.ts'
import { buildReport } from '../src/report/build.ts'
import type { Report } from '../src/report/schema.ts'
import type { Fix } from '../src/suggest/types.ts'
import { findingOf, partsWith, planOf, tagLine, use, verdictOf } from './report-fixtures.ts'

type Pod = readonly [image: string, name: string, line: number | undefined, verdict: Verdict]

const pods: readonly Pod[] = [
  ['ghcr.io/acme/web:1.27.33', 'web', 12, 'unpullable'],
  ['ghcr.io/acme/web:1.27.33', 'web-canary', 12, 'unpullable'],
  ['redis:8', 'cache', 30, 'unknown'],
  ['quay.io/acme/worker:2', 'worker', 41, 'unpullable'],
  ['ghcr.io/acme/api:3', 'api', 52, 'pullable'],
  ['nginx:latest', 'proxy', undefined, 'pullable'],
]

const redis: FindingArgs = {
  reference: 'docker.io/library/redis:8',
  registry: 'docker.io',
  repository: 'library/redis',
  reason: 'pulls',
  detail: 'toomanyrequests: You have reached your pull rate limit.',
}
const worker: FindingArgs = {
  reference: 'quay.io/acme/worker:2',
  registry: 'quay.io',
  repository: 'acme/worker',
  platform: 'linux/arm64',
  offered: ['linux/amd64', 'linux/s390x'],
}
const nginx = 'docker.io/library/nginx:latest'

const missing = findingOf('tag-not-found', {
  uses: ['u1', 'u2'],
  notChecked: ['platform', 'content'],
  trail: [
    {
      method: 'GET',
      url: 'https://ghcr.io/v2/acme/web/manifests/1.27.33',
      status: 404,
      codes: ['MANIFEST_UNKNOWN'],
      credentials: 'runner',
    },
  ],
})

const findings: readonly Finding[] = [
  findingOf('rate-limited', { uses: ['u3'], image: redis.reference, args: redis }),
  missing,
  findingOf('platform-missing', { uses: ['u4'], image: worker.reference, args: worker }),
  findingOf('pull-secret-missing', { uses: ['u5'], image: undefined }),
  findingOf('latest-tag', {
    uses: ['u6'],
    severity: 'warning',
    image: nginx,
    args: { reference: nginx },
    ignored: { reason: 'the proxy follows nginx' },
  }),
]

const nearTag: Fix = { kind: 'use-tag', candidates: ['1.27.3', '1.27.2'], commands: [] }

/** A pull request as it happens: a tag with a digit too many, a missing platform, a limit, a secret taken on trust. */
export function realisticReport(): Report {
  const uses = pods.map(([image, name], index) => use(`u${index + 1}`, image, name))
  const trust = { code: 'secret-opens', secrets: ['shop/regcred'], repository: 'ghcr.io/acme/api' } as const
  const verdicts = uses.map((one, index) => ({
    ...verdictOf(one, pods[index]?.[3] ?? 'pullable'),
    assumptions: one.id === 'u5' ? [trust] : [],
  }))
  const lines = pods.flatMap(([, , line], index) =>
    line === undefined ? [] : [[`u${index + 1}`, [{ ...tagLine, line, endLine: line }]] as const],
  )
  return buildReport(
    partsWith({
      inventory: { uses, documents: new Map([['s1', 12]]) },
      plans: uses.map(one => planOf(one)),
      judgement: { findings, verdicts },
      locations: { uses: new Map(lines) },
      fixes: new Map([[missing, nearTag]]),
      usage: { requests: 48 },
    }),
  )
}
