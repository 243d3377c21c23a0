import { expect, test } from 'vitest'
import { narrow, type Scheduling } from './allowed.ts'
import { formatPlatform } from './parse.ts'
import type { Platform } from './types.ts'

const fleet: readonly Platform[] = [
  { os: 'linux', architecture: 'amd64' },
  { os: 'linux', architecture: 'arm64' },
  { os: 'windows', architecture: 'amd64', osVersion: '10.0.20348.169' },
]
const all = ['linux/amd64', 'linux/arm64', 'windows(10.0.20348.169)/amd64'] as const
const [amd64, arm64, windows] = all

function term(...expressions: readonly [key: string, operator: string, ...values: string[]][]) {
  const matchExpressions = expressions.map(([key, operator, ...values]) => ({ key, operator, values }))
  return { matchExpressions, hasFields: false }
}

const terms = (...requiredTerms: ReturnType<typeof term>[]): Scheduling => ({ requiredTerms })
const arch = 'kubernetes.io/arch'
const os = 'kubernetes.io/os'
const build = 'node.kubernetes.io/windows-build'

test.each<[name: string, scheduling: Scheduling, expected: readonly string[]]>([
  ['no pin', {}, all],
  ['an architecture', { nodeSelector: { [arch]: 'arm64' } }, [arm64]],
  ['the label’s old name', { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }, [amd64, arm64]],
  ['a label that is no platform’s', { nodeSelector: { disk: 'ssd' } }, all],
  ['an architecture that is not in the fleet', { nodeSelector: { [arch]: 's390x' } }, []],
  ['values in another case', { nodeSelector: { [arch]: 'ARM64' } }, []],
  ['a Windows build', { nodeSelector: { [build]: '10.0.20348' } }, [windows]],
  ['a declared OS', { os: 'windows' }, [windows]],
  ['In', terms(term([arch, 'In', 'arm64', 's390x'])), [arm64]],
  ['In without values', terms(term([arch, 'In'])), []],
  ['NotIn', terms(term([arch, 'NotIn', 'amd64'])), [arm64]],
  ['NotIn of a label that Linux nodes have not', terms(term([build, 'NotIn', '10.0.20348'])), [amd64, arm64]],
  ['Exists', terms(term([build, 'Exists'])), [windows]],
  ['DoesNotExist', terms(term([build, 'DoesNotExist'])), [amd64, arm64]],
  ['DoesNotExist of a label that every node has', terms(term([os, 'DoesNotExist'])), []],
  ['Gt of what is no number', terms(term([arch, 'Gt', '1'])), []],
  ['Lt of a label that is not known', terms(term(['cores', 'Lt', '8'])), all],
  ['expressions of a term together', terms(term([os, 'In', 'linux'], [arch, 'In', 'amd64'])), [amd64]],
  ['terms as alternatives', terms(term([arch, 'In', 'arm64']), term([os, 'In', 'windows'])), [arm64, windows]],
  ['an empty term', terms(term()), []],
  ['no terms', terms(), []],
  ['an empty term beside another', terms(term(), term([arch, 'In', 'arm64'])), [arm64]],
  ['a term with fields only', { requiredTerms: [{ matchExpressions: [], hasFields: true }] }, all],
  ['an unknown operator', terms(term([arch, 'Near', 'arm64'])), all],
  [
    'selector and affinity that exclude each other',
    { nodeSelector: { [arch]: 'amd64' }, ...terms(term([arch, 'In', 'arm64'])) },
    [],
  ],
])('%s', (_, scheduling, expected) => {
  expect(narrow(fleet, scheduling).map(formatPlatform)).toEqual(expected)
})

test('a Windows platform without a build may be any build', () => {
  const anyBuild: Platform = { os: 'windows', architecture: 'amd64' }
  expect(narrow([anyBuild], { nodeSelector: { [build]: '10.0.17763' } })).toEqual([anyBuild])
})

test('an arm node is labelled by its architecture alone', () => {
  const node: Platform = { os: 'linux', architecture: 'arm', variant: 'v7' }
  expect(narrow([node], { nodeSelector: { [arch]: 'arm' } })).toEqual([node])
})
