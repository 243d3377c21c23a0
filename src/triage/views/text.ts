import { oneLine, safeLines } from '../../report/escape/terminal.ts'
import { wrap } from '../../report/views/text/wrap.ts'
import type { PageLayout } from '../../rules/terminal.ts'
import { triageLayers } from '../layers.ts'
import type { NotedWorkload, Triage, TriagedWorkload } from '../types.ts'
import { nameText, summaryText, titleText, verifiedText } from './words.ts'

const mostNoted = 10
const longestEvidence = 700

/** The triage for a terminal: by layer, what is broken, why, and what to look at next. */
export function triageText(triage: Triage, layout: PageLayout): string {
  const { palette } = layout
  const layers = triageLayers.flatMap(layer => {
    const found = triage.workloads.filter(workload => workload.layer === layer)
    return found.length === 0
      ? []
      : [palette.strong(layer), '', ...found.flatMap(workload => workloadLines(workload, layout))]
  })
  const lines = [
    ...layers,
    ...noted('Failed before, works now', triage.recovered, layout),
    ...noted('On their way', triage.starting, layout),
    ...(triage.missing.length === 0 ? [] : ['Would tell more', ...triage.missing.map(command => `  $ ${command}`), '']),
    triage.summary.broken === 0 ? palette.good(`✓ ${summaryText(triage)}`) : palette.error(`✗ ${summaryText(triage)}`),
  ]
  return safeLines(`${lines.join('\n')}\n`)
}

function workloadLines(workload: TriagedWorkload, { palette, width = Infinity }: PageLayout): readonly string[] {
  const { code, evidence, next, further, disturbing, also, possible } = workload
  const field = (label: string, text: string) => wrap(`    ${label.padEnd(6)}${oneLine(text)}`, width, '          ')
  return [
    `${palette.error('✗')} ${palette.strong(oneLine(nameText(workload)))}  ${palette.faint(code)}`,
    ...field('', `${titleText(workload)}.`).map(line => line.replace(/^ {10}/, '    ')),
    ...field('seen', cut(evidence)),
    ...(possible.length === 0 ? [] : field('or', possible.join(', '))),
    `    next  $ ${oneLine(next)}`,
    ...further.map(command => palette.faint(`          $ ${oneLine(command)}`)),
    ...verifiedText(workload).flatMap(text => field('asked', text)),
    ...field('mend', workload.advice),
    ...also.flatMap(other => field('also', `${other.layer}: ${other.code}: ${cut(other.evidence)}`)),
    ...(disturbing === null
      ? []
      : [
          palette.warning(`    last  $ ${oneLine(disturbing.command)}   (disturbs: ${disturbing.why})`),
          ...disturbing.respect.flatMap(text => wrap(`            respect: ${oneLine(text)}`, width, '              ')),
        ]),
    '',
  ]
}

function noted(title: string, workloads: readonly NotedWorkload[], { palette }: PageLayout): readonly string[] {
  if (workloads.length === 0) return []
  const shown = workloads
    .slice(0, mostNoted)
    .map(each => palette.faint(`  ${oneLine(`${nameText(each)}: ${cut(each.evidence)}`)}`))
  const left = workloads.length - shown.length
  return [title, ...shown, ...(left > 0 ? [`  ${left} more`] : []), '']
}

function cut(text: string): string {
  return text.length > longestEvidence ? `${text.slice(0, longestEvidence)}…`.toWellFormed() : text
}
