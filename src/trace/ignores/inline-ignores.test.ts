import { expect, test } from 'vitest'
import type { Finding } from '../../judge/types.ts'
import { inlineIgnores } from './inline-ignores.ts'
import { memoryFiles } from '../text/test-files.ts'
import type { Location } from '../types.ts'

const finding: Finding = {
  code: 'tag-not-found',
  layer: 'existence',
  severity: 'error',
  verdict: 'unpullable',
  image: 'docker.io/acme/web:2',
  uses: ['u1'],
  args: {},
  trail: [],
  notChecked: [],
}

/** What is heard beside the line of `tag`: the reason or what is wrong. */
async function heard(text: string, given: { finding?: Finding; location?: Partial<Location> } = {}) {
  const line = text.split('\n').findIndex(own => own.includes('tag:')) + 1
  const location = { file: 'values.yaml', line, confidence: 'exact' as const, ...given.location }
  const locations = { uses: new Map([['u1', [location]]]) }
  const files = memoryFiles({ 'values.yaml': text })
  const { findings, wrong } = await inlineIgnores([given.finding ?? finding], locations, files)
  return [
    ...findings.map(({ ignored }) => ignored?.reason),
    ...wrong.map(({ why, code, line: at }) => `${why} ${code}@${at}`),
  ]
}

test.each([
  ['on the line', 'tag: "2" # will-it-pull: ignore tag-not-found built later', ['built later']],
  ['above the line', 'a: 1\n# will-it-pull: ignore tag-not-found built later\ntag: "2"', ['built later']],
  [
    'among the comments above',
    '# will-it-pull:ignore tag-not-found  built later \n# will-it-pull: ignore large-image known\n# more\ntag: "2"',
    ['built later'],
  ],
  ['behind an empty line', '# will-it-pull: ignore tag-not-found built later\n\ntag: "2"', [undefined]],
  ['behind another value', 'a: 1 # will-it-pull: ignore tag-not-found built later\ntag: "2"', [undefined]],
  ['below the line', 'tag: "2"\n# will-it-pull: ignore tag-not-found built later', [undefined]],
  ['for another finding', 'tag: "2" # will-it-pull: ignore large-image known', [undefined]],
  ['without a reason', 'a: 1\ntag: "2" # will-it-pull: ignore tag-not-found', [undefined, 'no-reason tag-not-found@2']],
  ['without a code', 'tag: "2" # will-it-pull: ignore', [undefined, 'no-code @1']],
  [
    'with an unknown code',
    'tag: "2" # will-it-pull: ignore tag-missing later',
    [undefined, 'unknown-code tag-missing@1'],
  ],
  ['with CRLF', '# will-it-pull: ignore tag-not-found built later\r\ntag: "2"\r\n', ['built later']],
])('a comment %s', async (_, text, expected) => {
  expect(await heard(text)).toEqual(expected)
})

const commented = 'tag: "2" # will-it-pull: ignore tag-not-found built later'

test('a comment is not heard where the line is a guess, of another image, or of a file elsewhere', async () => {
  expect(await heard(commented, { location: { confidence: 'file' } })).toEqual([undefined])
  expect(await heard(commented, { finding: { ...finding, image: undefined } })).toEqual([undefined])
  const elsewhere = { ...memoryFiles({ 'values.yaml': commented }), real: async () => undefined }
  const locations = { uses: new Map([['u1', [{ file: 'values.yaml', line: 1, confidence: 'exact' as const }]]]) }
  expect((await inlineIgnores([finding], locations, elsewhere)).findings).toEqual([finding])
})

test('of several lines only those with the comment are ignored', async () => {
  const files = memoryFiles({ 'values.yaml': `${commented}\ntag: "2"\n` })
  const at = (line: number) => [{ file: 'values.yaml', line, confidence: 'exact' as const }]
  const uses = new Map([
    ['u1', at(1)],
    ['u2', at(2)],
  ])
  const { findings } = await inlineIgnores([{ ...finding, uses: ['u1', 'u2'] }], { uses }, files)
  expect(findings).toEqual([
    { ...finding, uses: ['u1'], ignored: { reason: 'built later' } },
    { ...finding, uses: ['u2'] },
  ])
})

test('a finding at a place of its own is ignored there', async () => {
  const placed = { ...finding, code: 'unreadable-document' as const, uses: [], place: { file: 'values.yaml', line: 1 } }
  const text = 'a: ] # will-it-pull: ignore unreadable-document a template of another tool'
  expect(await heard(text, { finding: placed })).toEqual(['a template of another tool'])
})
