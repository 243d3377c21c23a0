import { expect, test } from 'vitest'
import type { Inventory, Use } from '../extract/types.ts'
import type { Rendered } from '../render/types.ts'
import { boundUses } from './bound-uses.ts'

const read = (count: number) => ({
  rendered: new Array<Rendered>(),
  inventory: { uses: Array.from({ length: count }, (_, id) => ({ id: `${id}` }) as Use) } as unknown as Inventory,
})

test.each([
  [10, 1, 10, 10],
  [11, 1, 10, 10],
  [6, 2, 10, 5],
  [6, 0, 10, 6],
  [6, 20, 10, 0],
])('of %i uses in %i environments with room for %i, %i are planned', (count, environments, most, planned) => {
  const bound = boundUses(read(count), { environments, most })
  expect(bound.inventory.uses.map(({ id }) => id)).toEqual(Array.from({ length: planned }, (_, id) => `${id}`))
  const left = count - planned
  expect(bound.rendered.map(({ source }) => source.label)).toEqual(left === 0 ? [] : [`${left} more uses of images`])
})
