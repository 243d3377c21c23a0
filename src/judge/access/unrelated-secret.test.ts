import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventory, request, use } from '../../../test/support/plans.ts'
import {
  absentTag,
  down,
  found,
  limited,
  refused,
  runnerLogin,
  scriptedRegistry,
} from '../../../test/support/scripted-registry.ts'
import type { RenderedSecret } from '../../extract/types.ts'
import { plan } from '../../plan/plan.ts'
import { probe } from '../../probe/probe.ts'
import type { Access } from '../../registry/types.ts'
import { Secret } from '../../secret.ts'
import { judge } from '../judge.ts'
import type { Verdict } from '../types.ts'

const image = 'registry.corp.test/acme/web:1'
const answers = fc.constantFrom(found, refused, absentTag, limited, down)

interface World {
  /** What a registry says to each kind of eyes. */
  readonly eyes: Readonly<Record<Access['kind'], typeof found>>
  readonly hasLogin: boolean
  readonly ownSecrets: readonly string[]
  readonly nodes: 'undeclared' | 'none' | 'runner'
}

const world: fc.Arbitrary<World> = fc.record({
  eyes: fc.record({ anonymous: answers, runner: answers, secret: answers }),
  hasLogin: fc.boolean(),
  ownSecrets: fc.subarray(['registry.corp.test', 'registry.corp.test/acme', '*.corp.test']),
  nodes: fc.constantFrom('undeclared', 'none', 'runner'),
})

const foreign = fc.constantFrom(
  'ghcr.io',
  'registry.corp.test:5000',
  'corp.test',
  'registry.corp.test/other',
  '*.io',
  'docker.io',
)

test('a secret that nobody names changes no verdict', async () => {
  await fc.assert(
    fc.asyncProperty(world, foreign, async (given, key) => {
      const stray = [secret('stray', key), secret('stray-2', 'registry.corp.test')]
      expect(await verdictOf(given, stray)).toBe(await verdictOf(given, []))
    }),
    { numRuns: 200 },
  )
})

test('a named secret for another registry or path changes no verdict', async () => {
  await fc.assert(
    fc.asyncProperty(world, foreign, async (given, key) => {
      expect(await verdictOf(given, [secret('foreign', key)], ['foreign'])).toBe(await verdictOf(given, []))
    }),
    { numRuns: 200 },
  )
})

async function verdictOf(
  given: World,
  more: readonly RenderedSecret[],
  named: readonly string[] = [],
): Promise<Verdict> {
  const own = given.ownSecrets.map((key, at) => secret(`own-${at}`, key))
  const pod = { pullSecrets: [...named, ...own.map(({ name }) => name)] }
  const facts = inventory([use(image, pod)], { secrets: [...more, ...own] })
  const asked = request({}, { nodeCredentials: { kind: given.nodes } })
  const plans = plan(facts, [], asked)
  const login = given.hasLogin ? { login: runnerLogin } : {}
  const registry = scriptedRegistry({ ...login, manifest: as => given.eyes[as.kind] })
  const evidence = await probe(plans, { registry, log: { progress: () => {}, debug: () => {} } })
  const judged = judge({
    plans,
    evidence,
    rendered: [],
    inventory: facts,
    problems: [],
    request: asked,
    today: '2026-11-24',
  })
  return judged.verdicts[0]?.verdict ?? 'not-checked'
}

function secret(name: string, key: string): RenderedSecret {
  const content = JSON.stringify({ auths: { [key]: { username: 'node', password: name } } })
  return {
    source: 'manifests:deploy',
    namespace: 'shop',
    name,
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': new Secret(content) },
    document: use(image).document,
  }
}
