import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readTarMember } from './tar.ts'

describe('one member of a gzipped tar archive', () => {
  test('is found by its exact path, behind members of any length', () => {
    const tar = archive(member('package/a', 'x'.repeat(700)), member('package/lib/b', 'wanted'))
    expect(readTarMember(tar, 'package/lib/b')).toEqual({ kind: 'found', bytes: Buffer.from('wanted') })
  })

  test('is found where the path is split into prefix and name', () => {
    const tar = archive(member('b.zip', 'wanted', { prefix: 'package/lib' }))
    expect(readTarMember(tar, 'package/lib/b.zip')).toMatchObject({ kind: 'found' })
  })

  test.each([
    ['climbs to the same file', member('package/../package/b', 'decoy')],
    ['is a link of that name', member('package/b', '', { type: '2' })],
    ['is a folder of that name', member('package/b', '', { type: '5' })],
  ])('is not taken from a member that %s', (_name, decoy) => {
    expect(readTarMember(archive(decoy), 'package/b')).toEqual({ kind: 'absent' })
  })

  test.each([
    ['is no gzip stream', Buffer.from('plain')],
    ['names a size beyond its end', archive(member('package/a', 'x', { size: '77777777777' }))],
    ['names a negative size', archive(member('package/a', 'x', { size: '-0000000001' }))],
  ])('is refused where the archive %s', (_name, bytes) => {
    expect(readTarMember(bytes, 'package/b')).toMatchObject({ kind: 'broken' })
  })

  test('is absent from an archive that stops in the middle of a header', () => {
    expect(readTarMember(gzipSync(member('package/a', 'x').subarray(0, 300)), 'package/a')).toEqual({ kind: 'absent' })
  })
})

interface Overrides {
  readonly prefix?: string
  readonly type?: string
  readonly size?: string
}

function member(name: string, content: string, overrides: Overrides = {}): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(overrides.size ?? content.length.toString(8).padStart(11, '0'), 124)
  header.write(overrides.type ?? '0', 156)
  header.write(overrides.prefix ?? '', 345)
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512)
  body.write(content)
  return Buffer.concat([header, body])
}

function archive(...members: readonly Buffer[]): Buffer {
  return gzipSync(Buffer.concat([...members, Buffer.alloc(1024)]))
}
