import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostile, hostileText } from '../../test/hostile-report.ts'
import { realisticReport } from '../../test/realistic-report.ts'
import { toReviewComment } from '../github/review/suggestion.ts'
import type { Report } from '../report/schema.ts'
import { suggestionsIn } from './suggestions.ts'

const span = { line: 3, column: 8, endLine: 3, endColumn: 15, path: null, confidence: 'exact' } as const
const place = { file: 'charts/shop/values.yaml', ...span }

/** A report whose first finding is mended by an edit of one line, and maybe of others. */
function withEdit(text: string, related = [place].slice(0, 0)): Report {
  const report = realisticReport()
  const [first, ...rest] = report.findings
  if (first === undefined) throw new Error('no finding')
  const fix = { text: 'Use `1.27.3`, which exists.', commands: [], edit: { location: place, text } }
  return { ...report, findings: [{ ...first, location: place, related, fix }, ...rest] }
}

const shownAs = (report: Report) => ({ report, checked: report, isChanged: () => false })

test('an edit becomes the whole line, and every other place with the same text is offered too', async () => {
  const other = { ...place, file: 'charts/shop/values-prod.yaml' }
  const another = { ...place, file: 'charts/shop/values-dev.yaml' }
  const lines = new Map([[another.file, '  tag: 1.26.0  ']])
  const readLine = async (file: string) => lines.get(file) ?? '  tag: 1.27.33 # newest'
  const suggestions = await suggestionsIn(shownAs(withEdit('1.27.3', [other, another])), readLine)
  expect(suggestions.map(({ path, startLine, replacement }) => [path, startLine, replacement])).toEqual([
    [place.file, 3, '  tag: 1.27.3 # newest'],
    [other.file, 3, '  tag: 1.27.3 # newest'],
  ])
})

test.each([
  ['a finding that does not count', { counts: false }],
  ['a place that is not in the head', { location: null }],
])('%s gives none', async (_, changes) => {
  const report = withEdit('1.27.3')
  const findings = report.findings.map(finding => ({ ...finding, ...changes }))
  expect(await suggestionsIn(shownAs({ ...report, findings }), async () => '  tag: 1.27.33')).toEqual([])
})

test('with hostile text in the report, the file and the tag, a suggestion edits one line and says nothing else', async () => {
  const property = fc.asyncProperty(fc.tuple(hostileText, hostile(withEdit('1.27.3'))), async ([line, report]) => {
    const text = `  tag: 1.27.33${line}`
    for (const suggestion of await suggestionsIn(shownAs(report), async () => text)) {
      expect(suggestion.original).toBe(text)
      expect(suggestion.startLine).toBe(suggestion.endLine)
      expect(suggestion.replacement).not.toMatch(/[\n\r\u2028\u2029\u202e\u0000-\u0008]/)
      expectOnlyOurs(toReviewComment('images', suggestion).body, suggestion.replacement)
    }
  })
  await fc.assert(property, { numRuns: 300 })
})

/** One marker, prose that means nothing to GitHub, one block that holds the line. */
function expectOnlyOurs(body: string, replacement: string): void {
  const [marker = '', words = '', blank, open = '', line, close, ...more] = body.split('\n')
  expect(marker).toMatch(/^<!-- will-it-pull-suggestion:images:[0-9a-f]{20} -->$/)
  expect([blank, line, more]).toEqual(['', replacement, []])
  expect(open).toBe(`${close}suggestion`)
  expect(replacement).not.toContain(close)
  const prose = words.replaceAll(/(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)/g, 'code').replaceAll(/\\./g, '')
  expect(words).not.toMatch(/(?<!\w)@\w/)
  expect(prose).not.toMatch(/[<>]|\]\(|:\/\/|www\.|(?<![&\w/%])#\d|\bGH-\d/)
}
