import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pieces } from './pieces.ts'

test('whatever pieces a body comes in, it is the same', () => {
  const piece = fc.oneof(fc.nat(20), fc.nat(40_000)).map(size => Buffer.alloc(size, size % 251))
  const property = fc.property(fc.array(piece), given => {
    const pieces = new Pieces()
    for (const one of given) pieces.add(one)
    expect(Buffer.concat(pieces.all).equals(Buffer.concat(given))).toBe(true)
  })
  fc.assert(property, { numRuns: 100 })
})

test('bytes that come one by one are not kept one by one', () => {
  const pieces = new Pieces()
  for (let at = 0; at < 100_000; at++) pieces.add(Buffer.from('a'))
  expect(pieces.all.length).toBeLessThan(10)
  expect(Buffer.concat(pieces.all)).toEqual(Buffer.alloc(100_000, 'a'))
})

test('a short body keeps no more than itself', () => {
  const pieces = new Pieces()
  pieces.add(Buffer.alloc(6000, 'a'))
  expect(pieces.all[0]?.buffer.byteLength).toBe(6000)
})
