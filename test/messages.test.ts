import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { explainMessage } from '../src/explain/explain-message.ts'

const composed = z.array(z.object({ from: z.string(), codes: z.array(z.string()), text: z.string() }))
const captured = z.array(
  z.object({ from: z.string(), scene: z.string(), truth: z.string(), codes: z.array(z.string()), text: z.string() }),
)

const real = captured.parse(JSON.parse(await readFile('test/messages/captured.json', 'utf8')))
const written = composed.parse(JSON.parse(await readFile('test/messages/composed.json', 'utf8')))

const codesOf = (text: string) => explainMessage(text).causes.map(({ code }) => code)

describe('what a real client said', () => {
  test.each(real)('$from, $scene: means $truth', ({ truth, codes, text }) => {
    expect(codesOf(text)).toEqual(codes)
    expect(codes).toContain(truth)
  })

  test.each(real)('$from, $scene: names the image and no other', ({ text }) => {
    const { image } = explainMessage(text).subject
    expect(image ?? '127.0.0.1:5000/acme/web').toMatch(/^(?:127\.0\.0\.1:5000|[\w.]+)\/acme\/web/)
  })

  test.each(real)('$from, $scene: is understood behind the words of the kubelet', ({ codes, text }) => {
    const image = '127.0.0.1:5000/acme/web:1.27.3'
    expect(codesOf(`Failed to pull image "${image}": ${text}`)).toEqual(codes)
    expect(codesOf(JSON.stringify({ state: { waiting: { reason: 'ErrImagePull', message: text } } }))).toEqual(codes)
  })
})

describe('a message as people paste it', () => {
  test.each(written)('$from: $text', ({ codes, text }) => {
    expect(codesOf(text)).toEqual(codes)
  })
})

test('there are enough of them to mean something', () => {
  expect(real.length).toBeGreaterThan(300)
  expect(new Set(real.map(({ from }) => from)).size).toBe(4)
  expect(written.length).toBeGreaterThan(80)
})
