import { findingCodes } from '../judge/codes.ts'
import type { FindingCode } from '../judge/codes.ts'
import { pageOf } from '../rules/page.ts'
import type { Page } from '../rules/page.ts'
import { triageCodes } from '../triage/code-list.ts'
import { isTriageCode } from '../triage/codes.ts'
import { triagePage } from '../triage/page.ts'
import { closest } from './closest.ts'
import { explainMessage } from './explain-message.ts'
import type { Explanation } from './explain-message.ts'

/** What `explain` was asked, answered. */
export type Answer =
  | { readonly kind: 'list' }
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'message'; readonly explanation: Explanation }
  | { readonly kind: 'unknown-code'; readonly code: string; readonly nearest?: string | undefined }
  | { readonly kind: 'not-recognised' }

/** Answers a code, or a message pasted as it is; nothing asks for the list of codes. */
export function answer(question: string | undefined): Answer {
  const asked = question?.trim()
  if (asked === undefined) return { kind: 'list' }
  if (isFindingCode(asked)) return { kind: 'page', page: pageOf(asked) }
  if (isTriageCode(asked)) return { kind: 'page', page: triagePage(asked) }
  const explanation = explainMessage(asked)
  if (explanation.causes.length > 0) return { kind: 'message', explanation }
  if (!/^[A-Za-z][\w-]{0,63}$/.test(asked)) return { kind: 'not-recognised' }
  return { kind: 'unknown-code', code: asked, nearest: closest(asked, [...findingCodes, ...triageCodes]) }
}

function isFindingCode(word: string): word is FindingCode {
  return findingCodes.some(code => code === word)
}
