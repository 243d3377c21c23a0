import { expect, test } from 'vitest'
import { substitute } from './substitute.ts'

const variables = { TAG: 'v1-rc', NAME: 'Shop', EMPTY: '' }

test.each([
  ['a:${TAG}', 'a:v1-rc'],
  ['a:${NONE}', 'a:'],
  ['a:${NONE:-x}', 'a:x'],
  ['a:${NONE:=x}', 'a:x'],
  ['a:${EMPTY:-x}', 'a:x'],
  ['a:${NONE:-${TAG}}', 'a:v1-rc'],
  ['a:${NONE:-${OTHER:=y}}z', 'a:yz'],
  ['a:$${TAG}', 'a:${TAG}'],
  ['a:$TAG', 'a:$TAG'],
  ['a:${TAG/-/_}', 'a:v1_rc'],
  ['a:${TAG//[1]/x}', 'a:v1-rc'],
  ['a:${NAME,,}', 'a:shop'],
  ['a:${NAME^^}', 'a:SHOP'],
  ['a:${NAME,}', 'a:shop'],
  ['a:${TAG:1}', 'a:1-rc'],
  ['a:${TAG:0:2}', 'a:v1'],
  ['a:${TAG#v}', 'a:1-rc'],
  ['a:${TAG%-rc}', 'a:v1'],
  ['${{ github.sha }} ${', '${{ github.sha }} ${'],
])('%s becomes %s where all variables are known', (text, expected) => {
  expect(substitute(text, { variables, complete: true })).toEqual({ text: expected, complete: true })
})

test.each([
  ['a:${NONE}', { text: 'a:${NONE}', complete: false }],
  ['a:${NONE:=x}', { text: 'a:${NONE:=x}', complete: false }],
  ['a:${TAG:-x}', { text: 'a:v1-rc', complete: true }],
])('%s is left where its variable may be elsewhere', (text, expected) => {
  expect(substitute(text, { variables, complete: false })).toEqual(expected)
})

test.each(['${TAG##*-}', '${TAG:9}', '${TAG@Q}'])('what %s means is not guessed', text => {
  expect(substitute(text, { variables, complete: true })).toEqual({ text, complete: false })
})

test('takes no longer for a text that is hostile', () => {
  const text = '${A:-'.repeat(20_000)
  expect(substitute(text, { variables, complete: true }).text).toHaveLength(text.length)
})

test('leaves a document alone that says so', () => {
  const text = 'metadata:\n  annotations:\n    kustomize.toolkit.fluxcd.io/substitute: disabled\nx: ${TAG}'
  expect(substitute(text, { variables, complete: true }).text).toBe(text)
})
