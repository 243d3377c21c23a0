import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPlatform, parsePlatform } from './parse.ts'
import type { Platform, PlatformError } from './types.ts'

test.each<[written: string, platform: Platform, formatted: string]>([
  ['linux/amd64', { os: 'linux', architecture: 'amd64' }, 'linux/amd64'],
  ['Linux/x86_64', { os: 'linux', architecture: 'amd64' }, 'linux/amd64'],
  ['linux/amd64/v1', { os: 'linux', architecture: 'amd64' }, 'linux/amd64'],
  ['linux/amd64/v2', { os: 'linux', architecture: 'amd64', variant: 'v2' }, 'linux/amd64/v2'],
  ['linux/arm64', { os: 'linux', architecture: 'arm64' }, 'linux/arm64'],
  ['linux/aarch64/8', { os: 'linux', architecture: 'arm64', variant: 'v8' }, 'linux/arm64/v8'],
  ['linux/arm', { os: 'linux', architecture: 'arm' }, 'linux/arm'],
  ['linux/arm/v7', { os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/arm/v7'],
  ['linux/armel', { os: 'linux', architecture: 'arm', variant: 'v6' }, 'linux/arm/v6'],
  ['linux/i386', { os: 'linux', architecture: '386' }, 'linux/386'],
  ['macos/arm64', { os: 'darwin', architecture: 'arm64' }, 'darwin/arm64'],
  [
    'windows(10.0.17763)/amd64',
    { os: 'windows', architecture: 'amd64', osVersion: '10.0.17763' },
    'windows(10.0.17763)/amd64',
  ],
  ['windows()/amd64', { os: 'windows', architecture: 'amd64' }, 'windows/amd64'],
])('%s is read and written', (written, platform, formatted) => {
  expect(parsePlatform(written)).toEqual({ kind: 'platform', platform })
  expect(formatPlatform(platform)).toBe(formatted)
})

test.each<[written: string, why: PlatformError['why'], detail: string]>([
  ['', 'empty', ''],
  ['linux', 'no-architecture', 'linux'],
  ['amd64', 'no-architecture', 'amd64'],
  ['*', 'wildcard', '*'],
  ['linux/*', 'wildcard', 'linux/*'],
  ['linux/arm/v7/x', 'too-many-parts', 'linux/arm/v7/x'],
  ['linux/', 'characters', ''],
  [' linux/amd64', 'characters', ' linux'],
  ['linux/amd64\n', 'characters', 'amd64\n'],
  ['windows(10.0/amd64', 'characters', 'windows(10.0'],
  ['a'.repeat(300), 'characters', 'a'.repeat(80)],
])('%j is no platform: %s', (written, why, detail) => {
  expect(parsePlatform(written)).toEqual({ kind: 'platform-error', written, why, detail })
})

test('a platform without an operating system is unknown', () => {
  expect(formatPlatform({ os: '', architecture: '' })).toBe('unknown')
})

test('what is written is read as the same platform', () => {
  const part = fc.constantFrom('linux', 'windows', 'arm', 'arm64', 'amd64', 'armhf', 'v6', 'v7', 'v8', '8', 's390x')
  fc.assert(
    fc.property(part, part, fc.option(part, { nil: undefined }), (os, architecture, variant) => {
      const parsed = parsePlatform([os, architecture, variant].filter(text => text !== undefined).join('/'))
      if (parsed.kind !== 'platform') throw new Error(parsed.why)
      expect(parsePlatform(formatPlatform(parsed.platform))).toEqual(parsed)
    }),
  )
})
