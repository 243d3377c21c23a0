import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kubectl } from '../support/tools.ts'
import { kustomizeScenes } from './kustomize-scenes.ts'
import { prove } from './mutate.ts'

const programs = [kubectl.path].filter(path => existsSync(path))

describe.each(programs)('places in kustomizations, built by %s', kustomize => {
  test.each(Object.entries(kustomizeScenes))('%s', async (_, scene) => {
    const proof = await prove(scene, 'tag-not-found', { kustomize })
    expect(proof).toEqual({ places: scene.places, wrong: [] })
  })

  test('the name, where that is what is wrong', async () => {
    const scene = kustomizeScenes['a name of images, then a tag over that name']
    const proof = scene && (await prove(scene, 'repository-not-found', { kustomize }))
    expect(proof?.places).toEqual(['ghcr.io/acme/web:2.0.1 → base/kustomization.yaml:2 images[0].newName exact'])
  })
})
