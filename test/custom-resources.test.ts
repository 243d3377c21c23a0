import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { resolveRequest } from '../src/config/resolve.ts'
import type { CheckRequest } from '../src/config/types.ts'
import { createFiles } from '../src/process/files.ts'
import { image } from '../src/simulator/image.ts'
import { startRegistry } from '../src/simulator/registry.ts'
import { play } from './faults/scene.ts'
import { fileTree } from './support/file-tree.ts'

const guide = await readFile('docs/configuration.md', 'utf8')

const examples = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
const configuration = examples.find(text => text.startsWith('# will-it-pull.yaml\ncustom-resources:')) ?? ''
const object = examples.find(text => text.startsWith('# shop.yaml')) ?? ''

async function requestOf(folder: string): Promise<CheckRequest> {
  const root = createFiles(folder)
  const facts = { raw: {}, spell: (name: string) => name, environment: () => undefined }
  const resolved = await resolveRequest({ ...facts, root, files: root, withoutSecrets: false, offline: false })
  if (resolved.kind === 'wrong') throw new Error(JSON.stringify(resolved.problems))
  return resolved.request
}

describe('the example of custom-resources in the guide', () => {
  test('finds the images, their lines and their pull secrets', async () => {
    await using tree = await fileTree({ 'will-it-pull.yaml': configuration, 'shop.yaml': object })
    const request = { ...(await requestOf(tree.root)), offline: true }
    const { report } = await play({ ...scene, folder: tree.root, request })
    expect(report.uses.map(use => [use.image, use.location?.line, use.pullSecrets.join()])).toEqual([
      ['ghcr.io/acme/worker:3', 14, 'regcred'],
      ['ghcr.io/acme/shop:1.27.3', 6, 'regcred'],
      ['ghcr.io/acme/plugin:2', 8, 'regcred'],
      ['ghcr.io/acme/web:1.4', 9, 'regcred'],
    ])
  })

  test('blames the change for nothing that was there before, though its entry is new', async () => {
    await using registry = await startRegistry()
    registry.push('acme/shop', '1.27.3', image())
    const at = (text: string) => text.replaceAll('ghcr.io', registry.host)
    const before = at(object)
    const after = before.replace('plugin:2', 'plugin:3')
    await using head = await fileTree({ 'will-it-pull.yaml': at(configuration), 'shop.yaml': after })
    await using base = await fileTree({ 'shop.yaml': before })
    const git = {
      base: async () => ({ kind: 'commit', sha: 'a'.repeat(40) }) as const,
      files: async () => createFiles(base.root),
      changed: async () => ['will-it-pull.yaml', 'shop.yaml'],
    }
    const asked = { changedOnly: true, base: { kind: 'revision', revision: 'main' }, pullSecrets: [] } as const
    const request = { ...(await requestOf(head.root)), ...asked }
    const { report } = await play({ ...scene, folder: head.root, request, git })
    const told = report.findings.flatMap(({ image: name, status }) => {
      return name === null ? [] : `${name.split('/').at(-1)} ${status}`
    })
    expect(told.toSorted()).toEqual(['plugin:3 new', 'web:1.4 old', 'worker:3 old'])
  })
})

const scene = { images: [], registry: 'registry.test', who: 'nobody', servers: [] } as const
