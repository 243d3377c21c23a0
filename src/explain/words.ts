import { ruleTexts } from '../report/views/rule-texts.ts'
import { rulePages } from '../rules/rules.ts'
import { isTriageCode, triageTexts } from '../triage/codes.ts'
import type { Answer } from './answer.ts'
import type { Explanation } from './explain-message.ts'
import type { CauseCode } from './types.ts'

/** One line for a cause, without a full stop. */
export function titleOf(code: CauseCode): string {
  return isTriageCode(code) ? triageTexts[code].title : ruleTexts[code]
}

/** What a cause means. */
export function meaningOf(code: CauseCode): string {
  return isTriageCode(code) ? triageTexts[code].means : rulePages[code].means
}

/** What to do after reading the causes. */
export function nextStep({ causes, vague }: Explanation): string {
  const code = causes[0]?.code ?? ''
  if (vague)
    return 'This text does not say why. The cause stands in the events: `kubectl describe pod $POD`; paste the line that begins with "Failed to pull image".'
  const single = `\`will-it-pull explain ${code}\` says how to prove and mend it.`
  return causes.length === 1
    ? single
    : `The text does not tell these apart; the commands do, the most likely first. ${single}`
}

/** Why there is no answer. */
export function unanswered(answer: Extract<Answer, { readonly kind: 'unknown-code' | 'not-recognised' }>): string {
  if (answer.kind === 'not-recognised')
    return 'No failure that is known here is in this text. Paste the message of the event ("Failed to pull image …") from `kubectl describe pod`, or run `will-it-pull explain` for the list of codes.'
  const guess = answer.nearest === undefined ? '' : ` Did you mean \`${answer.nearest}\`?`
  return `There is no code \`${answer.code}\`.${guess} \`will-it-pull explain\` lists them.`
}
