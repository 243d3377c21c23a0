import { once } from 'node:events'
import type { Clock } from '../../src/world.ts'

/** A clock that goes with the real one, but whose sleeps are written down and over at once, or only with the deadline. */
export function hastyClock(deadline: AbortSignal, sleepsForever = false): Clock & { readonly slept: number[] } {
  const slept: number[] = []
  let skipped = 0
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds)
    if (sleepsForever && !deadline.aborted) await once(deadline, 'abort')
    else skipped += milliseconds
  }
  return { now: () => Date.now() + skipped, sleep, deadline, slept }
}
