import type { Clock } from '../../src/world.ts'

/** A clock that goes with the real one, but whose sleeps are over at once and written down. */
export function hastyClock(deadline: AbortSignal): Clock & { readonly slept: number[] } {
  const slept: number[] = []
  let skipped = 0
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds)
    skipped += milliseconds
  }
  return { now: () => Date.now() + skipped, sleep, deadline, slept }
}
