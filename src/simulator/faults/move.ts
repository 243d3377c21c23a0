import type { AnswerFault } from './fault.ts'
import { faults } from './faults.ts'
import type { FaultName } from './faults.ts'

/** The same misbehaviour at another place: every request at the `door`, or at the `token` server. */
export function faultAt(place: AnswerFault['at'], fault: FaultName | AnswerFault): AnswerFault {
  const known = typeof fault === 'string' ? faults[fault] : fault
  if (known.at === 'connection') throw new Error('a fault of connections has no other place')
  return { at: place, answer: known.answer }
}
