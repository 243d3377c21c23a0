import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { tagEdit } from './tag-edit.ts'

/** The line after the edit; undefined where there is none. */
async function edited(line: string, written: string, [tag, candidate]: readonly [string, string], over: object = {}) {
  const column = line.indexOf(written) + 1
  const span = { line: 1, column, endLine: 1, endColumn: column + written.length }
  const location = { file: 'values.yaml', ...span, confidence: 'exact', ...over } as const
  const edit = await tagEdit(tag, candidate, { location, readLine: async () => line })
  return edit && `${line.slice(0, column - 1)}${edit.text}${line.slice(column - 1 + written.length)}`
}

const typo = ['1.27.33', '1.27.3'] as const

test.each([
  ['tag: 1.27.33', '1.27.33', typo, 'tag: 1.27.3'],
  ['tag: "1.27.33" # newest', '1.27.33', typo, 'tag: "1.27.3" # newest'],
  ['image: ghcr.io/acme/web:1.27.33', 'ghcr.io/acme/web:1.27.33', typo, 'image: ghcr.io/acme/web:1.27.3'],
  ['tag: "1.2"', '1.2', ['1.2', '1.20'], 'tag: "1.20"'],
  ['tag: 1.2', '1.2', ['1.2', '1.20'], 'tag: "1.20"'],
  ['tag: lates', 'lates', ['lates', 'latest'], 'tag: latest'],
  ['tag: of', 'of', ['of', 'on'], 'tag: "on"'],
  ['tag: x', 'x', ['x', '1e3'], 'tag: "1e3"'],
  ['tag: x', 'x', ['x', '2026-01-01'], 'tag: "2026-01-01"'],
  ['tag: x', 'x', ['x', '0x1f'], 'tag: "0x1f"'],
  ['tag: x', 'x', ['x', '20260101'], 'tag: "20260101"'],
] as const)('`%s` is edited', async (line, written, tags, expected) => {
  const result = await edited(line, written, tags)
  expect(result).toBe(expected)
  const [value] = Object.values(parse(result ?? '') as Record<string, unknown>)
  expect(value).toBe(written.includes('/') ? `ghcr.io/acme/web:${tags[1]}` : tags[1])
})

test.each([
  ['the text there is another', 'tag: 1.27.3', '1.27.3', {}],
  ['the reference has a digest', 'image: web:1.27.33@sha256:00', 'web:1.27.33@sha256:00', {}],
  ['the place is that of a template', 'tag: 1.27.33', '1.27.33', { confidence: 'template' }],
  ['only the line is known', 'tag: 1.27.33', '1.27.33', { column: undefined }],
  ['it goes over two lines', 'tag: 1.27.33', '1.27.33', { endLine: 2 }],
  ['quotes are needed and it may be a block', '    1.27.33', '1.27.33', {}, ['1.27.33', '1.30']],
  ['quotes are needed within quotes', 'values: "tag: 1.27.33"', '1.27.33', {}, ['1.27.33', '1.30']],
] as const)('nothing is edited where %s', async (_, line, written, over, tags: readonly [string, string] = typo) => {
  expect(await edited(line, written, tags, over)).toBeUndefined()
})

test.each([
  ['TAG=1.27.33', 'TAG=1.30'],
  ['literals: [TAG=1.27.33]', 'literals: [TAG=1.30]'],
  ['images: [web=acme/web:1.27.33]', 'images: [web=acme/web:1.30]'],
  ['- {name: web, newTag: 1.27.33}', '- {name: web, newTag: "1.30"}'],
  ["patch: '[{value: 1.27.33}]'", 'patch: \'[{value: "1.30"}]\''],
])('quotes stand where YAML would read a number alone: %s', async (line, expected) => {
  expect(await edited(line, '1.27.33', ['1.27.33', '1.30'])).toBe(expected)
})

test.each(['1.27.3\nevil: true', '1.27.3 # x', '', '../x', '`', 'a'.repeat(129)])(
  'what is no tag is never written: %j',
  async candidate => {
    expect(await edited('tag: 1.27.33', '1.27.33', ['1.27.33', candidate])).toBeUndefined()
  },
)
