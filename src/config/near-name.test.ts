import { describe, expect, test } from 'vitest'
import { nearName } from './near-name.ts'

describe('the name that was probably meant', () => {
  const names = ['depth', 'fail-on', 'on-unknown', 'warning', 'error', 'off', 'insecure-registries']
  test.each([
    ['dpeth', 'depth'],
    ['deth', 'depth'],
    ['depths', 'depth'],
    ['DEPTH', 'depth'],
    ['fail_on', 'fail-on'],
    ['onUnknown', 'on-unknown'],
    ['warn', 'warning'],
    ['err', 'error'],
    ['of', 'off'],
    ['insecure-registry', 'insecure-registries'],
    ['on', undefined],
    ['x', undefined],
    ['', undefined],
    ['level', undefined],
    ['d'.repeat(1e6), undefined],
  ])('%s is %s', (written, expected) => {
    expect(nearName(written, names)).toBe(expected)
  })

  test('there is none of none', () => {
    expect(nearName('depth', [])).toBeUndefined()
  })
})
