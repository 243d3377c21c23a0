import { describe, expect, test } from 'vitest'
import { nearTags } from './near-tags.ts'

describe('nearTags', () => {
  test.each([
    ['a digit too many', '1.27.33', ['1.26.0', '1.27.3', '1.27.2', 'latest'], '1.27.3'],
    ['a digit typed twice', '1.99', ['1.9', '2.0'], '1.9'],
    ['a major version typed twice', '22', ['2'], '2'],
    ['the version before, not a digit less', '11', ['1', '10'], '10'],
    ['a v too many', 'v1.4.2', ['1.4.1', '1.4.2'], '1.4.2'],
    ['a v too few', '1.4.2', ['v1.4.1', 'v1.4.2'], 'v1.4.2'],
    ['the same variant first', '1.27.4-alpine', ['1.27.4', '1.27.3-alpine', '1.27.3'], '1.27.3-alpine'],
    ['a typing slip in a word', 'lastest', ['latest', 'stable'], 'latest'],
    ['the newest of equally near ones', '1.27.5', ['1.27.4', '1.27.6'], '1.27.6'],
  ])('finds %s', (_, missing, existing, nearest) => {
    expect(nearTags(missing, existing)[0]).toBe(nearest)
  })

  test('offers nothing when nothing is near', () => {
    expect(nearTags('nightly-build', ['1.0', '2.0'])).toEqual([])
    expect(nearTags('1.2.3', [`sha256-${'a'.repeat(64)}.sig`, 'b'.repeat(40)])).toEqual([])
  })

  test('stays quick on very long lists', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `1.${index}.0-build.${index}`)
    expect(nearTags('1.19999.1-build.19999', many)[0]).toBe('1.19999.0-build.19999')
  })
})
