import process from 'node:process'
import { expect, test } from 'vitest'
import { watchInterruption } from './interruption.ts'

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s aborts the signal, gives the exit code %i, and is listened to once', (name, code) => {
  const before = process.listenerCount(name)
  using interruption = watchInterruption()
  expect([interruption.signal.aborted, interruption.exitCode]).toEqual([false, undefined])
  process.emit(name, name)
  expect([interruption.signal.aborted, interruption.exitCode]).toEqual([true, code])
  expect(process.listenerCount(name)).toBe(before)
})

test('nobody listens any more after it was disposed', () => {
  const before = process.listenerCount('SIGINT')
  watchInterruption()[Symbol.dispose]()
  expect(process.listenerCount('SIGINT')).toBe(before)
})
