import { expect, test } from 'vitest'
import { partsWith } from '../../test/report-fixtures.ts'
import { annotations } from './views/annotations.ts'
import { buildReport } from './build.ts'
import { markdownSummary } from './views/markdown/summary.ts'
import { plain } from './views/text/palette.ts'
import { textReport } from './views/text/text.ts'

const place = { file: 'will-it-pull.yaml', line: 4, column: 5 }
const rule = {
  image: 'ghcr.io/acme/*',
  code: 'tag-not-found',
  reason: 'it comes',
  expires: '2026-01-31',
  place,
} as const
const parts = partsWith()
const report = buildReport({
  ...parts,
  changedConfiguration: ['will-it-pull.yaml'],
  wrongComments: [{ why: 'unknown-code', code: 'tag-not-fond', file: 'values.yaml', line: 3 }],
  judgement: {
    ...parts.judgement,
    ignoreNotes: [
      { why: 'expired', rule },
      { why: 'unmatched', rule: { image: 'quay.io/**', reason: 'meant' } },
    ],
  },
})

const changed = 'This change edits `will-it-pull.yaml`, by which it was checked. Read that edit first.'
const expired =
  'The ignore rule for `ghcr.io/acme/*` and `tag-not-found` ended on 2026-01-31 and ignores nothing any more. Remove it, or give it a later `expires`.'
const unmatched =
  'The ignore rule for `quay.io/**` matches no finding of this run. Remove it if nothing needs it any more.'

const comment =
  'This comment ignores nothing, since it names `tag-not-fond`, which is no finding (`tag-not-found` is one). Write `# will-it-pull: ignore <code> <reason>`.'

test('notes are told in order, and change no verdict', () => {
  expect(report.notes.map(({ code, severity, message }) => [code, severity, message])).toEqual([
    ['configuration-changed', 'warning', changed],
    ['ignore-expired', 'warning', expired],
    ['ignore-unmatched', 'notice', unmatched],
    ['ignore-comment-wrong', 'warning', comment],
  ])
  expect(report.verdict).toBe('pass')
})

test('a terminal shows the changed configuration first, and rules with their lines last', () => {
  const lines = textReport(report, { palette: plain, detail: 'normal' }).split('\n')
  expect(lines[0]).toBe(changed)
  expect(lines).toContain(`  will-it-pull.yaml:4  ${expired}`)
  expect(lines).toContain(`  ${unmatched}`)
})

test('Markdown shows them as prose', () => {
  const text = markdownSummary(report, {})
  expect(text).toMatch(/⚠️ This change edits <?.*will-it-pull.*Read that edit first/)
  expect(text).toContain('Ignore rules that do nothing (3)')
})

test('warnings stand on their lines, notices do not', () => {
  expect(annotations(report)).toEqual([
    expect.objectContaining({ level: 'warning', file: 'will-it-pull.yaml', message: changed }),
    expect.objectContaining({ level: 'warning', file: 'will-it-pull.yaml', line: 4, message: expired }),
    expect.objectContaining({ level: 'warning', file: 'values.yaml', line: 3, message: comment }),
  ])
})
