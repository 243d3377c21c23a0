import type { FindingCode } from '../judge/codes.ts'
import type { TriageCode } from './code-list.ts'
import { triageCodes } from './code-list.ts'
import { applicationCodes } from './codes/application.ts'
import { runtimeCodes } from './codes/runtime.ts'
import { schedulingCodes } from './codes/scheduling.ts'
import { trafficCodes } from './codes/traffic.ts'
import type { TriageText } from './codes/types.ts'
import type { TriageLayer } from './layers.ts'

/** What the codes beyond the pull mean, and what to do. */
export const triageTexts: Readonly<Record<TriageCode, TriageText>> = {
  ...schedulingCodes,
  ...runtimeCodes,
  ...applicationCodes,
  ...trafficCodes,
}

/** Whether a word is a code of triage. */
export function isTriageCode(word: string): word is TriageCode {
  return triageCodes.some(code => code === word)
}

/** The layer of a failure that was seen in a cluster; a finding of a pull has that of the pull, unless it came after. */
export function triageLayerOf(code: TriageCode | FindingCode): TriageLayer {
  if (isTriageCode(code)) return triageTexts[code].layer
  return code === 'wrong-architecture' || code === 'not-an-image' ? 'runtime' : 'image pull'
}
