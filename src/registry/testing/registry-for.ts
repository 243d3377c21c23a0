import type { Clock, RunProgram } from '../../world.ts'
import { createRegistry } from '../create.ts'
import type { RegistryOptions } from '../create.ts'
import type { Access, RenewableRegistry } from '../types.ts'

export const anonymous: Access = { kind: 'anonymous' }

/** A clock whose sleeps are over at once, but are written down. */
export function instantClock(
  deadline: AbortSignal = new AbortController().signal,
): Clock & { readonly slept: number[] } {
  let now = Date.parse('2026-11-24T12:00:00Z')
  const slept: number[] = []
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds)
    now += milliseconds
  }
  return { now: () => now, sleep, deadline, slept }
}

const noProgram: RunProgram = async () => ({ kind: 'not-found' })

/** Limits that no machine is too slow for, where nothing hangs. */
export const patient = { connectMs: 10_000, headersMs: 10_000, bodyMs: 10_000, totalMs: 30_000 } as const

/** A client for tests: nothing of the environment, no real waiting, short limits. */
export function registryFor(options: Partial<RegistryOptions> = {}): RenewableRegistry & AsyncDisposable {
  return createRegistry({
    clock: instantClock(),
    run: noProgram,
    environment: {},
    userAgent: 'will-it-pull/test',
    timeouts: { connectMs: 600, headersMs: 600, bodyMs: 600, totalMs: 2000 },
    ...options,
  })
}
