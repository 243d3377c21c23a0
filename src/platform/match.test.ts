import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vectors from '../../test/vectors/platform.json' with { type: 'json' }
import { only, ordered } from './match.ts'
import type { Platform } from './types.ts'

interface Row {
  readonly node: Platform
  readonly index: readonly Platform[]
  readonly only: readonly number[]
  readonly ordered: readonly number[]
}

const rows: readonly Row[] = vectors

describe('containerd answers the same', () => {
  test.each(rows.map((row, number) => ({ number, row })))('on vector $number', ({ row }) => {
    expect({ only: only(row.node, row.index), ordered: ordered(row.node, row.index) }).toEqual({
      only: row.only,
      ordered: row.ordered,
    })
  })
})

const linux = (architecture: string, variant?: string): Platform => ({ os: 'linux', architecture, variant })
const windows = (osVersion?: string): Platform => ({ os: 'windows', architecture: 'amd64', osVersion })

test.each<{ name: string; node: Platform; entries: Platform[]; local: number[]; transfer: number[] }>([
  { name: 'amd64 falls back to 386', node: linux('amd64'), entries: [linux('386')], local: [0], transfer: [] },
  {
    name: 'an amd64 node never runs a higher level',
    node: linux('amd64'),
    entries: [linux('amd64', 'v2'), linux('amd64', 'v3')],
    local: [],
    transfer: [],
  },
  {
    name: 'a node of a declared level runs those below it, best first',
    node: linux('amd64', 'v3'),
    entries: [linux('386'), linux('amd64'), linux('amd64', 'v2'), linux('amd64', 'v4')],
    local: [2, 1, 0],
    transfer: [],
  },
  {
    name: 'arm64 falls back to arm, newest first',
    node: linux('arm64'),
    entries: [linux('arm', 'v6'), linux('arm', 'v7'), linux('aarch64')],
    local: [2, 1, 0],
    transfer: [2],
  },
  {
    name: 'arm64/v9.1 also runs v8.6 but not v8.7',
    node: linux('arm64', 'v9.1'),
    entries: [linux('arm64', 'v8.7'), linux('arm64', 'v8.6'), linux('arm64', 'v9'), linux('arm64')],
    local: [2, 1, 3],
    transfer: [],
  },
  {
    name: 'an arm64 version that nobody knows runs nothing locally',
    node: linux('arm64', 'v10'),
    entries: [linux('arm64', 'v10'), linux('arm64')],
    local: [],
    transfer: [0],
  },
  {
    name: 'an entry that names no operating system is for that of the node',
    node: linux('amd64'),
    entries: [{ os: '', architecture: 'amd64' }],
    local: [0],
    transfer: [0],
  },
  {
    name: 'attestations match nothing',
    node: linux('amd64'),
    entries: [{ os: 'unknown', architecture: 'unknown' }],
    local: [],
    transfer: [],
  },
  {
    name: 'a Windows node of an unknown build runs every build, newest first',
    node: windows(),
    entries: [windows('10.0.17763.1'), windows('10.0.20348.1'), windows()],
    local: [1, 0, 2],
    transfer: [0, 1, 2],
  },
  {
    name: 'Windows Server 2019 wants its own build',
    node: windows('10.0.17763'),
    entries: [windows('10.0.20348.1'), windows('10.0.17763.1817'), windows('6.2.17763.1')],
    local: [1],
    transfer: [1],
  },
])('$name', ({ node, entries, local, transfer }) => {
  expect({ local: only(node, entries), transfer: ordered(node, entries) }).toEqual({ local, transfer })
})

const anyPlatform = fc.record({
  os: fc.constantFrom('linux', 'Linux', 'windows', 'unknown', ''),
  architecture: fc.constantFrom('amd64', 'x86_64', '386', 'arm64', 'arm', 'armhf', 's390x', 'unknown', ''),
  variant: fc.constantFrom('', 'v1', 'v6', 'v7', '8', 'v8', 'v9.2', 'v99999999999'),
  osVersion: fc.constantFrom('', '10.0.17763', '10.0.20348.1', '10.0.26100', 'x', '99999.1.1'),
})

const linuxNode = fc
  .constantFrom(
    'amd64',
    'amd64/v3',
    '386',
    'arm/v6',
    'arm/v7',
    's390x',
    'arm64',
    'arm64/v8',
    'arm64/v8.2',
    'arm64/v9.2',
  )
  .map(cpu => linux(...(cpu.split('/') as [string, string?])))

test('what the transfer service takes on Linux, the local pull takes first', () => {
  fc.assert(
    fc.property(linuxNode, fc.array(anyPlatform), (node, entries) => {
      const exact = ordered(node, entries)
      expect(only(node, entries).slice(0, exact.length)).toEqual(exact)
    }),
  )
})

test('an entry in between changes nothing for the others', () => {
  fc.assert(
    fc.property(anyPlatform, fc.array(anyPlatform), (node, entries) => {
      const attested = [{ os: 'unknown', architecture: 'unknown' }, ...entries]
      fc.pre(node.os !== 'unknown')
      expect(only(node, attested)).toEqual(only(node, entries).map(position => position + 1))
    }),
  )
})
