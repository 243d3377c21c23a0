import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../world.ts'

/** Longest delay of a timer in Node; a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1

export interface ClockOptions {
  readonly timeoutMs: number
  /** Ends the time early. */
  readonly interrupted?: AbortSignal | undefined
}

/** The real clock; its deadline aborts `timeoutMs` from now. */
export function createClock({ timeoutMs, interrupted }: ClockOptions): Clock {
  const over = AbortSignal.timeout(Math.min(timeoutMs, longestTimerMs))
  return {
    now: () => Date.now(),
    sleep,
    deadline: interrupted === undefined ? over : AbortSignal.any([over, interrupted]),
  }
}

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(Math.min(milliseconds, longestTimerMs), undefined, { signal })
  } catch (error) {
    if (signal?.aborted !== true) throw error
  }
}
