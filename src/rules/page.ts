import { defaultSeverity, layerOf } from '../judge/policy/rules.ts'
import type { FindingCode } from '../judge/codes.ts'
import { ruleTexts } from '../report/views/rule-texts.ts'
import { exampleWords } from './example.ts'
import { rulePages } from './rules.ts'
import type { Quote, RuleStep } from './types.ts'

/** A page as a list of blocks, from which each format is made. Sentences may hold code spans. */
export interface Page {
  readonly code: string
  readonly title: string
  /** Layer, severity and the like: name and value. */
  readonly facts: readonly (readonly [string, string])[]
  readonly sections: readonly PageSection[]
}

export interface PageSection {
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'commands'; readonly lines: readonly string[] }
  /** Somebody else's words, as they are. */
  | { readonly kind: 'quote'; readonly who: string; readonly text: string }

/** The page of a finding code. */
export function pageOf(code: FindingCode): Page {
  const page = rulePages[code]
  return {
    code,
    title: ruleTexts[code],
    facts: [
      ['layer', layerOf(code)],
      ['default severity', severityOf(code)],
    ],
    sections: [
      { title: 'What it means', blocks: [text(page.means)] },
      { title: 'What the kubelet says', blocks: quotesOf(code) },
      { title: 'Why it happens', blocks: [{ kind: 'list', items: page.why }] },
      {
        title: 'How to prove it by hand',
        blocks: [...variablesOf([...page.prove, ...page.fix]), ...page.prove.flatMap(step)],
      },
      { title: 'How to fix it', blocks: page.fix.flatMap(step) },
      { title: 'When to ignore it', blocks: [text(page.ignore), text(ignoring(code))] },
      { title: 'How we decide it', blocks: [text(page.decided)] },
    ],
  }
}

/** A step as blocks. */
export function step({ say, run = [] }: RuleStep): readonly Block[] {
  return run.length === 0 ? [text(say)] : [text(say), { kind: 'commands', lines: run }]
}

function text(words: string): Block {
  return { kind: 'text', text: words }
}

function severityOf(code: FindingCode): string {
  const severity = defaultSeverity(code)
  return severity === 'off' ? 'off until configured' : severity
}

function quotesOf(code: FindingCode): readonly Block[] {
  const page = rulePages[code]
  const words = page.silent === undefined ? exampleWords(code) : undefined
  const own: readonly Quote[] = words === undefined ? [] : [{ who: words.reason, text: words.message }]
  const quotes = [...own, ...(page.quotes ?? [])].map(({ who, text }): Block => ({ kind: 'quote', who, text }))
  const silence = page.silent ?? (quotes.length === 0 ? 'The same as for the code that the cluster would show.' : '')
  return silence === '' ? quotes : [text(silence), ...quotes]
}

const examples: readonly (readonly [string, string])[] = [
  ['NS', 'shop'],
  ['POD', 'web-5d9c7b-x2x4z'],
  ['NAME', 'web'],
  ['NODE', 'node-1'],
  ['SECRET', 'regcred'],
  ['IMAGE', 'ghcr.io/acme/web:1.27.3'],
  ['REPO', 'ghcr.io/acme/web'],
  ['REGISTRY', 'ghcr.io'],
]

const debugNote =
  '`kubectl debug` starts a pod on the node that stays until you delete it. It needs an image that the node has or can pull; where nothing can be pulled, open a shell on the node instead.'

function variablesOf(steps: readonly RuleStep[]): readonly Block[] {
  const commands = steps.flatMap(({ run = [] }) => run).join('\n')
  const used = examples.filter(([name]) => new RegExp(`\\$${name}\\b`).test(commands))
  const note = commands.includes('kubectl debug') ? [text(debugNote)] : []
  if (used.length === 0) return note
  return [
    text('Set these to your own once. The commands of this section only read, unless it says otherwise.'),
    { kind: 'commands', lines: [used.map(([name, value]) => `${name}=${value}`).join(' ')] },
    ...note,
  ]
}

function ignoring(code: FindingCode): string {
  return `In the file, on or above the line: \`# will-it-pull: ignore ${code} <reason>\`. In \`will-it-pull.yaml\`: an entry of \`ignore\` with \`code: ${code}\`, an image and a reason, or \`rules: { ${code}: off }\` for all of them.`
}
