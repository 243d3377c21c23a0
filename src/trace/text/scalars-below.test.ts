import { expect, test } from 'vitest'
import { scalarsBelow } from './scalars-below.ts'
import { yamlTree } from './yaml-tree.ts'

const scalars = (text: string): readonly string[] =>
  (yamlTree(text) ?? []).flatMap(root => scalarsBelow(root).map(({ node, path }) => `${path.join('.')}=${node.value}`))

test.each([
  ['a: [1, {b: 2}]', ['a.0=1', 'a.1.b=2']],
  ['a: 1\na: 2', ['a=2']],
  ['b: &b {x: 1, y: 2}\nc:\n  <<: *b\n  y: 3', ['b.x=1', 'b.y=2', 'c.x=1', 'c.y=3']],
  ['b: &b {x: 1, y: 2}\nc:\n  y: 3\n  <<: *b', ['b.x=1', 'b.y=2', 'c.y=2', 'c.x=1']],
  ['a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc: {<<: [*a, *b]}', ['a.x=1', 'b.x=2', 'b.y=3', 'c.x=1', 'c.y=3']],
  ['a: {<<: 1}', []],
])('%j', (text, expected) => {
  expect(scalars(text)).toEqual(expected)
})

test('ends where a map merges itself', () => {
  expect(scalars('a: &a {x: 1, <<: *a}')).toEqual(['a.x=1'])
})
