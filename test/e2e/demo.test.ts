import { cp, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { runChild } from '../support/child.ts'
import type { ChildResult } from '../support/child.ts'
import { expectExit } from '../support/expect-exit.ts'
import { helms } from '../support/tools.ts'
import { workbench } from '../support/workbench.ts'

const helm = helms.find(({ isThere, name }) => isThere && name === 'helm 4')
const note = helm === undefined ? ' (skipped: helm 4 could not be fetched; see npm run tools)' : ''
const faults = ['tag-not-found', 'child-manifest-missing', 'not-found-or-private', 'rate-limited']

/** What each report of the demo says of the faults, in order: the broken workload, then after each fix. */
function findingsOf({ stdout }: ChildResult): readonly (readonly string[])[] {
  const reports = stdout.split(/^Fix \d of 4: /m)
  return reports.map(text => faults.filter(code => text.includes(code)))
}

const oneByOne = [
  ['tag-not-found', 'child-manifest-missing', 'not-found-or-private', 'rate-limited'],
  ['child-manifest-missing', 'not-found-or-private', 'rate-limited'],
  ['not-found-or-private', 'rate-limited'],
  ['rate-limited'],
  [],
]

describe('the demo', () => {
  test.skipIf(helm === undefined)(`shows four faults in a chart, mends one at a time and passes${note}`, async () => {
    await using bench = await workbench()
    const result = await bench.cli(['demo'])
    expectExit(result, 0)
    expect(findingsOf(result)).toEqual(oneByOne)
    expect(result.stdout).toContain('shop/values.yaml:6')
    expect(result.stdout).not.toContain('plain manifests')
    expect(result.stdout.trimEnd().split('\n').at(-1)).toBe('The change can be merged.')
    expect(result.stderr).toBe('')
    expect(await bench.leftovers()).toEqual([])
    expect(await readdir(join(bench.beside, '../home'))).toEqual([])
  })

  test('does the same with plain manifests where no helm can be had, from a copy of dist alone', async () => {
    await using bench = await workbench()
    const copy = join(bench.beside, 'dist')
    await cp(resolve(import.meta.dirname, '../../dist'), copy, { recursive: true })
    const environment = { ...bench.environment, PATH: join(bench.beside, 'nothing') }
    const words = [join(copy, 'cli.js'), 'demo']
    const result = await runChild({ program: process.execPath, arguments: words, environment, folder: bench.beside })
    expectExit(result, 0)
    expect(findingsOf(result)).toEqual(oneByOne)
    expect(result.stdout).toMatch(/plain manifests instead of a chart\. .*Install helm/)
    expect(result.stdout).toContain('shop/web.yaml:14')
    expect(await bench.leftovers()).toEqual([])
  })
})
