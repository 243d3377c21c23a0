import { describe, expect, test } from 'vitest'
import { helms } from '../support/tools.ts'
import { chartScenes, manifestScenes } from './chart-scenes.ts'
import { prove } from './mutate.ts'

describe.each(helms.filter(({ isThere }) => isThere))('places in charts, rendered by $name', ({ path: helm }) => {
  test.each(Object.entries(chartScenes))('%s', async (_, { places, ...scene }) => {
    const proof = await prove(scene, 'tag-not-found', { helm })
    expect(proof).toMatchObject({ places, wrong: [] })
  })
})

describe('places in manifests', () => {
  test.each(Object.entries(manifestScenes))('%s', async (_, { places, ...scene }) => {
    const proof = await prove(scene, 'tag-not-found', {})
    expect(proof).toMatchObject({ places, wrong: [] })
  })
})
