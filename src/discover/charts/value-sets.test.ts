import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { createFiles } from '../../process/files.ts'
import { chartSources } from './chart-sources.ts'
import type { Source } from '../types.ts'
import { valueSets } from './value-sets.ts'

const fixtures = resolve(import.meta.dirname, '../../../test/fixtures')
const noFlags = { values: [], set: [], apiVersions: [] }
const chartYaml = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'

async function setsOf(contents: Readonly<Record<string, string>>): Promise<Awaited<ReturnType<typeof valueSets>>> {
  await using tree = await fileTree({ 'shop/Chart.yaml': chartYaml, ...contents })
  return await valueSets(createFiles(tree.root), 'shop')
}

describe('a further set of values', () => {
  test.each([
    'values-prod.yaml',
    'values-prod.yml',
    'values.prod.yaml',
    'values-eu-west-1.prod.yaml',
    'values-exampleshop.yaml',
    'values/prod.yaml',
    'values/prod.yml',
    'ci/default-values.yaml',
    'ci/10-ha-values.yml',
  ])('is %s', async name => {
    expect((await setsOf({ [`shop/${name}`]: 'tag: 1\n' })).sets).toEqual([`shop/${name}`])
  })

  test.each([
    ['the default', 'values.yaml', 'tag: 1\n'],
    ['an example', 'values-example.yaml', 'tag: 1\n'],
    ['an example', 'values.sample.yaml', 'tag: 1\n'],
    ['a schema', 'values-schema.yaml', 'tag: 1\n'],
    ['a schema by its content', 'values-x.yaml', '$schema: http://json-schema.org/draft-07/schema#\ntype: object\n'],
    ['a manifest', 'values-x.yaml', 'apiVersion: v1\nkind: ConfigMap\n'],
    ['a list', 'values/x.yaml', '- a\n- b\n'],
    ['another file of ci', 'ci/ct.yaml', 'a: 1\n'],
    ['deeper', 'values/more/x.yaml', 'a: 1\n'],
    ['empty: the default once more', 'ci/default-values.yaml', ''],
    ['without a value: the default once more', 'ci/default-values.yaml', '---\n# see values.yaml\n\n'],
    ['an empty map: the default once more', 'ci/default-values.yaml', '{}\n'],
  ])('is not what is %s (%s)', async (_, name, text) => {
    expect(await setsOf({ [`shop/${name}`]: text })).toEqual({ sets: [], encrypted: [], left: [] })
  })

  test('that does not parse is kept, so that helm says what is wrong', async () => {
    expect((await setsOf({ 'shop/values-a.yaml': 'a: [\n' })).sets).toEqual(['shop/values-a.yaml'])
  })

  test('that SOPS encrypted is named and not rendered', async () => {
    const text = 'tag: ENC[AES256_GCM,data:x]\nsops: { mac: x, version: 3.9.0 }\n'
    expect(await setsOf({ 'shop/values-a.yaml': text })).toMatchObject({ sets: [], encrypted: ['shop/values-a.yaml'] })
  })
})

describe('a chart with sets of values', () => {
  const labels = (sources: readonly Source[]): readonly string[] => sources.map(({ label }) => label)

  test('is a source for each, its own values first', async () => {
    const sources = await chartSources(createFiles(fixtures), 'charts/shop', noFlags)
    expect(labels(sources)).toEqual([
      'charts/shop',
      'charts/shop (values-prod.yaml)',
      'charts/shop (ci/small-values.yaml)',
    ])
    expect(sources.map(({ id }) => id)).toEqual([
      'helm:charts/shop',
      'helm:charts/shop#charts/shop/values-prod.yaml',
      'helm:charts/shop#charts/shop/ci/small-values.yaml',
    ])
  })

  test('that lies at the top of the repository names them as they are', async () => {
    await using tree = await fileTree({ 'Chart.yaml': chartYaml, 'values-a.yaml': 'tag: 1\n' })
    const sources = await chartSources(createFiles(tree.root), '.', noFlags)
    expect(labels(sources)).toEqual(['.', '. (values-a.yaml)'])
  })

  test('is rendered with the values of the call alone where it names some', async () => {
    const flags = { ...noFlags, values: ['values-prod.yaml'] }
    expect(labels(await chartSources(createFiles(fixtures), 'charts/shop', flags))).toEqual([
      'charts/shop (values-prod.yaml)',
    ])
  })

  test('takes single values of the call in every set', async () => {
    const sources = await chartSources(createFiles(fixtures), 'charts/shop', { ...noFlags, set: ['web.tag=2'] })
    expect(sources.map(source => source.kind === 'helm' && source.options.set)).toEqual(
      Array.from({ length: 3 }, () => ['web.tag=2']),
    )
    expect(sources[1]?.id).toBe('helm:charts/shop#charts/shop/values-prod.yaml#web.tag')
  })

  test('says how many are left out where there are too many', async () => {
    const many = Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`a/values-${at}.yaml`, 'tag: 1\n']))
    await using tree = await fileTree({ 'a/Chart.yaml': chartYaml, ...many })
    const sources = await chartSources(createFiles(tree.root), 'a', noFlags)
    expect(sources).toHaveLength(42)
    expect(sources.at(-1)).toMatchObject({
      kind: 'unresolved',
      why: 'too-many-values',
      label: 'a (5 more sets of values)',
    })
  })
})
