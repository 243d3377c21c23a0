import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { renderWorld } from '../../../test/support/render-world.ts'
import { kubectl } from '../../../test/support/tools.ts'
import type { KustomizeSource } from '../../discover/types.ts'
import { createReusingRun } from '../../process/reuse/reusing.ts'
import { createBuildKustomization } from './build-kustomization.ts'
import { createKustomize } from './kustomize.ts'

const sourceAt = (path: string): KustomizeSource => ({ kind: 'kustomize', id: path, path, label: path })

const tree = (at: string, image = 'web:1') => ({
  [`${at}/overlay/kustomization.yaml`]: 'resources: [../base]\nconfigMapGenerator: [{ name: c, files: [note.txt] }]\n',
  [`${at}/overlay/note.txt`]: 'a note',
  [`${at}/base/kustomization.yaml`]: 'resources: [pod.yaml]\n',
  [`${at}/base/pod.yaml`]: `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: m, image: ${image} }] }\n`,
})

/** How many builds were started for two kustomizations. */
async function buildsOf(files: Readonly<Record<string, string>>, paths: readonly string[]): Promise<number> {
  await using made = await fileTree(files)
  await using world = await renderWorld(made.root)
  let started = 0
  const count: typeof world.run = call => {
    if (call.arguments[0] === 'kustomize') started += 1
    return world.run(call)
  }
  const run = createReusingRun({ run: count, identify: async name => name, parallel: 1 })
  const build = createKustomize(createBuildKustomization(kubectl.path, { ...world, run }), world)
  const built = await Promise.all(paths.map(path => build(sourceAt(path))))
  expect(built.map(({ kind }) => kind)).toEqual(paths.map(() => 'rendered'))
  return started
}

describe.skipIf(!kubectl.isThere)('a build (skipped where kubectl could not be fetched)', () => {
  const overlays = ['a/overlay', 'b/overlay']

  test('is made once for equal kustomizations, with their bases, at two places', async () => {
    expect(await buildsOf({ ...tree('a'), ...tree('b') }, overlays)).toBe(1)
  })

  test.each<[string, Record<string, string>]>([
    ['a file of the base', tree('b', 'web:2')],
    ['a file that a generator reads', { ...tree('b'), 'b/overlay/note.txt': 'another' }],
  ])('is made again where %s differs', async (_, other) => {
    expect(await buildsOf({ ...tree('a'), ...other }, overlays)).toBe(2)
  })

  test('is made again where the same base lies elsewhere', async () => {
    const near = Object.entries(tree('b')).filter(([name]) => name.startsWith('b/overlay'))
    const moved = { ...Object.fromEntries(near), 'b/overlay/kustomization.yaml': 'resources: [../../c/base]\n' }
    const far = Object.entries(tree('b')).filter(([name]) => name.startsWith('b/base'))
    const rest = Object.fromEntries(far.map(([name, text]) => [join('c', name.slice(2)), text]))
    expect(await buildsOf({ ...tree('a'), ...moved, ...rest }, overlays)).toBe(2)
  })
})
