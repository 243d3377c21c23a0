import { layerOf } from '../judge/policy/rules.ts'
import { findingCodes } from '../judge/codes.ts'
import { codeBlock, codeSpan, prose } from '../report/escape/markdown.ts'
import { ruleTexts } from '../report/views/rule-texts.ts'
import { pageMarkdown } from '../rules/markdown.ts'
import { triageCodes } from '../triage/code-list.ts'
import { triageTexts } from '../triage/codes.ts'
import type { Answer } from './answer.ts'
import type { Explanation } from './explain-message.ts'
import { meaningOf, nextStep, titleOf, unanswered } from './words.ts'

/** The answer as Markdown. */
export function answerMarkdown(answer: Answer): string {
  switch (answer.kind) {
    case 'list':
      return listMarkdown()
    case 'page':
      return pageMarkdown(answer.page)
    case 'message':
      return messageMarkdown(answer.explanation)
    case 'unknown-code':
    case 'not-recognised':
      return `${prose(unanswered(answer))}\n`
  }
}

function messageMarkdown(explanation: Explanation): string {
  const { causes, evidence = '', subject } = explanation
  const parts = [
    ...(subject.image === undefined ? [] : [`Image: ${codeSpan(subject.image)}`]),
    codeBlock(evidence.slice(0, 2000).split('\n'), 'text'),
    ...causes.flatMap(({ code, layer, likelihood, check }, index) => [
      `### ${code}`,
      `${titleOf(code)} (${likelihood}; layer ${layer}).${index === 0 ? ` ${meaningOf(code)}` : ''}`,
      codeBlock([check], 'sh'),
    ]),
    prose(nextStep(explanation)),
  ]
  return `${parts.join('\n\n')}\n`
}

function listMarkdown(): string {
  const rows = [
    ...findingCodes.map(code => `| \`${code}\` | ${layerOf(code)} | ${ruleTexts[code]} |`),
    ...triageCodes.map(code => `| \`${code}\` | ${triageTexts[code].layer} | ${triageTexts[code].title} |`),
  ]
  return `${['| code | layer | meaning |', '| --- | --- | --- |', ...rows].join('\n')}\n`
}
