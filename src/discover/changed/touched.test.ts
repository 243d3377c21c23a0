import { expect, test } from 'vitest'
import { request } from '../../../test/support/plans.ts'
import { fileTree } from '../../../test/support/file-tree.ts'
import type { CheckRequest } from '../../config/types.ts'
import { createFiles } from '../../process/files.ts'
import { discover } from '../discover.ts'
import { touchedSources } from './touched.ts'

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n'
const chart = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'
const needs = (path: string) => `${chart}dependencies: [{ name: x, version: 1.0.0, repository: "file://${path}" }]\n`

const repository = {
  'charts/shop/Chart.yaml': needs('../common'),
  'charts/shop/values.yaml': 'a: 1\n',
  'charts/shop/templates/web.yaml': pod,
  'charts/common/Chart.yaml': `${needs('../../lib')}type: library\n`,
  'lib/Chart.yaml': `${chart}type: library\n`,
  'lib/templates/_helpers.tpl': 'x',
  'charts/other/Chart.yaml': chart,
  'values/shop.yaml': 'a: 2\n',
  'k/base/kustomization.yaml': 'resources: [pod.yaml]\nconfigMapGenerator: [{ name: c, files: [a=app.ini] }]\n',
  'k/base/pod.yaml': pod,
  'k/base/app.ini': 'x',
  'k/base/README.md': 'x',
  'k/parts/kustomization.yaml': 'kind: Component\npatches: [{ path: patch.yaml }]\n',
  'k/parts/patch.yaml': 'x: 1\n',
  'k/prod/kustomization.yaml': 'resources: [../base]\ncomponents: [../parts]\n',
  'k/made/kustomization.yaml': 'generators: [generator.yaml]\n',
  'k/made/generator.yaml': 'apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: g}\nfiles: [deep/a.txt]\n',
  'k/made/deep/a.txt': 'x',
  'k/away/kustomization.yaml': 'resources: [https://example.test/base]\n',
  'deploy/pod.yaml': pod,
  'deploy/README.md': 'x',
  'other/pod.yaml': pod,
  'shared/pod.txt': pod,
  'shared/chart.txt': 'x',
}

async function touched(changed: readonly string[], asked: Partial<CheckRequest> = {}): Promise<readonly string[]> {
  await using tree = await fileTree(repository)
  await tree.link('linked/pod.yaml', '../shared/pod.txt')
  await tree.link('charts/other/files/shared.txt', '../../../shared/chart.txt')
  const files = createFiles(tree.root)
  const { sources } = await discover(request(asked), { files })
  const scope = await touchedSources(sources, changed, files)
  expect(scope.touched.length + scope.untouched.length).toBe(sources.length)
  return scope.touched.map(({ label }) => label)
}

test.each([
  ['a template of a chart', 'charts/shop/templates/web.yaml', ['charts/shop']],
  ['the values of a chart', 'charts/shop/values.yaml', ['charts/shop']],
  ['a chart that it depends on', 'charts/common/Chart.yaml', ['charts/shop']],
  ['what that one depends on', 'lib/templates/_helpers.tpl', ['charts/shop']],
  ['what a link in a chart leads to', 'shared/chart.txt', ['charts/other']],
  ['what a manifest leads to', 'shared/pod.txt', ['linked']],
  ['the resource of a base', 'k/base/pod.yaml', ['k/prod']],
  ['what a generator of a base reads', 'k/base/app.ini', ['k/prod']],
  ['the patch of a component', 'k/parts/patch.yaml', ['k/prod']],
  ['a kustomization', 'k/prod/kustomization.yaml', ['k/prod']],
  ['what a plugin may read', 'k/made/deep/a.txt', ['k/made']],
  ['a kustomization that is not built here', 'k/away/kustomization.yaml', ['k/away']],
  ['a manifest', 'deploy/pod.yaml', ['deploy']],
  ['a manifest that is gone', 'deploy/gone.yaml', ['deploy']],
  ['what stands beside', 'deploy/README.md', []],
  ['a file that no kustomization names', 'k/base/README.md', []],
  ['something else', 'src/main.go', []],
  ['a submodule with a chart in it', 'charts', ['charts/other', 'charts/shop']],
])('%s: %s', async (_, path, expected) => {
  expect((await touched([path])).toSorted()).toEqual(expected)
})

test('a values file beside the chart touches the source that uses it', async () => {
  const flags = { values: ['values/shop.yaml'], set: [], apiVersions: [] }
  const sources = [{ kind: 'chart', path: 'charts/other', ...flags }] as const
  expect(await touched(['values/shop.yaml'], { paths: ['other'], sources })).toEqual([
    'charts/other (values/shop.yaml)',
  ])
})

test('standard input is always touched', async () => {
  expect(await touched([], { paths: ['-', 'other'], stdin: pod })).toEqual(['standard input'])
})
