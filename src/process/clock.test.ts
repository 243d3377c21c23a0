import { expect, test } from 'vitest'
import { createClock } from './clock.ts'

test('a sleep ends without an error when its signal aborts, before it or during it', async () => {
  const clock = createClock({ timeoutMs: 60_000 })
  const stop = new AbortController()
  const slept = clock.sleep(60_000, stop.signal)
  stop.abort()
  await expect(slept).resolves.toBeUndefined()
  await expect(clock.sleep(60_000, AbortSignal.abort())).resolves.toBeUndefined()
})

test('the deadline aborts when the time is over', async () => {
  const { deadline, sleep } = createClock({ timeoutMs: 5 })
  await sleep(60_000, deadline)
  expect(deadline.aborted).toBe(true)
})

test('an interruption ends the time early', () => {
  const interruption = new AbortController()
  const { deadline } = createClock({ timeoutMs: 60_000, interrupted: interruption.signal })
  interruption.abort()
  expect(deadline.aborted).toBe(true)
})

test('a time limit longer than a timer can take does not end at once', async () => {
  const { deadline, sleep } = createClock({ timeoutMs: Number.MAX_SAFE_INTEGER })
  await sleep(5)
  expect(deadline.aborted).toBe(false)
})
