import { execFileSync } from 'node:child_process'
import { chmod, rename } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { createFiles } from './files.ts'

describe('reading', () => {
  test.each([
    ['text, with its byte order mark', '\uFEFFa: 1\r\n', { kind: 'text', text: '\uFEFFa: 1\r\n' }],
    ['an empty file', '', { kind: 'text', text: '' }],
    ['bytes with NUL', Uint8Array.of(0x61, 0, 0x62), { kind: 'not-text' }],
    ['Latin-1', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), { kind: 'not-text' }],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), { kind: 'not-text' }],
  ])('%s', async (_, content, expected) => {
    await using tree = await fileTree({ 'a.yaml': content })
    expect(await createFiles(tree.root).read('a.yaml')).toEqual(expected)
  })

  test.each([
    ['nothing/here.yaml', 'absent'],
    ['a.yaml/below-a-file', 'absent'],
    ['bad\0name', 'absent'],
    ['folder', 'not-a-file'],
    ['../other', 'outside'],
    ['/etc/hostname', 'outside'],
    ['x'.repeat(5000), 'absent'],
  ])('%j is %s', async (path, kind) => {
    await using tree = await fileTree({ 'a.yaml': 'a', 'folder/': '' })
    expect(await createFiles(tree.root).read(path)).toEqual({ kind })
  })

  test('a file elsewhere that a person named can be read, and nothing beside it', async () => {
    await using tree = await fileTree({ 'root/': '', 'mine.yaml': 'a: 1', 'other.yaml': '' })
    await tree.link('link.yaml', 'mine.yaml')
    const granted = [join(tree.root, 'mine.yaml'), join(tree.root, 'link.yaml')]
    const files = createFiles(join(tree.root, 'root'), { granted })
    expect(await files.read('../mine.yaml')).toEqual({ kind: 'text', text: 'a: 1' })
    expect(await files.kind('../link.yaml')).toBe('file')
    expect(await files.read('../other.yaml')).toEqual({ kind: 'outside' })
  })

  test('a folder elsewhere that a person named can be read with all in it', async () => {
    await using tree = await fileTree({ 'root/': '', 'certs.d/docker.io/hosts.toml': 'server = ""', 'certs.d2/a': '' })
    const files = createFiles(join(tree.root, 'root'), { granted: [join(tree.root, 'certs.d')] })
    expect(await files.list(join(tree.root, 'certs.d'))).toMatchObject({ kind: 'entries' })
    expect(await files.kind('../certs.d/docker.io/hosts.toml')).toBe('file')
    expect(await files.kind('../certs.d2/a')).toBe('outside')
  })

  test('what lies outside of an older state is where it is for the newer one', async () => {
    await using tree = await fileTree({
      'new/a.yaml': 'new',
      'old/a.yaml': 'old',
      'mine/a.yaml': 'mine',
      'scratch/': '',
    })
    const [old, standsFor] = [join(tree.root, 'scratch/old'), join(tree.root, 'new')]
    await rename(join(tree.root, 'old'), old)
    const files = createFiles(old, { granted: [join(tree.root, 'mine/a.yaml')], standsFor })
    expect(await files.read('a.yaml')).toEqual({ kind: 'text', text: 'old' })
    expect(await files.read('../mine/a.yaml')).toEqual({ kind: 'text', text: 'mine' })
    expect(await files.read('../new/a.yaml')).toEqual({ kind: 'outside' })
    expect(files.native('../mine/a.yaml')).toBe(join(tree.root, 'mine/a.yaml'))
  })

  test('a file over the limit is refused before it is read', async () => {
    await using tree = await fileTree({ 'a.yaml': '12345' })
    expect(await createFiles(tree.root).read('a.yaml', 4)).toEqual({ kind: 'too-large', bytes: 5 })
    expect(await createFiles(tree.root).read('a.yaml', 5)).toMatchObject({ kind: 'text' })
  })

  test('a pipe is not waited for', async () => {
    await using tree = await fileTree({})
    execFileSync('mkfifo', [join(tree.root, 'pipe.yaml')])
    expect(await createFiles(tree.root).read('pipe.yaml')).toEqual({ kind: 'not-a-file' })
  })

  test.skipIf(process.getuid?.() === 0)('what may not be read is denied (skipped for root, who may)', async () => {
    await using tree = await fileTree({ 'a.yaml': 'a' })
    await chmod(join(tree.root, 'a.yaml'), 0)
    expect(await createFiles(tree.root).read('a.yaml')).toEqual({ kind: 'denied' })
  })
})

describe('links', () => {
  test('are followed inside of the root only, and never to .git', async () => {
    await using tree = await fileTree({ 'real/a.yaml': 'a', '.git/config': 'token', 'rootless/b.yaml': 'b' })
    await tree.link('in.yaml', 'real/a.yaml')
    await tree.link('folder', 'real')
    await tree.link('out.yaml', '/etc/hostname')
    await tree.link('out-folder', '/etc')
    await tree.link('token.yaml', '.git/config')
    await tree.link('broken', 'nowhere')
    await tree.link('circle', 'circle')
    const files = createFiles(tree.root)
    const kinds = [
      'in.yaml',
      'folder',
      'folder/a.yaml',
      'out.yaml',
      'out-folder/hostname',
      'token.yaml',
      'broken',
      'circle',
    ]
    expect(await Promise.all(kinds.map(path => files.kind(path)))).toEqual([
      'file',
      'folder',
      'file',
      'outside',
      'outside',
      'outside',
      'absent',
      'absent',
    ])
    expect(await files.list('.')).toEqual({
      kind: 'entries',
      entries: [
        { name: '.git', kind: 'folder' },
        { name: 'broken', kind: 'other', link: true },
        { name: 'circle', kind: 'other', link: true },
        { name: 'folder', kind: 'folder', link: true },
        { name: 'in.yaml', kind: 'file', link: true },
        { name: 'out-folder', kind: 'outside', link: true },
        { name: 'out.yaml', kind: 'outside', link: true },
        { name: 'real', kind: 'folder' },
        { name: 'rootless', kind: 'folder' },
        { name: 'token.yaml', kind: 'outside', link: true },
      ],
    })
  })

  test('no .git is read, by whatever path: neither that of the root nor that of a checkout below it', async () => {
    await using tree = await fileTree({ '.git/config': 'token', 'sub/.git/config': 'token', 'sub/.gitignore': '' })
    await tree.link('sub/link', '.git/config')
    await tree.link('sub/folder', '../.git')
    const files = createFiles(tree.root)
    const paths = ['.git', '.git/config', 'sub/.git/config', 'sub/link', 'sub/folder/config', 'sub/folder']
    expect(await Promise.all(paths.map(path => files.kind(path)))).toEqual(paths.map(() => 'outside'))
    expect(await files.read('.git/config')).toEqual({ kind: 'outside' })
    expect(await files.kind('sub/.gitignore')).toBe('file')
  })

  test('tell where they lead', async () => {
    await using tree = await fileTree({ 'real/deep/a.yaml': 'a' })
    await tree.link('link', 'real/deep')
    await tree.link('out', '/etc')
    const files = createFiles(tree.root)
    expect(await files.real('link/a.yaml')).toBe('real/deep/a.yaml')
    expect(await files.real('real/..')).toBe('.')
    expect(await files.real('out')).toBeUndefined()
    expect(await files.real('absent')).toBeUndefined()
  })

  test('a folder beside the root with the same beginning is outside', async () => {
    await using tree = await fileTree({ 'repo/a': 'a', 'repo-secret/b': 'b' })
    await tree.link('repo/link', '../repo-secret/b')
    const files = createFiles(join(tree.root, 'repo'))
    expect(await files.kind('link')).toBe('outside')
    expect(await files.kind('../repo-secret/b')).toBe('outside')
  })
})
