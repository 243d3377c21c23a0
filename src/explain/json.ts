import { printableJson } from '../report/escape/json.ts'
import { layerOf } from '../judge/policy/rules.ts'
import { findingCodes } from '../judge/codes.ts'
import type { FindingCode } from '../judge/codes.ts'
import { triageCodes } from '../triage/code-list.ts'
import { isTriageCode, triageTexts } from '../triage/codes.ts'
import type { Answer } from './answer.ts'
import { checkFor } from './checks.ts'
import type { CauseCode } from './types.ts'
import { titleOf, unanswered } from './words.ts'

/** The answer as JSON: always with `causes`, the most likely first. */
export function answerJson(answer: Answer): string {
  return `${printableJson(valueOf(answer), 2)}\n`
}

function valueOf(answer: Answer): object {
  switch (answer.kind) {
    case 'list':
      return { causes: [], codes: [...findingCodes, ...triageCodes].map(rowOf) }
    case 'page': {
      const code = codeOf(answer.page.code)
      return {
        causes: code === undefined ? [] : [{ ...rowOf(code), likelihood: 'certain', check: checkFor(code, {}) }],
        page: answer.page,
      }
    }
    case 'message': {
      const { causes, subject, vague } = answer.explanation
      return {
        causes: causes.map(cause => ({ ...cause, title: titleOf(cause.code) })),
        image: subject.image ?? null,
        vague,
      }
    }
    case 'unknown-code':
    case 'not-recognised':
      return { causes: [], error: unanswered(answer) }
  }
}

function rowOf(code: CauseCode): { code: string; layer: string; title: string } {
  return { code, layer: layerOfCause(code), title: titleOf(code) }
}

function layerOfCause(code: CauseCode): string {
  return isTriageCode(code) ? triageTexts[code].layer : layerOf(code)
}

function codeOf(word: string): CauseCode | undefined {
  const known: readonly (FindingCode | CauseCode)[] = [...findingCodes, ...triageCodes]
  return known.find(code => code === word)
}
