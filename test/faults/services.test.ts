import { describe, expect, test } from 'vitest'
import type { FindingCode } from '../../src/judge/codes.ts'
import type { Verdict } from '../../src/judge/types.ts'
import type { AuthOptions } from '../../src/simulator/auth/auth.ts'
import { alice } from './login.ts'
import type { Who } from './login.ts'
import { services } from './services.ts'
import type { Service, ServiceName } from './services.ts'
import { observe, truthOf } from './trial.ts'
import type { Row } from './trial.ts'

type Outcome = readonly [verdict: Verdict, code?: FindingCode]

/** What callers of one kind must be told by each registry. */
interface Case {
  readonly title: string
  readonly who: Who
  readonly auth: AuthOptions
  readonly ask?: string | undefined
  readonly outcome: Outcome | Readonly<Record<Service['nodes'], Outcome>>
  /** Registries that are known to differ. */
  readonly but?: Readonly<Partial<Record<ServiceName, Outcome>>>
  readonly requests: number
  /** Where each question is challenged anew. */
  readonly requestsAt?: Readonly<Partial<Record<ServiceName, number>>>
  readonly more?: Partial<Row>
}

const pullable = ['pullable'] as const
const rejected = ['unpullable', 'pull-secret-rejected'] as const
const denied = ['unknown', 'access-denied'] as const
const notFound = ['unpullable', 'repository-not-found'] as const
const hidden = ['unpullable', 'not-found-or-private'] as const
// public services have it for nobody; clouds let nodes in by their identity; elsewhere nodes may hold a login
const nobodySees = { public: hidden, cloud: denied, other: denied } as const
// nobody needs a login there for what is public, so that a bad one is never shown
const asksNobody = { gar: pullable, ecr: pullable, nexus: pullable, zot: pullable, htpasswd: pullable } as const

const secret = { who: 'secret', auth: {} } as const
const nobody = { who: 'nobody', auth: { public: [] } } as const
const open = { public: ['**'] }
const none = { environment: { nodeCredentials: { kind: 'none' } } } as const

// with what proves the tag that is offered
const offering = { requests: 8, requestsAt: { artifactory: 12 } } as const

const cases: readonly Case[] = [
  { title: 'a public image', who: 'nobody', auth: open, outcome: pullable, requests: 5 },
  { title: 'a private image', ...nobody, outcome: nobodySees, requests: 3 },
  { title: 'a private image for nodes without login', ...nobody, outcome: hidden, requests: 3, more: none },
  {
    title: 'a private image in a run of a fork',
    ...nobody,
    outcome: denied,
    requests: 3,
    more: { request: { withoutSecrets: true } },
  },
  {
    title: 'a missing repository',
    ...nobody,
    ask: 'other/none:v1',
    outcome: nobodySees,
    // these two tell a missing repository from a private one
    but: { 'ecr-public': notFound, gitea: notFound },
    requests: 4,
  },
  {
    title: 'a missing tag of a public image',
    who: 'nobody',
    auth: open,
    ask: 'acme/web:v3',
    outcome: ['unpullable', 'tag-not-found'],
    ...offering,
  },
  { title: 'a private image with a good secret', ...secret, outcome: pullable, requests: 5 },
  { title: 'a missing tag', ...secret, ask: 'acme/web:v3', outcome: ['unpullable', 'tag-not-found'], ...offering },
  { title: 'a missing repository', ...secret, ask: 'acme/none:v1', outcome: notFound, requests: 5 },
  {
    title: 'a public image with a stale secret',
    who: 'stale-secret',
    auth: open,
    outcome: rejected,
    // Harbor takes a wrong login for none
    but: { ...asksNobody, harbor: pullable },
    requests: 7,
  },
  { title: 'a private image with a stale secret', who: 'stale-secret', auth: {}, outcome: rejected, requests: 5 },
  {
    title: 'a private image with an expired secret',
    who: 'secret',
    auth: { users: [{ ...alice, expired: true }] },
    outcome: rejected,
    requests: 5,
  },
  {
    title: "a private image with somebody else's secret",
    who: 'secret',
    auth: { users: [{ ...alice, pulls: ['other/*'] }] },
    outcome: rejected,
    requests: 6,
  },
  {
    title: 'a private image without a secret',
    who: 'runner',
    auth: {},
    outcome: {
      public: ['unknown', 'no-pull-secret'],
      cloud: ['pullable', 'no-pull-secret'],
      other: ['unknown', 'no-pull-secret'],
    },
    requests: 10,
  },
  {
    title: 'a private image without a secret, for nodes without login',
    who: 'runner',
    auth: {},
    outcome: ['unpullable', 'no-pull-secret'],
    requests: 10,
    more: none,
  },
  { title: 'a public image', who: 'stale-runner', auth: open, outcome: pullable, requests: 7 },
  { title: 'a private image', who: 'stale-runner', auth: {}, outcome: nobodySees, requests: 5 },
]

describe.each(cases)('$title seen by $who', given => {
  test.each(Object.entries(services))('at %s', async (name, service) => {
    const { outcome, but, more, ask, who, auth } = given
    const usual = isOutcome(outcome) ? outcome : outcome[service.nodes]
    const [verdict, code] = Object.entries(but ?? {}).find(([other]) => other === name)?.[1] ?? usual
    const guarded = { ...auth, style: service.style }
    const requests = Object.entries(given.requestsAt ?? {}).find(([other]) => other === name)?.[1] ?? given.requests
    const row = { ...service, ...more, who, ask, auth: guarded, verdict, code, requests }
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

function isOutcome(outcome: Case['outcome']): outcome is Outcome {
  return Array.isArray(outcome)
}

test('an official image of Docker Hub is never private', async () => {
  const auth = { style: 'hub', public: [] } as const
  const asked = { ...services.hub, auth, who: 'nobody', ask: 'library/nginxx:1.27', requests: 3 } as const
  const row = { ...asked, verdict: 'unpullable', code: 'repository-not-found', says: /never private/ } as const
  expect(await observe(row)).toEqual(truthOf(row))
})
