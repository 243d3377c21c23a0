import { expect, test } from 'vitest'
import { printableJson } from './json.ts'

test('what a terminal or the runner would act on is written out, and read back as it was', () => {
  const value = { message: '\u009b2J\u202eabc\u2028\u{e0041} ##[error] ##\\u0023#[ é' }
  const text = printableJson(value)
  expect(text).toContain(String.raw`\u009b2J\u202eabc\u2028\udb40\udc41 \u0023#[error]`)
  expect(JSON.parse(text)).toEqual(value)
})
