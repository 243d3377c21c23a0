import { baseSentence } from '../../base-sentence.ts'
import { codeBlock, codeSpan, htmlText, prose } from '../../escape/markdown.ts'
import { splitNotes } from '../../notes.ts'
import { useText } from '../../places.ts'
import { renderedFrom } from '../../rendered-from.ts'
import type { Report, ReportFinding, ReportUse } from '../../schema.ts'
import { sectionsOf } from '../../sections.ts'
import { counted } from '../../words/quote.ts'
import type { Block } from './fit.ts'
import type { Repository } from './links.ts'
import { commandsApart, listItem, tableHead, tableRow } from './rows.ts'

const longestLabel = 100

const marks = { pass: '✅', fail: '❌', unknown: '⚠️' } as const

/** What the document is made with. */
export interface DocumentOptions {
  readonly repository?: Repository | undefined
  /** Which of several this is; absent where there is one. */
  readonly label?: string | undefined
  /** What a reader must know of a report that somebody else made. */
  readonly hearsay?: string | undefined
  /** Markdown that says where the rest is, of what is left out. */
  readonly rest: string
  /** Markdown at the start of the last line. */
  readonly foot?: string | undefined
  /** Whether it says what the run cost, which depends on what an earlier run left in the cache. */
  readonly cost?: boolean | undefined
}

/** The document in blocks, most important first. */
export function documentBlocks(report: Report, options: DocumentOptions): readonly Block[] {
  const { broken, untold, advice, notChecked, old, ignored } = sectionsOf(report)
  const { repository } = options
  const item = (finding: ReportFinding): string => listItem(finding, repository)
  const row = (finding: ReportFinding): string => tableRow(finding, repository)
  const text = (line: string): string => line
  const { first, rest } = splitNotes(report)
  const blocks = [
    fixed([title(report, options.label), withoutBase(report), ...first.map(({ message }) => `⚠️ ${prose(message)}`)]),
    table('Broken', broken, row),
    table('Could not tell', untold, row),
    folded('Not checked', notChecked, item),
    folded('Sources that were left out', skippedSources(report, notChecked), text),
    { ...folded('Uses and evidence', [...broken, ...untold], details(report)), separator: '\n\n' },
    folded('Worth a look', advice, item),
    folded('There before this change', old, item),
    folded('Ignored', ignored, item),
    folded('Ignore rules that do nothing', rest, ({ message }) => `- ${prose(message)}`),
    folded('Taken on trust', assumptions(report), text),
    folded('Not touched by this change, so not checked', report.untouched ?? [], ({ label }) => `- ${codeSpan(label)}`),
    fixed([foot(report, options)]),
  ]
  const cut = (left: number): string => `\n${left} more left out for lack of room. ${options.rest}\n`
  return blocks.filter(({ before }) => before !== '').map(block => ({ ...block, cut }))
}

function title({ verdict, headline }: Report, label: string | undefined): string {
  const which = label === undefined ? '' : ` (${prose(label.slice(0, longestLabel))})`
  return `### ${marks[verdict]} will-it-pull${which}: ${prose(headline)}`
}

/** Why nothing counts as old, where there was nothing to compare with. */
function withoutBase(report: Report): string {
  return report.base?.commit === null ? prose(baseSentence(report) ?? '') : ''
}

function foot(report: Report, { foot: first, hearsay, cost = false }: DocumentOptions): string {
  const { tool, summary, base } = report
  const compared = base?.commit == null ? undefined : `compared with ${prose(base.commit.slice(0, 12))}`
  const version = `will-it-pull ${codeSpan(tool.version)}`
  const asked = cost ? counted(summary.requests, 'request') : undefined
  const told = hearsay === undefined ? undefined : prose(hearsay)
  const parts = [first, told, numbers(report), compared, asked, version]
  return `<sub>${parts.filter(part => part !== undefined).join(' · ')}</sub>`
}

/** What the headline leaves open: nothing where all images are of one kind. */
function numbers({ summary: { images, pullable, unpullable, unknown, notChecked } }: Report): string | undefined {
  const kinds = Object.entries({ pullable, unpullable, unknown, 'not checked': notChecked }).filter(
    ([, count]) => count > 0,
  )
  if (kinds.length < 2) return undefined
  return `${counted(images, 'image')}: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}`
}

type Rows = Omit<Block, 'cut'>

function fixed(paragraphs: readonly string[]): Rows {
  const before = paragraphs.filter(text => text !== '').map(text => `${text}\n\n`)
  return { before: before.join(''), count: 0, row: () => '', after: '', separator: '' }
}

function table(name: string, findings: readonly ReportFinding[], row: (finding: ReportFinding) => string): Rows {
  const rows = rowsOf(findings, row)
  return rows.count === 0 ? fixed([]) : { ...rows, before: `${tableHead(`${name} (${rows.count})`)}\n`, after: '\n' }
}

function folded<Item>(name: string, items: readonly Item[], row: (item: Item) => string): Rows {
  const before = `<details><summary>${name} (${items.length})</summary>\n\n`
  return items.length === 0 ? fixed([]) : { ...rowsOf(items, row), before, after: '\n</details>\n\n' }
}

function rowsOf<Item>(items: readonly Item[], row: (item: Item) => string): Omit<Rows, 'before' | 'after'> {
  return {
    count: items.length,
    row: index =>
      items
        .slice(index, index + 1)
        .map(row)
        .join(''),
    separator: '\n',
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
  const sourcesOf = renderedFrom(report)
  return finding => {
    const { image, code, fix, kubelet, notChecked, evidence } = finding
    const apart = commandsApart(finding)
    const facts = [
      usedBy(finding, uses),
      spans('Rendered from', sourcesOf(finding)),
      notChecked.length > 0 ? `Not looked at because of this: ${notChecked.join(', ')}.` : '',
      kubelet !== null && finding.verdict !== 'unknown'
        ? `The kubelet would say: ${codeSpan(`${kubelet.reason}: ${kubelet.message}`, 1000)}`
        : '',
      ...evidence.slice(-3).map(evidenceText),
    ]
    const parts = [
      `**${codeSpan(image ?? code)}** ${htmlText(code)}`,
      facts.flatMap(fact => (fact === '' ? [] : `- ${fact}`)).join('\n'),
      apart.length > 0 ? codeBlock(apart, 'sh') : '',
      fix?.snippet === undefined ? '' : codeBlock(fix.snippet, 'yaml'),
    ]
    return parts.filter(part => part !== '').join('\n\n')
  }
}

function usedBy(finding: ReportFinding, uses: ReadonlyMap<string, ReportUse>): string {
  const names = finding.uses.flatMap(id => {
    const use = uses.get(id)
    return use === undefined ? [] : [useText(use, false)]
  })
  return spans('Used by', [...new Set(names)])
}

function spans(what: string, names: readonly string[]): string {
  const left = names.length - mostUses
  const list = names.slice(0, mostUses).map(name => codeSpan(name))
  return names.length === 0 ? '' : `${what} ${list.join('; ')}${left > 0 ? ` and ${left} more` : ''}.`
}

function evidenceText({ method, url, status, failure, codes, credentials }: ReportFinding['evidence'][number]): string {
  const answer = [status ?? failure ?? 'no answer', ...codes].join(' ')
  return `Asked: ${codeSpan(`${method} ${url}`)}, answer ${codeSpan(answer)}, credentials ${codeSpan(credentials)}.`
}
