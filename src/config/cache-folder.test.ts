import { expect, test } from 'vitest'
import { cacheFolder } from './cache-folder.ts'
import { Reader } from './reader.ts'
import type { RawSettings } from './settings.ts'

type Row = readonly [string, RawSettings, Readonly<Record<string, string>>, string | undefined]

const rows: readonly Row[] = [
  ["below the user's cache", {}, { XDG_CACHE_HOME: '/c', HOME: '/home/ann' }, '/c/will-it-pull'],
  ['below the home', {}, { HOME: '/home/ann' }, '/home/ann/.cache/will-it-pull'],
  [
    'below the home where the cache is no absolute path',
    {},
    { XDG_CACHE_HOME: 'c', HOME: '/h' },
    '/h/.cache/will-it-pull',
  ],
  ['nowhere without a home', {}, {}, undefined],
  ['where the call says', { 'cache-dir': ['kept'] }, { HOME: '/h' }, 'kept'],
  ['nowhere where the call forbids it', { cache: ['false'], 'cache-dir': ['kept'] }, { HOME: '/h' }, undefined],
]

test.each(rows)('manifests are kept %s', (_, raw, environment, expected) => {
  const reader = new Reader({ raw, spell: name => `--${name}` })
  expect(cacheFolder(reader, name => environment[name])).toBe(expected)
})

test('what is neither true nor false is a wrong call', () => {
  const reader = new Reader({ raw: { cache: ['maybe'] }, spell: name => `--${name}` })
  cacheFolder(reader, () => undefined)
  expect(reader.problems).toMatchObject([{ where: '--cache' }])
})
