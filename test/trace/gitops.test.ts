import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Charts } from '../../src/fetch/types.ts'
import { createScratch } from '../../src/process/scratch.ts'
import type { Scratch } from '../../src/world.ts'
import { canDeploy } from '../support/delivered.ts'
import { packagedChart } from '../support/packaged-chart.ts'
import { helms, kubectl } from '../support/tools.ts'
import { chartFiles, gitopsScenes } from './gitops-scenes.ts'
import { prove } from './mutate.ts'

let scratch: Scratch
let charts: Charts
beforeAll(async () => {
  scratch = await createScratch()
  const file = await scratch.write('shop.tgz', packagedChart('shop', '1.0.0', chartFiles))
  charts = { requests: 0, fetch: async () => ({ kind: 'fetched', file, version: '1.0.0' }) }
})
afterAll(async () => scratch[Symbol.asyncDispose]())

const helm = helms.find(({ isThere }) => isThere)?.path

// each place is one more render of all
describe.skipIf(!canDeploy)('places in objects of Argo CD and Flux', { timeout: 60_000 }, () => {
  test.each(Object.entries(gitopsScenes))('%s', async (_, scene) => {
    const proof = await prove({ ...scene, charts }, 'tag-not-found', { helm, kustomize: kubectl.path })
    expect(proof).toMatchObject({ places: scene.places, wrong: [] })
  })
})
