import { expect, test } from 'vitest'
import { findingOf, partsWith, planOf, tagLine, use, verdictOf } from '../../test/report-fixtures.ts'
import { annotations } from './annotations.ts'
import { buildReport } from './build.ts'
import { commentBody } from './markdown/comment.ts'
import { markdownSummary } from './markdown/summary.ts'
import { sarifReport } from './sarif.ts'
import { plain } from './text/palette.ts'
import { textReport } from './text/text.ts'

test('5,000 findings are told in well under two seconds', () => {
  const uses = Array.from({ length: 5000 }, (_, index) => use(`u${index}`, `ghcr.io/acme/web:${index}`, `web-${index}`))
  const findings = uses.map(({ id, image }) => findingOf('tag-not-found', { image, uses: [id] }))
  const plans = uses.map(one => planOf(one))
  const started = performance.now()
  const report = buildReport(
    partsWith({
      plans,
      inventory: { uses, documents: new Map() },
      judgement: { findings, verdicts: uses.map(one => verdictOf(one, 'unpullable')) },
      locations: {
        uses: new Map(uses.map(({ id }, index) => [id, [{ ...tagLine, line: index + 1, endLine: index + 1 }]])),
      },
    }),
  )
  const views = [
    commentBody(report, { key: 'check' }),
    markdownSummary(report, {}),
    sarifReport(report),
    textReport(report, { palette: plain, detail: 'verbose', width: 100 }),
  ]
  expect(annotations(report)).toHaveLength(9)
  expect(views.every(view => view.length > 0)).toBe(true)
  expect(performance.now() - started).toBeLessThan(2000)
})
