import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentMarker, suggestionMarker } from './marker.ts'

test('a marker stays one HTML comment, whatever the key', () => {
  expect(commentMarker('a--b')).toBe('<!-- will-it-pull:a%2D%2Db -->')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), key => {
      expect(commentMarker(key)).toMatch(/^<!-- will-it-pull:[^\s<>-]* -->$/)
      expect(suggestionMarker(key, 'f0')).toMatch(/^<!-- will-it-pull-suggestion:[^\s<>-]*:f0 -->$/)
    }),
  )
})
