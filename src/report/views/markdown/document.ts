import { baseSentence } from '../../base-sentence.ts'
import { untouchedSentence } from '../../untouched-sentence.ts'
import { codeBlock, codeSpan, htmlText, prose } from '../../escape/markdown.ts'
import { splitNotes } from '../../notes.ts'
import { useText } from '../../places.ts'
import type { Report, ReportFinding, ReportUse } from '../../schema.ts'
import { sectionsOf } from '../../sections.ts'
import { counted } from '../../words/quote.ts'
import type { Block } from './fit.ts'
import type { Repository } from './links.ts'
import { listItem, tableHead, tableRow } from './rows.ts'

const marks = { pass: '✅', fail: '❌', unknown: '❔' } as const

/** The document in blocks, most important first. */
export function documentBlocks(report: Report, repository: Repository | undefined): readonly Block[] {
  const { broken, untold, advice, notChecked, old, ignored } = sectionsOf(report)
  const item = (finding: ReportFinding): string => listItem(finding, repository)
  const row = (finding: ReportFinding): string => tableRow(finding, repository)
  const text = (line: string): string => line
  const { first, rest } = splitNotes(report)
  return [
    fixed(
      `### ${marks[report.verdict]} will-it-pull: ${prose(report.headline)}\n\n${numbers(report)}\n\n${first.map(note => `⚠️ ${prose(note.message)}\n\n`).join('')}`,
    ),
    table('Broken', broken, row),
    table('Could not tell', untold, row),
    folded('Not checked', notChecked, item),
    folded('Sources that were left out', skippedSources(report, notChecked), text),
    { ...folded('Commands, uses and evidence', [...broken, ...untold], details(report)), separator: '\n\n' },
    folded('Worth a look', advice, item),
    folded('There before this change', old, item),
    folded('Ignored', ignored, item),
    folded('Ignore rules that do nothing', rest, ({ message }) => `- ${prose(message)}`),
    folded('Taken on trust', assumptions(report), text),
    folded('Not touched by this change', report.untouched ?? [], ({ label }) => `- ${codeSpan(label)}`),
    fixed(`<sub>will-it-pull ${codeSpan(report.tool.version)}, ${counted(report.summary.requests, 'request')}</sub>\n`),
  ].filter(({ before }) => before !== '')
}

function numbers(report: Report): string {
  const { images, pullable, unpullable, unknown, notChecked } = report.summary
  const line = `${counted(images, 'image')}: ${pullable} pullable, ${unpullable} unpullable, ${unknown} unknown, ${notChecked} not checked.`
  const sentences = [untouchedSentence(report), baseSentence(report)].filter(sentence => sentence !== undefined)
  return [line, ...sentences.map(sentence => prose(sentence))].join(' ')
}

function fixed(before: string): Block {
  return { before, count: 0, row: () => '', after: '', separator: '', cut: () => '' }
}

function table(title: string, findings: readonly ReportFinding[], row: (finding: ReportFinding) => string): Block {
  const rows = rowsOf(findings, row)
  return rows.count === 0 ? fixed('') : { ...rows, before: `#### ${title}\n\n${tableHead}\n`, after: '\n' }
}

function folded<Item>(title: string, items: readonly Item[], row: (item: Item) => string): Block {
  const before = `<details><summary>${title} (${items.length})</summary>\n\n`
  return items.length === 0 ? fixed('') : { ...rowsOf(items, row), before, after: '\n</details>\n\n' }
}

function rowsOf<Item>(items: readonly Item[], row: (item: Item) => string): Omit<Block, 'before' | 'after'> {
  return {
    count: items.length,
    row: index =>
      items
        .slice(index, index + 1)
        .map(row)
        .join(''),
    separator: '\n',
    cut: left => `\n${left} more left out for lack of room.\n`,
  }
}

function skippedSources({ sources }: Report, told: readonly ReportFinding[]): readonly string[] {
  if (told.some(({ code }) => code === 'unresolved-source')) return []
  return sources
    .filter(({ status }) => status === 'skipped')
    .map(({ label, error }) => `- ${codeSpan(label)}: ${prose(error ?? '')}`)
}

function assumptions({ uses }: Report): readonly string[] {
  return [...new Set(uses.flatMap(use => use.assumptions))].map(assumption => `- ${prose(assumption)}`)
}

const mostUses = 20

function details(report: Report): (finding: ReportFinding) => string {
  const uses = new Map(report.uses.map(use => [use.id, use]))
  return finding => {
    const { image, code, fix, kubelet, notChecked, evidence } = finding
    const parts = [
      `**${codeSpan(image ?? code)}** ${htmlText(code)}`,
      usedBy(finding, uses),
      notChecked.length > 0 ? `Not looked at because of this: ${notChecked.join(', ')}.` : '',
      fix !== null && fix.commands.length > 0 ? codeBlock(fix.commands, 'sh') : '',
      fix?.snippet === undefined ? '' : codeBlock(fix.snippet, 'yaml'),
      kubelet !== null && finding.verdict !== 'unknown'
        ? `The kubelet would say: ${codeSpan(`${kubelet.reason}: ${kubelet.message}`, 1000)}`
        : '',
      ...evidence.slice(-3).map(evidenceText),
    ]
    return parts.filter(part => part !== '').join('\n\n')
  }
}

function usedBy(finding: ReportFinding, uses: ReadonlyMap<string, ReportUse>): string {
  const names = finding.uses.flatMap(id => {
    const use = uses.get(id)
    return use === undefined ? [] : [useText(use, false)]
  })
  const shown = [...new Set(names)]
  const left = shown.length - mostUses
  const list = shown.slice(0, mostUses).map(name => codeSpan(name))
  return shown.length === 0 ? '' : `Used by ${list.join('; ')}${left > 0 ? ` and ${left} more` : ''}.`
}

function evidenceText({ method, url, status, failure, codes, credentials }: ReportFinding['evidence'][number]): string {
  const answer = [status ?? failure ?? 'no answer', ...codes].join(' ')
  return `Asked: ${codeSpan(`${method} ${url}`)}, answer ${codeSpan(answer)}, credentials ${codeSpan(credentials)}.`
}
