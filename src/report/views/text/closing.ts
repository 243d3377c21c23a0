import { baseSentence } from '../../base-sentence.ts'
import { untouchedSentence } from '../../untouched-sentence.ts'
import { oneLine } from '../../escape/terminal.ts'
import type { Report } from '../../schema.ts'
import type { Sections } from '../../sections.ts'
import { counted } from '../../words/quote.ts'
import { briefLine } from './finding-lines.ts'
import type { Palette } from './palette.ts'

const mostBrief = 20

/** Images and sources that were left out without a finding of their own. */
export function notCheckedLines({ sources, images, findings }: Report, { notChecked }: Sections): readonly string[] {
  const told = new Set(findings.map(({ image }) => image))
  const lines = images
    .filter(({ verdict, normalized, reference }) => verdict === 'not-checked' && !told.has(normalized ?? reference))
    .map(({ reference }) => `  ${oneLine(reference)}`)
  // one that failed is an error with all that is known of it
  const skipped = sources
    .filter(({ status }) => status === 'skipped')
    .map(({ label, error }) => `  ${oneLine(`${label}: ${error ?? ''}`)}`)
  const all = notChecked.length > 0 || skipped.length === 0 ? lines : [...lines, ...skipped]
  return all.length === 0 ? [] : ['Also not checked', ...cut(all), '']
}

/** Findings that do not count, a line each. */
export function settledLines({ old, ignored }: Sections, palette: Palette): readonly string[] {
  const before = old.map(finding => `  ${briefLine(finding)}`)
  const meant = ignored.map(finding => `  ${briefLine(finding)}, because: ${oneLine(finding.ignored?.reason ?? '')}`)
  return [
    ...(before.length > 0 ? [palette.strong('There before this change, does not count'), ...cut(before), ''] : []),
    ...(meant.length > 0 ? [palette.strong('Ignored'), ...cut(meant), ''] : []),
  ]
}

/** What verdicts take on trust, each once. */
export function assumptionLines({ uses }: Report): readonly string[] {
  const all = Map.groupBy(
    uses.flatMap(({ assumptions }) => assumptions),
    text => text,
  )
  const lines = [...all].map(([text, same]) => `  ${oneLine(text)} (${counted(same.length, 'use')})`)
  return lines.length === 0 ? [] : ['Taken on trust', ...lines, '']
}

/** The numbers and the verdict. */
export function summaryLines(report: Report, palette: Palette): readonly string[] {
  const { summary, verdict, headline } = report
  const { images, pullable, unpullable, unknown, notChecked, requests, durationMs } = summary
  const trusting = report.uses.filter(({ assumptions }) => assumptions.length > 0).length
  const mark = { pass: palette.good('✓ pass'), fail: palette.error('✗ fail'), unknown: palette.warning('? unknown') }
  return [
    `${counted(images, 'image')} in ${counted(summary.uses, 'use')} of ${counted(summary.sources, 'source')}: ${pullable} pullable, ${unpullable} unpullable, ${unknown} unknown, ${notChecked} not checked.`,
    ...(trusting > 0
      ? [`${counted(trusting, 'verdict')} ${trusting === 1 ? 'rests' : 'rest'} on assumptions; --verbose lists them.`]
      : []),
    ...[untouchedSentence(report), baseSentence(report)].filter(line => line !== undefined).map(oneLine),
    palette.faint(`${counted(requests, 'request')}, ${(durationMs / 1000).toFixed(1)} s${quota(report)}`),
    `${mark[verdict]}  ${oneLine(headline)}`,
  ]
}

function quota({ summary: { pullQuota } }: Report): string {
  if (pullQuota === undefined) return ''
  const { registry, remaining, limit } = pullQuota
  return `; ${remaining} of ${limit} pulls left at ${oneLine(registry)}`
}

function cut(lines: readonly string[]): readonly string[] {
  const left = lines.length - mostBrief
  return left > 0 ? [...lines.slice(0, mostBrief), `  ${left} more`] : lines
}
