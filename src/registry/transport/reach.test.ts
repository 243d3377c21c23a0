import { expect, test } from 'vitest'
import { mayLeadTo, mayReach, mayReachName } from './reach.ts'

test.each([
  ['127.0.0.1', ['any', 'near']],
  ['::1', ['any', 'near']],
  ['::ffff:127.0.0.1', ['any', 'near']],
  ['::ffff:7f00:1', ['any', 'near']],
  ['169.254.169.254', ['any']],
  ['::ffff:a9fe:a9fe', ['any']],
  ['64:ff9b::a9fe:a9fe', ['any']],
  ['64:ff9b:0:0:0:0:a9fe:a9fe', ['any']],
  ['168.63.129.16', ['any']],
  ['::7f00:1', ['any']],
  ['2002:7f00:1::', ['any']],
  ['2001:0:7f00:1::', ['any']],
  ['2001:4860:4860::8888', ['any', 'near', 'remote', 'public']],
  ['fd00:ec2::254', ['any']],
  ['fe80::1', ['any']],
  ['0.0.0.0', ['any']],
  ['10.1.2.3', ['any', 'near', 'remote']],
  ['100.64.0.1', ['any', 'near', 'remote']],
  ['fd12::1', ['any', 'near', 'remote']],
  ['8.8.8.8', ['any', 'near', 'remote', 'public']],
  ['2606:4700::1111', ['any', 'near', 'remote', 'public']],
])('%s lies within %s', (address, within) => {
  const reaches = ['any', 'near', 'remote', 'public'] as const
  expect(reaches.filter(reach => mayReach(address, reach))).toEqual(within)
})

test.each([
  ['localhost', false],
  ['x.localhost', false],
  ['[::1]', false],
  ['metadata.google.internal', false],
  ['10.0.0.1', false],
  ['registry.example.com', true],
])("a fork's run may contact %s: %s", (name, expected) => {
  expect(mayReachName(name, 'public')).toBe(expected)
})

test.each([
  ['registry.example.com', 'cdn.example.com', true],
  ['registry.example.com', '10.0.0.1', false],
  ['registry.example.com', 'localhost', false],
  ['registry.example.com', '[::ffff:a9fe:a9fe]', false],
  ['127.0.0.1', '127.0.0.2', true],
  ['127.0.0.1', '10.0.0.1', false],
  ['127.0.0.1', '169.254.169.254', false],
  ['10.0.0.1', '10.0.0.2', true],
  ['10.0.0.1', '127.0.0.1', false],
  ['169.254.1.1', '169.254.169.254', false],
])('%s may lead to %s: %s', (from, to, expected) => {
  expect(mayLeadTo(from, to)).toBe(expected)
})
