import { expect, test } from 'vitest'
import { inventory, request, use } from '../../test/support/plans.ts'
import { found, scriptedRegistry } from '../../test/support/scripted-registry.ts'
import { plan } from '../plan/plan.ts'
import { probe } from '../probe/probe.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Manifest } from '../registry/content/types.ts'
import { judgeUse } from './judge-use.ts'

const log = { progress() {}, debug() {} }

test.each([
  ['windows/amd64', [{ code: 'any-windows-build', platform: 'windows/amd64' }]],
  ['windows(10.0.17763)/amd64', []],
  ['linux/amd64', []],
])('an environment of %s takes on trust %j', async (platform, expected) => {
  const asked = request({}, { platforms: [platform] })
  const [first] = plan(inventory([use('ghcr.io/acme/web:1')]), [], asked)
  if (first === undefined) throw new Error('there is no plan')
  const registry = scriptedRegistry({ manifest: () => onWindowsToo })
  const evidence = await probe([first], { registry, log })
  expect(judgeUse(first, evidence.get(first), false).assumptions).toEqual(expected)
})

const index = found.kind === 'found' && found.value.kind === 'index' ? found.value : undefined
const entries = (index?.entries ?? []).flatMap(entry => [
  entry,
  { ...entry, platform: { os: 'windows', architecture: 'amd64', osVersion: '10.0.17763.1' } },
])
const onWindowsToo: Answer<Manifest> =
  index === undefined ? found : { ...found, kind: 'found', value: { ...index, entries } }
