import { codeBlock, codeSpan, prose } from '../../report/escape/markdown.ts'
import type { NotedWorkload, Triage, TriagedWorkload } from '../types.ts'
import { nameText, summaryText, titleText, verifiedText } from './words.ts'

const longestEvidence = 1500
const most = 100

/** An incident report to paste into a ticket: what is broken and how it is known; what is left to fill in is marked. */
export function triageMarkdown(triage: Triage): string {
  const shown = triage.workloads.slice(0, most)
  const left = triage.workloads.length - shown.length
  const parts = [
    '# Incident: workloads that do not run',
    `${summaryText(triage)}${triage.asOf === null ? '' : ` As of ${triage.asOf}.`}`,
    ...(shown.length === 0 ? [] : [table(shown)]),
    ...shown.map(workloadMarkdown),
    ...(left > 0 ? [`${left} more workloads are broken.`] : []),
    ...noted('Failed before, works now', triage.recovered),
    ...noted('On their way', triage.starting),
    ...(triage.missing.length === 0 ? [] : ['## Not looked at', codeBlock([...triage.missing], 'sh')]),
    '## To fill in',
    '- Began: \n- Noticed by: \n- Root cause: \n- Mended by: \n- So that it does not come back: ',
  ]
  return `${parts.join('\n\n')}\n`
}

function table(workloads: readonly TriagedWorkload[]): string {
  const rows = workloads.map(
    workload =>
      `| ${codeSpan(nameText(workload))} | ${workload.layer} | ${workload.code} | ${prose(titleText(workload))} |`,
  )
  return ['| workload | first broken layer | code | what |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function workloadMarkdown(workload: TriagedWorkload): string {
  const { layer, code, evidence, next, further, disturbing, also, possible, image } = workload
  return [
    `## ${codeSpan(nameText(workload))}`,
    `${prose(titleText(workload))}. Layer: ${layer}; code: ${code}.${workload.since === null ? '' : ` Oldest broken pod: ${codeSpan(workload.since)}.`}${image === null ? '' : ` Image: ${codeSpan(image)}.`}`,
    'Evidence:',
    codeBlock([evidence.slice(0, longestEvidence)], 'text'),
    ...(possible.length === 0 ? [] : [`The evidence does not tell it from: ${possible.join(', ')}.`]),
    ...also.map(other => `Also ${other.layer}, ${other.code}: ${codeSpan(other.evidence)}`),
    'Next, only reading:',
    codeBlock([next, ...further], 'sh'),
    ...verifiedText(workload).map(text => `Asked now: ${prose(text)}`),
    `To mend it: ${prose(workload.advice)}`,
    ...(disturbing === null
      ? []
      : [
          `Only after that: this **disturbs what runs**. It ${disturbing.why}.`,
          codeBlock([disturbing.command], 'sh'),
          ...(disturbing.respect.length === 0
            ? []
            : [['It must respect:', '', ...disturbing.respect.map(text => `- ${prose(text)}`)].join('\n')]),
        ]),
  ].join('\n\n')
}

function noted(title: string, workloads: readonly NotedWorkload[]): readonly string[] {
  if (workloads.length === 0) return []
  const lines = workloads.slice(0, most).map(each => `- ${codeSpan(nameText(each))}: ${codeSpan(each.evidence)}`)
  return [`## ${title}`, lines.join('\n')]
}
