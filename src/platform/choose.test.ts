import { expect, test } from 'vitest'
import { chooseChild, type Choice } from './choose.ts'
import { parsePlatform } from './parse.ts'
import type { Platform } from './types.ts'

/** `-` is an entry without a platform, `?` an attestation, `+x` adds an OS feature. */
function platform(text: string): Platform | undefined {
  if (text === '-') return undefined
  if (text === '?') return { os: 'unknown', architecture: 'unknown' }
  const [name = '', feature] = text.split('+')
  const parsed = parsePlatform(name.startsWith('win') ? name : `linux/${name}`)
  if (parsed.kind === 'platform-error') throw new Error(text)
  return feature === undefined ? parsed.platform : { ...parsed.platform, osFeatures: [feature] }
}

function choose(node: string, entries: string, runtime: Parameters<typeof chooseChild>[2]): Choice {
  return chooseChild(
    platform(node) ?? { os: '', architecture: '' },
    entries === '' ? [] : entries.split(' ').map(platform),
    runtime,
  )
}

const none: Choice = { kind: 'none' }
const at = (position: number): Choice => ({ kind: 'match', position })
const depends = (local: number | null, transfer: number | null): Choice => ({
  kind: 'depends-on-runtime',
  on: 'implementation',
  local,
  transfer,
})

test.each<[node: string, entries: string, containerd: Choice, crio: Choice]>([
  ['amd64', 'arm64 amd64', at(1), at(1)],
  ['amd64', 'amd64 amd64', at(0), at(0)],
  ['amd64', '386', depends(0, null), none],
  ['amd64', '386 amd64', at(1), at(1)],
  ['amd64', 'amd64/v2', none, none],
  ['amd64', '?', none, none],
  ['amd64', '', none, none],
  ['amd64', 'amd64 ?', at(0), at(0)],
  ['arm64', 'arm64/v8', at(0), at(0)],
  ['arm64', 'arm64 arm64/v8', at(0), at(1)],
  ['arm64', 'arm/v7', depends(0, null), none],
  ['arm/v7', 'arm/v5 arm/v6', depends(1, null), at(1)],
  ['arm/v6', 'arm/v7 arm/v5', depends(1, null), at(1)],
  ['s390x', 's390x amd64', at(0), at(0)],
  ['amd64', '-', at(0), at(0)],
  ['amd64', '- -', at(0), at(0)],
  ['amd64', '- ?', none, at(0)],
  ['amd64', '- arm64', none, at(0)],
  ['amd64', '- amd64', at(1), at(1)],
  ['amd64', '- 386', depends(1, null), at(0)],
  ['windows(10.0.20348)/amd64', 'windows(10.0.17763.1)/amd64 windows(10.0.20348.1)/amd64', at(1), at(0)],
  ['windows(10.0.26100)/amd64', 'windows(10.0.20348.1)/amd64 windows(10.0.26100.1)/amd64', at(1), at(0)],
  ['windows(10.0.20348)/amd64', 'windows(10.0.20348.1)/amd64+win32k', at(0), at(0)],
])('a %s node facing [%s]', (node, entries, containerd, crio) => {
  expect(choose(node, entries, 'containerd')).toEqual(containerd)
  expect(choose(node, entries, 'cri-o')).toEqual(crio)
})

test.each([
  ['containerd-local', at(0)],
  ['containerd-transfer', none],
] as const)('a declared implementation, %s, decides what would depend on it', (runtime, expected) => {
  expect(choose('amd64', '386', runtime)).toEqual(expected)
})

test('an entry with an OS feature of its own is taken by containerd before 2.4 only', () => {
  const version = { kind: 'depends-on-runtime', on: 'version' }
  expect(choose('amd64', 'amd64+erofs', 'containerd')).toEqual({ ...version, local: null, transfer: null })
  expect(choose('amd64', 'amd64+erofs amd64', 'containerd-local')).toEqual({ ...version, local: 1, transfer: 1 })
  expect(choose('amd64', 'amd64 amd64+erofs', 'containerd')).toEqual(at(0))
})

test('an empty platform object is not the same as none: it matches nothing', () => {
  const node = { os: 'linux', architecture: 'amd64' }
  expect(chooseChild(node, [{ os: '', architecture: '' }], 'containerd')).toEqual(none)
})
