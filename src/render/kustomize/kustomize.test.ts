import { chmod } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { kubectl } from '../../../test/support/tools.ts'
import type { KustomizeSource } from '../../discover/types.ts'
import { createFiles } from '../../process/files.ts'
import { createRunProgram } from '../../process/run-program.ts'
import { createScratch } from '../../process/scratch.ts'
import { createBuildKustomization } from './build-kustomization.ts'
import { createKustomize } from './kustomize.ts'
import type { Rendered } from '../types.ts'

const fixtures = resolve(import.meta.dirname, '../../../test/fixtures')
const source = (path: string): KustomizeSource => ({ kind: 'kustomize', id: `kustomize:${path}`, path, label: path })

async function build(root: string, path: string, given: { program?: string; searchPath?: string }): Promise<Rendered> {
  await using home = await createScratch()
  const run = createRunProgram({ folder: root, home: home.path, searchPath: given.searchPath })
  const world = { run, files: createFiles(root) }
  return await createKustomize(createBuildKustomization(given.program, world), world)(source(path))
}

describe.skipIf(!kubectl.isThere)('kubectl kustomize (skipped where it could not be fetched)', () => {
  const program = kubectl.path

  test('builds an overlay with its bases, components and patches', async () => {
    const rendered = await build(fixtures, 'kustomize/overlays/prod', { program })
    expect(rendered).toMatchObject({
      kind: 'rendered',
      renderer: expect.stringMatching(/^kubectl 1\./),
      documents: [{ origin: { verbatim: false, line: 1, index: 0 } }],
    })
    const text = rendered.kind === 'rendered' ? (rendered.documents[0]?.text ?? '') : ''
    expect(text).toContain('image: ghcr.io/acme/api:1.0.4')
    expect(text).toContain('image: envoyproxy/envoy:v1.32.2')
  })

  test('builds in a folder whose name looks like a flag', async () => {
    await using tree = await fileTree({
      '-o x/kustomization.yaml': 'resources: [a.yaml]',
      '-o x/a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n',
    })
    expect(await build(tree.root, '-o x', { program })).toMatchObject({ kind: 'rendered', documents: [{}] })
  })

  test('says what is wrong', async () => {
    await using tree = await fileTree({ 'k/kustomization.yaml': 'resources: [missing.yaml]' })
    const rendered = await build(tree.root, 'k', { program })
    expect(rendered).toMatchObject({
      kind: 'failed',
      failure: { why: 'program-failed', detail: expect.stringContaining('missing.yaml') },
    })
    expect(JSON.stringify(rendered)).not.toContain(tree.root)
  })

  test('runs no git and reads no file outside, should either be left', async () => {
    await using tree = await fileTree({
      'k/kustomization.yaml': 'resources: ["git@127.0.0.1:a/b.git"]',
      'l/kustomization.yaml': 'configMapGenerator: [{name: a, files: [../secret]}]',
      'bin/git': '#!/bin/sh\ntouch "$(dirname "$0")/called"\n',
      secret: 'hidden',
    })
    await chmod(join(tree.root, 'bin/git'), 0o755)
    const searchPath = join(tree.root, 'bin')
    expect(await build(tree.root, 'k', { program, searchPath })).toMatchObject({ kind: 'failed' })
    expect(existsSync(join(tree.root, 'bin/called'))).toBe(false)
    expect(await build(tree.root, 'l', { program })).toMatchObject({ kind: 'failed' })
  })
})

describe('the program', () => {
  const script = (version: string): string =>
    `#!/bin/sh\ncase $1 in version) echo '${version}';; *) echo "command: $1";; esac\n`

  async function choose(programs: Readonly<Record<string, string>>): Promise<Rendered> {
    await using tree = await fileTree({ 'k/kustomization.yaml': '{}', 'bin/': '', ...programs })
    await Promise.all(Object.keys(programs).map(path => chmod(join(tree.root, path), 0o755)))
    return await build(tree.root, 'k', { searchPath: join(tree.root, 'bin') })
  }

  test('is kustomize where it is there', async () => {
    const programs = { 'bin/kustomize': script('v5.6.0'), 'bin/kubectl': script('v1.35.0') }
    expect(await choose(programs)).toMatchObject({
      renderer: 'kustomize 5.6.0',
      documents: [{ text: 'command: build\n' }],
    })
  })

  test('is kubectl else', async () => {
    const programs = { 'bin/kubectl': script('Client Version: v1.35.0') }
    expect(await choose(programs)).toMatchObject({
      renderer: 'kubectl 1.35.0',
      documents: [{ text: 'command: kustomize\n' }],
    })
  })

  test('may be missing: the source is named as not checked', async () => {
    expect(await choose({})).toMatchObject({
      kind: 'skipped',
      source: { id: 'kustomize:k', kind: 'unresolved', of: 'kustomize', why: 'no-program' },
    })
  })
})
