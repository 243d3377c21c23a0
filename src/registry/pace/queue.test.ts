import { expect, test } from 'vitest'
import type { Clock } from '../../world.ts'
import { HostQueue } from './queue.ts'

function manualClock(): Clock & { readonly slept: number[] } {
  let now = 0
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    sleep: async milliseconds => {
      slept.push(milliseconds)
      now += milliseconds
    },
    deadline: new AbortController().signal,
  }
}

async function peak(queue: HostQueue, tasks: number): Promise<number> {
  let running = 0
  let most = 0
  const task = async () => {
    most = Math.max(most, ++running)
    await new Promise(resolve => setImmediate(resolve))
    running -= 1
  }
  await Promise.all(Array.from({ length: tasks }, () => queue.run(task)))
  return most
}

test('as many run at once as the limit allows', async () => {
  expect(await peak(new HostQueue(manualClock(), 3), 10)).toBe(3)
})

test('a narrowed queue runs half as many, and never none', async () => {
  const queue = new HostQueue(manualClock(), 5)
  queue.narrow()
  expect(await peak(queue, 10)).toBe(2)
  for (let count = 0; count < 5; count++) queue.narrow()
  expect(await peak(queue, 4)).toBe(1)
})

test('a pause is waited for once, by whoever comes next', async () => {
  const clock = manualClock()
  const queue = new HostQueue(clock, 1)
  queue.pause(700)
  queue.pause(300)
  await queue.run(async () => undefined)
  await queue.run(async () => undefined)
  expect(clock.slept).toEqual([700])
})

test('a task that throws gives its place back', async () => {
  const queue = new HostQueue(manualClock(), 1)
  await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await queue.run(async () => 'next')).toBe('next')
})

test('a queue that is told of another ceiling lets in who waits, and what was halved stays so', async () => {
  const queue = new HostQueue(manualClock(), 2)
  queue.reach(6)
  expect(await peak(queue, 10)).toBe(6)
  queue.narrow()
  expect(await peak(queue, 10)).toBe(3)
  queue.reach(16)
  expect(await peak(queue, 20)).toBe(8)
})
