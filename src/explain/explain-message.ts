import { layerOf } from '../judge/policy/rules.ts'
import { isTriageCode, triageTexts } from '../triage/codes.ts'
import { checkFor } from './checks.ts'
import { classify } from './classify.ts'
import { readMessage } from './read-message.ts'
import { subjectOf } from './subject.ts'
import type { Subject } from './subject.ts'
import type { Cause, CauseCode, Likelihood } from './types.ts'

/** What a paste says. */
export interface Explanation {
  /** The most likely first; empty where nothing was recognised. */
  readonly causes: readonly Cause[]
  readonly subject: Subject
  /** The statement that told most, as it was read. */
  readonly evidence?: string | undefined
  /** It only says that something failed, not why. */
  readonly vague: boolean
}

interface Rated {
  readonly code: CauseCode
  readonly likelihood: Likelihood
}

/** Explains a message of kubelet, containerd, CRI-O, scheduler or controller, pasted as it is. */
export function explainMessage(paste: string): Explanation {
  const statements = readMessage(paste)
  const all = statements.flatMap(statement => {
    const found = classify(statement)
    return found === undefined ? [] : [{ ...found, statement }]
  })
  const telling = all.filter(({ vague }) => !vague)
  const used = telling.length > 0 ? telling : all.slice(0, 1)
  const subject = subjectOf([...used.map(({ statement }) => statement), ...statements])
  const rated = used.flatMap(({ causes }) => rate(causes))
  return {
    causes: merged(rated).map(each => causeOf(each, subject)),
    subject,
    evidence: used[0]?.statement,
    vague: telling.length === 0,
  }
}

/** One cause is certain; of several the first is likely, the others are possible. */
function rate(causes: readonly CauseCode[]): readonly Rated[] {
  return causes.map((code, index) => ({
    code,
    likelihood: index > 0 ? 'possible' : causes.length > 1 ? 'likely' : 'certain',
  }))
}

const ranks: readonly Likelihood[] = ['certain', 'likely', 'possible']

/** Each code once, at its best; what was seen for certain stands first, otherwise in the order of the text. */
function merged(rated: readonly Rated[]): readonly Rated[] {
  const sorted = rated.toSorted((one, another) => ranks.indexOf(one.likelihood) - ranks.indexOf(another.likelihood))
  return [...new Map(sorted.toReversed().map(each => [each.code, each])).values()].toReversed()
}

function causeOf({ code, likelihood }: Rated, subject: Subject): Cause {
  const layer = isTriageCode(code) ? triageTexts[code].layer : layerOf(code)
  return { code, layer, likelihood, check: checkFor(code, subject) }
}
