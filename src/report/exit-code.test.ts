import { describe, expect, test } from 'vitest'
import { exitCode } from './exit-code.ts'
import type { ReportSource } from './schema.ts'

const rendered: ReportSource = {
  id: 's1',
  kind: 'helm',
  path: 'charts/shop',
  label: 'charts/shop',
  renderer: 'helm 3.17.3',
  status: 'rendered',
  documents: 1,
  error: null,
  reason: null,
}
const failed: ReportSource = { ...rendered, status: 'failed', error: 'x', reason: 'program-failed' }
const remote: ReportSource = { ...rendered, status: 'skipped', error: 'x', reason: 'remote-base' }
const unarmed: ReportSource = { ...rendered, status: 'skipped', error: 'x', reason: 'no-program' }
const nowhere = [{ path: 'chart', why: 'absent' }] as const

describe('exitCode', () => {
  test.each([
    ['0 for a pass', 'pass', [rendered], 'warn', [], 0],
    ['0 for a pass although asked to fail on unknown', 'pass', [rendered], 'fail', [], 0],
    ['1 for a failure', 'fail', [rendered], 'warn', [], 1],
    ['0 for unknown by default', 'unknown', [rendered], 'warn', [], 0],
    ['1 for unknown if asked', 'unknown', [rendered], 'fail', [], 1],
    ['1 where one source of several does not render', 'fail', [rendered, failed], 'warn', [], 1],
    ['2 where no source renders', 'fail', [failed, failed], 'warn', [], 2],
    ['2 where there is no renderer', 'unknown', [unarmed], 'warn', [], 2],
    ['2 where the paths match nothing', 'unknown', [], 'warn', nowhere, 2],
    ['that of the rest where one path of several matches nothing', 'pass', [rendered], 'warn', nowhere, 0],
    ['0 where the change touches no source', 'pass', [], 'warn', [], 0],
    ['that of unknown where all sources lie elsewhere', 'unknown', [remote], 'fail', [], 1],
  ] as const)('is %s', (_, verdict, sources, onUnknown, problems, code) => {
    expect(exitCode({ verdict, sources: [...sources] }, onUnknown, problems)).toBe(code)
  })

  test('is 0 where the change touches none of the sources and a path matches nothing', () => {
    expect(exitCode({ verdict: 'pass', sources: [], untouched: [rendered] }, 'warn', nowhere)).toBe(0)
  })
})
