import { expect, test } from 'vitest'
import { Reserve } from './reserve.ts'

const mebibyte = 1024 * 1024

function tapOf() {
  const said: string[] = []
  return { said, pause: () => void said.push('pause'), resume: () => void said.push('resume') }
}

test('what large bodies take together is bounded, and goes on where one has ended', () => {
  const reserve = new Reserve()
  const first = tapOf()
  const second = tapOf()
  reserve.note(first, 190 * mebibyte, 190 * mebibyte)
  reserve.note(second, 3 * mebibyte, 3 * mebibyte)
  expect([first.said, second.said]).toEqual([[], ['pause']])
  reserve.release(first)
  expect(second.said).toEqual(['pause', 'resume'])
})

test('who was given up is woken no more, and holds nothing', () => {
  const reserve = new Reserve()
  const given = tapOf()
  reserve.note(given, 200 * mebibyte, 200 * mebibyte)
  reserve.release(given)
  const next = tapOf()
  reserve.note(next, 190 * mebibyte, 190 * mebibyte)
  expect([given.said, next.said]).toEqual([['pause'], []])
})

test('small bodies do not wait for large ones', () => {
  const reserve = new Reserve()
  reserve.note(tapOf(), 200 * mebibyte, 200 * mebibyte)
  const small = tapOf()
  reserve.note(small, 40_000, 40_000)
  expect(small.said).toEqual([])
})
