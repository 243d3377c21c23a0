import { describe, expect, test } from 'vitest'
import { reportOf, findingOf } from '../../../test/report-fixtures.ts'
import { annotations } from './annotations.ts'
import { githubCommands } from './github.ts'
import type { ReportFinding } from '../schema.ts'

const [error] = reportOf([findingOf('tag-not-found')]).findings
const [warning] = reportOf([findingOf('rate-limited')]).findings
if (error?.location == null || warning?.location == null) throw new Error('no finding')
const at = error.location

function lines(finding: ReportFinding, count: number, file = 'v.yaml'): ReportFinding[] {
  return Array.from({ length: count }, (_, index) => ({
    ...finding,
    key: `${index}`,
    location: { ...at, file, line: index + 1, endLine: index + 1 },
  }))
}

describe('annotations', () => {
  test('are at most nine errors and ten warnings, and the last says how many more there are', () => {
    const all = annotations({ findings: [...lines(error, 12), ...lines(warning, 15)] })
    expect(all.filter(({ level }) => level === 'error')).toHaveLength(9)
    expect(all.filter(({ level }) => level === 'warning')).toHaveLength(10)
    expect(all[8]?.message).toMatch(/3 more places of this kind in the job summary\.$/)
    expect(all[18]?.message).toMatch(/5 more places/)
    expect(all[7]?.message).not.toContain('more place')
  })

  test('are one for each line', () => {
    const second = { ...error, code: 'platform-missing', message: 'Other.' } as const
    const all = annotations({ findings: [error, second] })
    expect(all).toMatchObject([
      { title: 'will-it-pull: tag-not-found and 1 more', message: expect.stringContaining('Other.') },
    ])
  })

  test('put lines that the change touches first', () => {
    const findings = lines(error, 3)
    expect(annotations({ findings }, { isChanged: (_, line) => line === 3 }).map(({ line }) => line)).toEqual([3, 1, 2])
  })

  test('have columns only on one line, and never an end before the start', () => {
    const where = (over: Partial<typeof at>): unknown =>
      annotations({ findings: [{ ...error, location: { ...at, ...over } }] })[0]
    expect(where({})).toMatchObject({ line: 12, endLine: 12, column: 8, endColumn: 15 })
    expect(where({ endLine: 14 })).not.toHaveProperty('column')
    expect(where({ endLine: 3 })).toMatchObject({ line: 12, endLine: 12 })
    expect(where({ line: null })).not.toHaveProperty('line')
  })

  test.each(['a\u001b[2J.yaml', 'a\n::error::x.yaml', '##[error]x.yaml'])('do not name the file %j', file => {
    const [first] = annotations({ findings: [{ ...error, location: { ...at, file } }] })
    expect(first).not.toHaveProperty('file')
    expect(first).not.toHaveProperty('line')
  })

  test('leave out what does not count and notices', () => {
    const old = { ...error, status: 'old', counts: false } as const
    const notice = { ...error, severity: 'notice' } as const
    expect(annotations({ findings: [old, notice] })).toEqual([])
  })

  test('keep to 4,096 characters', () => {
    const long = { ...error, cause: 'x'.repeat(9000) }
    const [first] = annotations({ findings: [long] })
    expect(first?.message.length).toBe(4096)
  })

  test('become workflow commands with what is special escaped', () => {
    const odd = { ...error, message: '50% of\nit', cause: 'c', fix: null, location: { ...at, file: 'a,b:c.yaml' } }
    const report = reportOf([findingOf('tag-not-found')])
    expect(githubCommands({ ...report, findings: [odd] })).toBe(
      '::error file=a%2Cb%3Ac.yaml,line=12,endLine=12,col=8,endColumn=15,title=will-it-pull%3A tag-not-found::50%25 of it%0AWhy: c\nfail: 1 of 1 image cannot be pulled.\n',
    )
  })
})
