import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectExit } from '../support/expect-exit.ts'
import { helms } from '../support/tools.ts'
import { workbench } from '../support/workbench.ts'

const fixture = resolve(import.meta.dirname, '../fixtures/charts/shop')
const missing = helms.filter(({ isThere }) => !isThere).map(({ name }) => name)
const note = missing.length === 0 ? '' : ` (skipped: ${missing.join(' and ')} could not be fetched; see npm run tools)`

describe.skipIf(missing.length > 0)(`helm 3 and helm 4${note}`, () => {
  test.each([
    { name: 'its own values', words: [] },
    { name: 'a values file', words: ['--values', 'shop/values-prod.yaml'] },
    { name: 'single values', words: ['--set', 'worker.image=ghcr.io/acme/w:9,migrate.image.tag=3', '--release', 'x'] },
  ])('give the same inventory of a chart with $name', async ({ words }) => {
    await using bench = await workbench()
    await cp(fixture, join(bench.repository, 'shop'), { recursive: true })
    const [three, four] = await Promise.all(
      helms.map(({ path }) => bench.report(['list', 'shop', '--helm-path', path, ...words])),
    )
    if (three === undefined || four === undefined) throw new Error('two helms are expected')
    expectExit(three, 0)
    expectExit(four, 0)
    expect(three.report.sources[0]?.renderer).toMatch(/^helm 3\./)
    expect(four.report.sources[0]?.renderer).toMatch(/^helm 4\./)
    expect(three.report.images.length).toBeGreaterThan(3)
    expect(four.report.images).toEqual(three.report.images)
    expect(four.report.uses).toEqual(three.report.uses)
    expect(await bench.leftovers()).toEqual([])
  })
})
