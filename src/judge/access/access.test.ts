import { describe, expect, test } from 'vitest'
import { inventory, request, use } from '../../../test/support/plans.ts'
import {
  absentRepository,
  absentTag,
  down,
  found,
  limited,
  refused,
  runnerLogin,
  scriptedRegistry,
} from '../../../test/support/scripted-registry.ts'
import type { Script } from '../../../test/support/scripted-registry.ts'
import type { CheckRequest, Environment } from '../../config/types.ts'
import type { Inventory, PodContext, RenderedSecret } from '../../extract/types.ts'
import { plan } from '../../plan/plan.ts'
import { probe } from '../../probe/probe.ts'
import type { Access } from '../../registry/types.ts'
import type { Answer } from '../../registry/answers/types.ts'
import type { Manifest } from '../../registry/content/types.ts'
import { Secret } from '../../secret.ts'
import { judge } from '../judge.ts'

interface Row {
  readonly image?: string
  readonly pod?: Partial<PodContext>
  readonly rendered?: Partial<Inventory>
  readonly environment?: Partial<Environment>
  readonly request?: Partial<CheckRequest>
  readonly script: Script
}

async function judged({ image = 'ghcr.io/acme/web:1', pod, rendered, ...row }: Row) {
  const given = inventory([use(image, pod)], rendered)
  const asked = request(row.request, row.environment)
  const plans = plan(given, [], asked)
  const log = { progress() {}, debug() {} }
  const evidence = await probe(plans, { registry: scriptedRegistry(row.script), log })
  const { verdicts, findings } = judge({
    plans,
    evidence,
    rendered: [],
    inventory: given,
    problems: [],
    request: asked,
    today: '2026-01-01',
  })
  return [verdicts[0]?.verdict, ...findings.map(({ code }) => code)].join(' ')
}

const as = (answers: Partial<Record<Access['kind'], Answer<Manifest>>>) => (access: Access) =>
  answers[access.kind] ?? refused

const hiding: Answer<Manifest> = { ...absentTag, mayHide: true }

const brokenLogin = { kind: 'broken', from: 'docker-credential-x', why: 'it failed' } as const

function secret(name: string, server: string, changes: Partial<RenderedSecret> = {}): RenderedSecret {
  const content = JSON.stringify({ auths: { [server]: { username: 'u', password: 'p' } } })
  return {
    source: 'manifests:deploy',
    namespace: 'shop',
    name,
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': new Secret(content) },
    document: { text: '', origin: { source: 'manifests:deploy', verbatim: true, index: 0, line: 1 } },
    ...changes,
  }
}

const named = { pullSecrets: ['regcred'] }
const known = { secrets: [secret('regcred', 'ghcr.io')] }
const private1 = 'registry.corp.example/acme/web:1'

describe('the verdict by the credentials that the node would try', () => {
  test.each<[string, Row, string]>([
    [
      'a known secret that is accepted',
      { pod: named, rendered: known, script: { manifest: as({ secret: found }) } },
      'pullable',
    ],
    ['a known secret that is refused', { pod: named, rendered: known, script: {} }, 'unpullable pull-secret-rejected'],
    [
      'a stale secret before a public image',
      { pod: named, rendered: known, script: { manifest: as({ anonymous: found }) } },
      'unpullable pull-secret-rejected',
    ],
    [
      'a known secret that may look and finds nothing',
      { pod: named, rendered: known, script: { manifest: as({ secret: absentTag }) } },
      'unpullable tag-not-found',
    ],
    [
      'a refused secret beside one that is not known',
      { pod: { pullSecrets: ['regcred', 'other'] }, rendered: known, script: {} },
      'unknown access-denied pull-secret-missing',
    ],
    [
      'a known secret at a host that is down',
      { pod: named, rendered: known, script: { manifest: () => down } },
      'unknown registry-unreachable',
    ],
    ['a public image without a secret', { script: { manifest: as({ anonymous: found }) } }, 'pullable'],
    ['a private image that nobody sees, on a public service', { script: {} }, 'unpullable not-found-or-private'],
    ['a private image that nobody sees, on another host', { image: private1, script: {} }, 'unknown access-denied'],
    [
      'the same where nodes hold no login',
      { image: private1, environment: { nodeCredentials: { kind: 'none' } }, script: {} },
      'unpullable not-found-or-private',
    ],
    ['the same on a run without secrets', { request: { withoutSecrets: true }, script: {} }, 'unknown access-denied'],
    [
      'the same where nodes hold the login of the runner, which has none in such a run',
      {
        environment: { nodeCredentials: { kind: 'runner' } },
        request: { withoutSecrets: true },
        script: {},
      },
      'unknown access-denied',
    ],
    [
      'the same where nodes hold no login',
      { environment: { nodeCredentials: { kind: 'none' } }, request: { withoutSecrets: true }, script: {} },
      'unpullable not-found-or-private',
    ],
    [
      'a 404 of a registry that may hide what is private',
      { image: private1, script: { manifest: as({ anonymous: hiding }), tags: absentTag } },
      'unknown access-denied',
    ],
    [
      'the same beside a tag list',
      { image: private1, script: { manifest: as({ anonymous: hiding }) } },
      'unpullable tag-not-found',
    ],
    [
      'the same where nodes hold no login',
      {
        image: private1,
        environment: { nodeCredentials: { kind: 'none' } },
        script: { manifest: as({ anonymous: hiding }), tags: absentTag },
      },
      'unpullable repository-not-found',
    ],
    [
      'a known secret before a 404 that may hide, beside one that is not known',
      {
        image: private1,
        pod: { pullSecrets: ['regcred', 'other'] },
        rendered: { secrets: [secret('regcred', 'registry.corp.example')] },
        script: { manifest: as({ secret: absentTag }), tags: absentTag },
      },
      'unknown access-denied pull-secret-missing',
    ],
    ['an official image that nobody sees', { image: 'nginxx', script: {} }, 'unpullable repository-not-found'],
    [
      'an image that only the runner sees',
      { script: { login: runnerLogin, manifest: as({ runner: found }) } },
      'unknown no-pull-secret',
    ],
    [
      'the same where nodes hold no login',
      {
        environment: { nodeCredentials: { kind: 'none' } },
        script: { login: runnerLogin, manifest: as({ runner: found }) },
      },
      'unpullable no-pull-secret',
    ],
    [
      'the same where nodes hold the login of the runner',
      {
        environment: { nodeCredentials: { kind: 'runner' } },
        script: { login: runnerLogin, manifest: as({ runner: found }) },
      },
      'pullable',
    ],
    ['a login of the runner that could not be read', { script: { login: brokenLogin } }, 'unknown access-denied'],
    [
      'the same where nodes hold the login of the runner',
      { environment: { nodeCredentials: { kind: 'runner' } }, script: { login: brokenLogin } },
      'unknown access-denied',
    ],
    [
      'the same where nodes hold no login',
      { environment: { nodeCredentials: { kind: 'none' } }, script: { login: brokenLogin } },
      'unpullable not-found-or-private',
    ],
    [
      'the same by the token of the job, which no node holds',
      {
        environment: { nodeCredentials: { kind: 'runner' } },
        script: { login: { ...runnerLogin, ofJob: true }, manifest: as({ runner: found }) },
      },
      'unknown no-pull-secret',
    ],
    [
      'the same on a cloud registry',
      { image: 'acme.azurecr.io/web:1', script: { login: runnerLogin, manifest: as({ runner: found }) } },
      'pullable no-pull-secret',
    ],
    [
      'a registry that hides what is private',
      { image: private1, script: { login: runnerLogin, manifest: as({ runner: found, anonymous: absentTag }) } },
      'unknown no-pull-secret',
    ],
    [
      'a cloud registry that refuses everybody',
      { image: 'acme.azurecr.io/web:1', script: {} },
      'unknown access-denied',
    ],
    ['a missing tag', { script: { manifest: as({ anonymous: absentTag }) } }, 'unpullable tag-not-found'],
    [
      'a missing tag that only the runner may know of',
      { script: { login: runnerLogin, manifest: as({ runner: absentTag }) } },
      'unpullable tag-not-found',
    ],
    [
      'a missing repository',
      { script: { manifest: as({ anonymous: absentRepository }) } },
      'unpullable repository-not-found',
    ],
    [
      'a missing repository that only the tag list tells',
      { script: { manifest: as({ anonymous: absentTag }), tags: absentRepository } },
      'unpullable repository-not-found',
    ],
    [
      'a missing digest',
      { image: `ghcr.io/acme/web@sha256:${'f'.repeat(64)}`, script: { manifest: as({ anonymous: absentTag }) } },
      'unpullable digest-not-found',
    ],
    ['a rate limit', { script: { manifest: as({ anonymous: limited }) } }, 'unknown rate-limited'],
    [
      'a rate limit of the runner before a refusal of nobody',
      { script: { login: runnerLogin, manifest: as({ runner: limited }) } },
      'unknown rate-limited',
    ],
    [
      'a secret of unknown content, seen by the runner',
      { pod: named, script: { login: runnerLogin, manifest: as({ runner: found }) } },
      'pullable pull-secret-missing',
    ],
    [
      'a secret of unknown content, refused to the runner',
      { pod: named, script: { login: runnerLogin } },
      'unknown access-denied pull-secret-missing',
    ],
    [
      'a secret of unknown content before a 404 that may hide',
      { image: private1, pod: named, script: { manifest: as({ anonymous: absentTag }), tags: absentTag } },
      'unknown access-denied pull-secret-missing',
    ],
    [
      'a secret of unknown content before a 404 beside a tag list',
      { image: private1, pod: named, script: { manifest: as({ anonymous: absentTag }) } },
      'unpullable tag-not-found pull-secret-missing',
    ],
    [
      'a secret in another namespace',
      { pod: named, rendered: { secrets: [secret('regcred', 'ghcr.io', { namespace: 'prod' })] }, script: {} },
      'unknown access-denied pull-secret-other-namespace',
    ],
    [
      'a secret for another host',
      { pod: named, rendered: { secrets: [secret('regcred', 'quay.io')] }, script: {} },
      'unpullable not-found-or-private pull-secret-no-match',
    ],
    [
      'a secret for another host before a public image',
      {
        pod: named,
        rendered: { secrets: [secret('regcred', 'quay.io')] },
        script: { manifest: as({ anonymous: found }) },
      },
      'pullable',
    ],
    [
      'a secret of a type that the kubelet ignores',
      { pod: named, rendered: { secrets: [secret('regcred', 'ghcr.io', { type: 'Opaque' })] }, script: {} },
      'unpullable not-found-or-private pull-secret-ignored',
    ],
    [
      'a secret that can not be decoded',
      {
        pod: named,
        rendered: {
          secrets: [
            secret('regcred', 'ghcr.io', { data: { '.dockerconfigjson': new Secret('{"auths":{"x":{"auth":"!"}}}') } }),
          ],
        },
        script: { manifest: as({ anonymous: found }) },
      },
      'unpullable pull-secret-invalid',
    ],
    [
      "a chart's own secret over empty values",
      {
        pod: named,
        rendered: {
          secrets: [
            secret('regcred', 'ghcr.io', {
              data: { '.dockerconfigjson': new Secret('{"auths":{"ghcr.io":{"auth":"Og=="}}}') },
            }),
          ],
        },
        script: {},
      },
      'unknown access-denied',
    ],
    [
      'a secret of the service account',
      {
        rendered: {
          ...known,
          serviceAccounts: [
            {
              source: 'manifests:deploy',
              namespace: 'shop',
              name: 'default',
              pullSecrets: ['regcred'],
              document: secret('', '').document,
            },
          ],
        },
        script: { manifest: as({ secret: found }) },
      },
      'pullable',
    ],
    [
      'a blank name in the pod, which keeps the account out',
      {
        pod: { pullSecrets: [''] },
        rendered: {
          ...known,
          serviceAccounts: [
            {
              source: 'manifests:deploy',
              namespace: 'shop',
              name: 'default',
              pullSecrets: ['regcred'],
              document: secret('', '').document,
            },
          ],
        },
        script: { manifest: as({ anonymous: found }) },
      },
      'pullable pull-secret-ignored',
    ],
    [
      'a supplied secret',
      {
        pod: named,
        request: {
          pullSecrets: [
            { name: 'regcred', content: new Secret('{"auths":{"ghcr.io":{"username":"u","password":"p"}}}') },
          ],
        },
        script: { manifest: as({ secret: found }) },
      },
      'pullable',
    ],
  ])('%s', async (_, row, expected) => {
    expect(await judged(row)).toBe(expected)
  })
})
