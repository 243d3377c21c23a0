import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../world.ts'

/** Longest delay of a timer in Node; a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1

/** The real clock; its deadline aborts `timeoutMs` from now. */
export function createClock(options: { readonly timeoutMs: number }): Clock {
  return {
    now: () => Date.now(),
    sleep,
    deadline: AbortSignal.timeout(Math.min(options.timeoutMs, longestTimerMs)),
  }
}

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(Math.min(milliseconds, longestTimerMs), undefined, { signal })
  } catch (error) {
    if (signal?.aborted !== true) throw error
  }
}
