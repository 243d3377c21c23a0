import { expect, test } from 'vitest'
import { Secret } from '../../secret.ts'
import { Redactor } from './redact.ts'

const password = 'pa55"w0rd/1+'

function redactor(...secrets: string[]): Redactor {
  const made = new Redactor()
  for (const secret of secrets) made.add(secret)
  return made
}

test.each([
  ['as it is', `no entry for ${password}!`, 'no entry for ***!'],
  ['in base64', `Basic ${btoa(password)}`, 'Basic ***'],
  ['in base64 without padding', btoa(password).replace(/=+$/, ''), '***'],
  ['in a URL', `?p=${encodeURIComponent(password)}&x`, '?p=***&x'],
  ['in JSON', JSON.stringify({ p: password }), '{"p":"***"}'],
  ['twice, side by side', password + password, '******'],
  ['at the very end', `x${password}`, 'x***'],
  ['not at all', 'nothing here', 'nothing here'],
  ['cut short', password.slice(0, -1), password.slice(0, -1)],
])('a secret is blanked %s', (_, text, expected) => {
  expect(redactor(password).text(text)).toBe(expected)
})

test('of secrets that begin alike the longest is taken', () => {
  expect(redactor('token', 'token-of-ann').text('token-of-ann token')).toBe('*** ***')
})

test('user and password together are blanked as the Basic scheme joins them', () => {
  const made = new Redactor()
  made.addPair('ann', new Secret('secret1'))
  expect(made.text(`Basic ${btoa('ann:secret1')}`)).toBe('Basic ***')
})

test('every text within a value is blanked, in lists and objects alike', () => {
  const value = { message: 'my secret1', list: ['secret1', { deep: 'a secret1 b' }], count: 3, none: null }
  redactor('secret1').blank(value)
  expect(value).toEqual({ message: 'my ***', list: ['***', { deep: 'a *** b' }], count: 3, none: null })
})

test('what is too short to be a secret blanks nothing', () => {
  expect(redactor('', 'ab').text('about ab')).toBe('about ab')
})

test('a weak password does not change what is judged', () => {
  const made = redactor('abc', 'linux', 'long-enough-secret')
  const value = { digest: `sha256:${'abc0'.repeat(16)}`, os: 'linux', note: 'long-enough-secret' }
  made.blankContent(value)
  expect(value).toEqual({ digest: `sha256:${'abc0'.repeat(16)}`, os: 'linux', note: '***' })
})
