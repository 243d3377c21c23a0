import { describe, expect, test } from 'vitest'
import { extract } from '../../extract/extract.ts'
import { renderedFrom } from '../../extract/test-rendered.ts'
import { imageLikeStrings } from './image-like-strings.ts'

const pod = (...lines: readonly string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: a/b:1\n${lines
    .map(line => `      ${line}\n`)
    .join('')}`

/** `reference at file:line` of each finding. */
function told(...documents: readonly string[]): readonly unknown[] {
  const rendered = [renderedFrom(documents)]
  return imageLikeStrings(extract(rendered), rendered).map(({ args, place }) => args.reference ?? [args.count, place])
}

describe('a text that looks like an image', () => {
  test('is told once, wherever it stands', () => {
    const text = pod('args: [--side-image=ghcr.io/a/side:1]')
    expect(told(text, text)).toEqual(['ghcr.io/a/side:1'])
  })

  test('is no news where it is checked as an image', () => {
    expect(told(pod('args: [--side-image=a/b:1]'))).toEqual([])
  })

  test('is counted where there are too many', () => {
    const data = Array.from({ length: 230 }, (_, at) => `  k${at}_image: ghcr.io/a/b:${at}\n`).join('')
    const all = told(`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${data}`)
    expect(all).toHaveLength(201)
    expect(all.at(-1)).toEqual([30, undefined])
  })
})
