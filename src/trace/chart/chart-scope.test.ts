import { expect, test } from 'vitest'
import { use } from '../../../test/support/plans.ts'
import type { ChartSource } from '../../discover/types.ts'
import { memoryFiles } from '../text/test-files.ts'
import { TextFiles } from '../text/text-file.ts'
import type { Files, ReadResult } from '../../world.ts'
import { ChartScopes } from './chart-scope.ts'

const texts = { 'shop/Chart.yaml': 'name: shop\n', 'shop/values.yaml': 'tag: "1"\n', 'prod.yaml': 'tag: "1"\n' }

const source = (values: readonly string[]): ChartSource => ({
  kind: 'helm',
  id: 'shop',
  path: 'shop',
  label: 'shop',
  options: { values, set: [], release: 'shop', namespace: 'default', apiVersions: [] },
})

async function leavesWith(values: readonly string[], read: ReadResult): Promise<readonly string[]> {
  const known = memoryFiles(texts)
  const files: Files = { ...known, read: path => (path === 'prod.yaml' ? Promise.resolve(read) : known.read(path)) }
  const { leaves } = await new ChartScopes(new TextFiles(files)).scopeOf(source(values), use('acme/shop:1'))
  return leaves.map(({ file, node }) => `${file.path} ${node.value}`)
}

test('a chart has the values of all its files', async () => {
  const read: ReadResult = { kind: 'text', text: '# only\ntag: "2"\n' }
  expect(await leavesWith(['prod.yaml'], read)).toEqual(['shop/values.yaml 1', 'prod.yaml 2'])
  expect(await leavesWith(['prod.yaml'], { kind: 'text', text: '# nothing\n' })).toEqual(['shop/values.yaml 1'])
})

// it may set the very text that stands in another file
test.each<ReadResult>([
  { kind: 'too-large', bytes: 20_000_000 },
  { kind: 'denied' },
  { kind: 'not-text' },
  { kind: 'text', text: 'tag: "1' },
])('no value is certain where a file of them can not be read: %o', async read => {
  expect(await leavesWith(['prod.yaml'], read)).toEqual([])
})
