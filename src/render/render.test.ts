import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { renderWorld } from '../../test/support/render-world.ts'
import type { ManifestSource, Source } from '../discover/types.ts'
import type { Progress } from '../world.ts'
import { render } from './render.ts'
import type { Rendered } from './types.ts'

const fixtures = resolve(import.meta.dirname, '../../test/fixtures')

function manifests(files: readonly string[], input?: string): ManifestSource {
  return { kind: 'manifests', id: 'manifests:m', path: 'm', label: 'm', files, input }
}

async function renderIn(
  root: string,
  sources: readonly Source[],
  steps: Progress[] = [],
): Promise<readonly Rendered[]> {
  const log = { progress: (step: Progress) => void steps.push(step), debug: () => undefined }
  const run = () => Promise.resolve({ kind: 'not-found' } as const)
  await using world = await renderWorld(root)
  return await render(sources, { programs: {}, offline: true }, { ...world, run, log })
}

describe('manifests', () => {
  test('are cut into documents with the lines of their files', async () => {
    const names = ['bom.yml', 'crlf.yaml', 'cron.json', 'web.yaml'].map(name => `manifests/apps/${name}`)
    const [rendered] = await renderIn(fixtures, [manifests(names)])
    const documents = rendered?.kind === 'rendered' ? rendered.documents : []
    expect(documents.map(({ origin }) => `${origin.index} ${origin.file?.slice(15)}:${origin.line}`)).toEqual([
      '0 bom.yml:1',
      '1 crlf.yaml:1',
      '2 crlf.yaml:9',
      '3 cron.json:1',
      '4 web.yaml:1',
      '5 web.yaml:19',
    ])
    expect(documents.every(({ origin }) => origin.verbatim)).toBe(true)
    expect(documents[0]?.text).toMatch(/^apiVersion/)
    expect(documents[1]?.text).toContain('\r\n')
  })

  test('that can not be read are named, and the rest is used', async () => {
    await using tree = await fileTree({ 'a.yaml': 'a: 1', 'binary.yaml': Uint8Array.of(0) })
    await tree.link('out.yaml', '/etc/hostname')
    const [rendered] = await renderIn(tree.root, [manifests(['a.yaml', 'binary.yaml', 'out.yaml', 'gone.yaml'])])
    expect(rendered).toMatchObject({
      documents: [{ text: 'a: 1' }],
      unreadable: [
        { file: 'binary.yaml', why: 'not-text' },
        { file: 'out.yaml', why: 'outside' },
        { file: 'gone.yaml', why: 'absent' },
      ],
    })
  })

  test('of standard input have no file', async () => {
    const [rendered] = await renderIn(fixtures, [manifests([], 'a: 1\n---\nb: 2\n')])
    expect(rendered).toMatchObject({ documents: [{ origin: { file: undefined, line: 1 } }, { origin: { line: 2 } }] })
  })

  test('named .json may be YAML all the same', async () => {
    await using tree = await fileTree({ 'a.json': '# not JSON\na: 1\n---\nb: 2\n' })
    expect((await renderIn(tree.root, [manifests(['a.json'])]))[0]).toMatchObject({ documents: [{}, {}] })
  })
})

test('results come in the order of the sources, each step is told, and nothing that fails stops the rest', async () => {
  const base = { id: 'x', path: 'x', label: 'x' }
  const options = { values: [], set: [], release: 'x', namespace: 'x', apiVersions: [] }
  const steps: Progress[] = []
  const sources: readonly Source[] = [
    { ...base, kind: 'helm', options },
    { ...base, kind: 'kustomize' },
    { ...base, kind: 'unresolved', of: 'kustomize', why: 'remote-base', detail: 'x' },
    manifests(['manifests/list.yaml']),
  ]
  const rendered = await renderIn(fixtures, sources, steps)
  expect(rendered.map(({ kind }) => kind)).toEqual(['failed', 'skipped', 'skipped', 'rendered'])
  expect(steps.map(step => `${step.done}/${step.total}`)).toEqual(['1/4', '2/4', '3/4', '4/4'])
})
