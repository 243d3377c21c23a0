import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readZipMember } from './zip.ts'

describe('one member of a zip archive', () => {
  test.each([
    ['deflated', 8],
    ['stored', 0],
  ])('is unpacked where it is %s', (_name, method) => {
    const archive = zip([
      { path: 'helm/other', content: 'other' },
      { path: 'helm/helm', content: 'wanted'.repeat(50), method },
    ])
    expect(readZipMember(archive, 'helm/helm')).toEqual({ kind: 'found', bytes: Buffer.from('wanted'.repeat(50)) })
  })

  test('is not taken from a path that only climbs to it', () => {
    expect(readZipMember(zip([{ path: 'helm/../helm/helm', content: 'x' }]), 'helm/helm')).toEqual({ kind: 'absent' })
  })

  test.each([
    ['is no zip', Buffer.from('plain text that is longer than an end record')],
    ['is empty', Buffer.alloc(0)],
    ['has another checksum', zip([{ path: 'helm/helm', content: 'x', crc: 1 }])],
    ['unpacks to more than it says', zip([{ path: 'helm/helm', content: 'x'.repeat(5000), size: 10 }])],
    ['says it unpacks to more than may be', zip([{ path: 'helm/helm', content: 'x', size: 0xffff_fff0 }])],
    ['points outside itself', zip([{ path: 'helm/helm', content: 'x', headerAt: 0x7fff_ffff }])],
    ['uses a compression that is not known', zip([{ path: 'helm/helm', content: 'x', method: 12 }])],
    ['counts more entries than it has', withEntries(zip([{ path: 'a', content: 'x' }]), 0xffff)],
  ])('is refused where the archive %s', (_name, archive) => {
    expect(readZipMember(archive, 'helm/helm')).toMatchObject({ kind: 'broken' })
  })
})

function withEntries(archive: Buffer, count: number): Buffer {
  const changed = Buffer.from(archive)
  changed.writeUInt16LE(count, changed.length - 12)
  return changed
}

interface File {
  readonly path: string
  readonly content: string
  readonly method?: number
  readonly crc?: number
  readonly size?: number
  readonly headerAt?: number
}

function zip(files: readonly File[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  for (const file of files) {
    const at = locals.reduce((total, { length }) => total + length, 0)
    const packed = file.method === 0 ? Buffer.from(file.content) : deflateRawSync(file.content)
    locals.push(localHeader(file), packed)
    directory.push(directoryEntry(file, packed.length, at))
  }
  return Buffer.concat([...locals, ...directory, endOfDirectory(locals, directory)])
}

function localHeader(file: File): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(file.path.length, 26)
  return Buffer.concat([header, Buffer.from(file.path)])
}

function directoryEntry(file: File, packedSize: number, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(file.method ?? 8, 10)
  entry.writeUInt32LE(file.crc ?? crc32(file.content), 16)
  entry.writeUInt32LE(packedSize, 20)
  entry.writeUInt32LE(file.size ?? file.content.length, 24)
  entry.writeUInt16LE(file.path.length, 28)
  entry.writeUInt32LE(file.headerAt ?? at, 42)
  return Buffer.concat([entry, Buffer.from(file.path)])
}

function endOfDirectory(locals: readonly Buffer[], directory: readonly Buffer[]): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(locals).length, 16)
  return end
}
