import { layerOf } from '../judge/policy/rules.ts'
import { findingCodes } from '../judge/codes.ts'
import { layers } from '../judge/types.ts'
import { oneLine, safeLines } from '../report/escape/terminal.ts'
import { ruleTexts } from '../report/views/rule-texts.ts'
import { wrap } from '../report/views/text/wrap.ts'
import { pageText } from '../rules/terminal.ts'
import type { PageLayout } from '../rules/terminal.ts'
import { triageCodes } from '../triage/code-list.ts'
import { triageTexts } from '../triage/codes.ts'
import { triageLayers } from '../triage/layers.ts'
import type { Answer } from './answer.ts'
import type { Explanation } from './explain-message.ts'
import { meaningOf, nextStep, titleOf, unanswered } from './words.ts'

const longestEvidence = 600

/** The answer for a terminal. */
export function answerText(answer: Answer, layout: PageLayout): string {
  switch (answer.kind) {
    case 'list':
      return listText(layout)
    case 'page':
      return pageText(answer.page, layout)
    case 'message':
      return safeLines(messageText(answer.explanation, layout))
    case 'unknown-code':
    case 'not-recognised':
      return `${unanswered(answer)}\n`
  }
}

function messageText(explanation: Explanation, { palette, width = Infinity }: PageLayout): string {
  const { causes, evidence, subject } = explanation
  const [first] = causes
  const shown = oneLine(evidence ?? '').slice(0, longestEvidence)
  const lines = [
    ...(subject.image === undefined ? [] : [`image     ${palette.strong(oneLine(subject.image))}`]),
    ...wrap(`says      ${shown}`, width, '          ').map(palette.faint),
    '',
    ...causes.flatMap(({ code, layer, likelihood, check }) => [
      `${palette.strong(code)}  (${likelihood}, layer ${layer})`,
      ...wrap(`  ${titleOf(code)}.`, width, '  '),
      ...(code === first?.code ? wrap(`  ${meaningOf(code)}`, width, '  ') : []),
      `  $ ${oneLine(check)}`,
      '',
    ]),
    ...wrap(nextStep(explanation), width, ''),
  ]
  return `${lines.join('\n')}\n`
}

function listText({ palette }: PageLayout): string {
  const ofFindings = layers.flatMap(layer => [
    palette.strong(layer),
    ...findingCodes.filter(code => layerOf(code) === layer).map(code => row(code, ruleTexts[code])),
    '',
  ])
  const ofTriage = triageLayers.flatMap(layer => [
    palette.strong(`in a cluster: ${layer}`),
    ...triageCodes.filter(code => triageTexts[code].layer === layer).map(code => row(code, triageTexts[code].title)),
    '',
  ])
  const closing =
    '`will-it-pull explain CODE` shows the page of one; it also takes a message of the kubelet, pasted as it is.'
  return `${[...ofFindings, ...ofTriage, closing].join('\n')}\n`
}

const row = (code: string, title: string): string => `  ${code.padEnd(28)} ${title}`
