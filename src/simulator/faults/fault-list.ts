import type { Socket } from 'node:net'
import type { Reply } from '../reply.ts'
import type { AnswerFault, Fault, Scene } from './fault.ts'
import { meets } from './match.ts'
import type { Match } from './match.ts'

/** The faults that are switched on; of several that fit, the latest sees the others' answer as the right one. */
export class FaultList {
  #active: Active[] = []

  /** Switches a fault on until the result is disposed. */
  add(match: Match, fault: Fault): Disposable {
    const active: Active = { match, fault, seen: 0 }
    this.#active.push(active)
    return { [Symbol.dispose]: () => void (this.#active = this.#active.filter(other => other !== active)) }
  }

  clear(): void {
    this.#active = []
  }

  /** Answers as the faults of a place want, or rightly where there is none. */
  answer(at: AnswerFault['at'], scene: Scene): Reply {
    const due = this.#active.filter(({ match, fault }) => fault.at === at && meets(match, fault, scene.ask))
    return due.filter(isDue).reduce((right, { fault }) => spoilt(fault, { ...scene, right }), scene.right)()
  }

  /** Whether a fault has taken the connection. */
  take(socket: Socket): boolean {
    const taker = this.#active.filter(({ fault }) => fault.at === 'connection').find(isDue)
    if (taker?.fault.at !== 'connection') return false
    taker.fault.take(socket)
    return true
  }
}

interface Active {
  readonly match: Match
  readonly fault: Fault
  seen: number
}

/** Counts a fitting request. */
function isDue(active: Active): boolean {
  const { after = 0, times = Infinity } = active.match
  active.seen += 1
  return active.seen > after && active.seen <= after + times
}

function spoilt(fault: Fault, scene: Scene): Scene['right'] {
  return (ask = scene.ask) => (fault.at === 'connection' ? scene.right(ask) : fault.answer({ ...scene, ask }))
}
