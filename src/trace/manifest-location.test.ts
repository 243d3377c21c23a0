import { describe, expect, test } from 'vitest'
import { extract } from '../extract/extract.ts'
import { renderedFrom } from '../extract/test-rendered.ts'
import type { Use } from '../extract/types.ts'
import { ManifestLocations } from './manifest-location.ts'
import type { Location } from './types.ts'

// the marks « and » stand around the text that the location must span; documents begin on line 10 of their file
function marked(text: string): { readonly found: Location; readonly expected: Location } {
  const use = onlyUse(text.replace(/[«»]/g, ''))
  const before = text.slice(0, text.indexOf('«')).split('\n')
  const until = text.slice(0, text.indexOf('»')).replace('«', '').split('\n')
  const expected = {
    file: 'k8s/app.yaml',
    line: 9 + before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    endLine: 9 + until.length,
    endColumn: (until.at(-1)?.length ?? 0) + 1,
    path: use.field,
    confidence: 'exact' as const,
  }
  return { found: new ManifestLocations().locate(use), expected }
}

function onlyUse(text: string): Use {
  const use = extract([renderedFrom([text])]).uses[0]
  if (use === undefined) throw new Error('the example has no image')
  return use
}

const pod = (container: string) => `---\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n${container}`

describe('the place of an image in a manifest', () => {
  test.each([
    ['plain', '  - name: a\n    image: «nginx:1.27» # the web\n'],
    ['double-quoted', '  - image: "«nginx:1.27»"\n'],
    ['single-quoted', "  - image: '«nginx:1.27»'\n"],
    ['tagged', '  - image: !!str «nginx:1.27»\n'],
    ['in flow style', '  - {name: a, image: «nginx:1.27»}\n'],
    ['a literal block', '  - image: |-\n      «nginx:1.27»\n    name: a\n'],
    ['a folded block', '  - image: >-\n      «nginx:1.27»\n'],
    ['on the next line', '  - image:\n      «nginx:1.27»\n'],
    ['an anchor that is used elsewhere', '  - image: &i «nginx:1.27»\n  - image: *i\n'],
    ['the last of two', '  - image: nginx:1\n    image: «nginx:1.27»\n'],
    ['with white space inside the quotes', '  - image: "« nginx:1.27»"\n'],
    ['below brackets that end at their key', '  - args: [\n      a\n    ]\n    image: «nginx:1.27»\n'],
    ['in braces at the margin', '  - {\nimage: «nginx:1.27»\n}\n'],
    ['empty', '  - image: "«»"\n'],
    ['behind other letters', '  - name: "äöü🙂"\n    image: «nginx:1.27»\n'],
    ['below CRLF', '  - name: a\r\n    image: «nginx:1.27»\r\n'],
    ['the same text twice', '  - name: nginx:1.27\n    image: «nginx:1.27»\n'],
  ])('is exact where it is %s', (_, container) => {
    const { found, expected } = marked(pod(container))
    expect(found).toEqual(expected)
  })

  test.each([
    ['an alias, at the anchor', `x: &i «nginx»\nkind: Pod\napiVersion: v1\nspec: {containers: [{image: *i}]}`],
    ['a merged map', `x: &c {image: «nginx»}\nkind: Pod\napiVersion: v1\nspec: {containers: [{<<: *c, name: a}]}`],
    [
      'merged maps, the first winning',
      `x: [&a {image: «nginx»}, &b {image: x}]\nkind: Pod\napiVersion: v1\nspec: {containers: [{<<: [*a, *b]}]}`,
    ],
    ['a document on the line of its marker', '--- {apiVersion: v1, kind: Pod, spec: {containers: [{image: «nginx»}]}}'],
    [
      'JSON with tabs',
      '{\n\t"apiVersion": "v1",\n\t"kind": "Pod",\n\t"spec": {"containers": [{"image": "«nginx»"}]}\n}',
    ],
    [
      'an item of a List',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec: {containers: [{image: «nginx»}]}',
    ],
  ])('is found in %s', (_, text) => {
    const { found, expected } = marked(text)
    expect(found).toEqual(expected)
  })

  test.each([
    ['written with escapes', '  - name: a\n    image: "nginx\\x3a1.27"\n', 16],
    ['missing', '  - name: a\n    ports: []\n', 15],
    ['null', '  - name: a\n    image: ~\n', 16],
    ['folded from two lines', '  - image: nginx\n      1.27\n', 15],
  ])('is a line as a hint where the image is %s', (_, container, line) => {
    expect(new ManifestLocations().locate(onlyUse(pod(container)))).toEqual({
      file: 'k8s/app.yaml',
      line,
      path: 'spec.containers[0].image',
      confidence: 'file',
    })
  })
})
