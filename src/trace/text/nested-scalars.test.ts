import { expect, test } from 'vitest'
import { nestedScalars } from './nested-scalars.ts'
import { scalarsBelow } from './scalars-below.ts'
import { yamlTree } from './yaml-tree.ts'

/** The scalars within the only text of a file, as they are written there. */
function nestedIn(text: string): readonly string[] {
  const [root] = yamlTree(text) ?? []
  const [outer] = root === undefined ? [] : scalarsBelow(root)
  const nested = outer === undefined ? [] : nestedScalars(text, outer.node)
  return nested.map(({ node, path }) => `${path.join('.')} ${text.slice(node.start, node.end)}`)
}

test.each([
  ['a block', 'values: |\n  image:\n    tag: "1.2"\n  other: x\n', ['image.tag 1.2', 'other x']],
  ['a block with other line ends', 'values: |\r\n  a: 1\r\n  b: 2\r\n', ['a 1', 'b 2']],
  ['a flow', "values: '{ a: 1 }'\n", ['a 1']],
  ['one with escapes', 'values: "{ a: \\"1\\" }"\n', []],
  ['one whose lines are folded', 'values: >\n  a:\n  1\n', []],
])('the scalars of %s have their places', (_, text, expected) => {
  expect(nestedIn(text)).toEqual(expected)
})

test('a text of very many lines is read at once', () => {
  const startedAt = performance.now()
  expect(nestedIn(`values: |\n${'  - a\n'.repeat(50_000)}`)).toHaveLength(50_000)
  expect(performance.now() - startedAt).toBeLessThan(5000)
})
