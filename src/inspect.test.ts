import { describe, expect, test } from 'vitest'
import { canDeploy } from '../test/support/delivered.ts'
import { fileTree } from '../test/support/file-tree.ts'
import { request } from '../test/support/plans.ts'
import { renderWorld } from '../test/support/render-world.ts'
import { helms, kubectl } from '../test/support/tools.ts'
import { inspect } from './inspect.ts'
import type { Charts, RemoteChart } from './fetch/types.ts'
import { instantClock, registryFor } from './registry/testing/registry-for.ts'

const pod = (name: string, image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: m, image: "${image}" }] }\n`
const application = (name: string, source: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: ${name} }\nspec: { source: { repoURL: https://github.com/acme/gitops, ${source} } }\n`
const flux = (group: string, kind: string, name: string, spec: string): string =>
  `apiVersion: ${group}.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: flux }\nspec: { ${spec} }\n`

const repository = {
  'apps/a.yaml': application('a', 'path: charts/shop, helm: { valueFiles: [../../env/a.yaml] }'),
  'apps/b.yaml': application('b', 'path: plain'),
  'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/shop/values.yaml': 'image: shop:1\n',
  'charts/shop/templates/pod.yaml': pod('shop', '{{ .Values.image }}'),
  'env/a.yaml': 'image: shop:2\n',
  'plain/pod.yaml': pod('plain', 'plain:1'),
  'cluster/apps.yaml': flux(
    'kustomize',
    'Kustomization',
    'apps',
    'path: ./releases, postBuild: { substitute: { v: "1" } }',
  ),
  'releases/kustomization.yaml': 'resources: [one.yaml, two.yaml]\n',
  'releases/one.yaml': flux('helm', 'HelmRelease', 'one', 'chartRef: { kind: OCIRepository, name: one }'),
  'releases/two.yaml': flux('helm', 'HelmRelease', 'two', 'chartRef: { kind: OCIRepository, name: two }'),
  'sources/one.yaml': flux('source', 'OCIRepository', 'one', 'url: oci://charts.test/one, ref: { tag: 1.0.0 }'),
  'sources/two.yaml': flux('source', 'OCIRepository', 'two', 'url: oci://charts.test/two, ref: { tag: 1.0.0 }'),
  'other/pod.yaml': pod('other', 'other:1'),
  'README.md': 'x',
}

/** Labels of what is inspected for a change, and the charts that were asked for. */
async function inspected(changed: readonly string[]): Promise<{ readonly labels: string[]; readonly asked: string[] }> {
  await using tree = await fileTree(repository)
  const asked: RemoteChart[] = []
  const charts: Charts = {
    requests: 0,
    fetch: async chart => {
      asked.push(chart)
      return { kind: 'unavailable', why: 'unreachable', detail: 'x' }
    },
  }
  await using world = await renderWorld(tree.root, charts)
  await using registry = registryFor()
  const programs = { helm: helms[0]?.path, kustomize: kubectl.path }
  const call = { ...request({ paths: ['.'], programs, offline: false }), environments: [] }
  const reach = { paths: changed, access: async () => new Set<string>() }
  const { rendered } = await inspect(call, { ...world, registry, clock: instantClock() }, reach)
  const names = asked.map(chart => (chart.kind === 'oci' ? chart.repository : chart.kind))
  return { labels: rendered.map(({ source }) => source.label).toSorted(), asked: names.toSorted() }
}

describe.skipIf(!canDeploy)('of a change (skipped where helm or kubectl could not be fetched)', () => {
  const one = 'HelmRelease flux/one in releases/one.yaml'
  const two = 'HelmRelease flux/two in releases/two.yaml'
  const applied = 'Kustomization flux/apps in cluster/apps.yaml'

  test.each([
    ['to nothing that is deployed', 'README.md', [], []],
    ['to plain manifests', 'other/pod.yaml', ['other'], []],
    ['to manifests that an Application applies', 'plain/pod.yaml', ['Application b in apps/b.yaml'], []],
    ['to values that an Application names', 'env/a.yaml', ['Application a in apps/a.yaml'], []],
    ['to a chart', 'charts/shop/values.yaml', ['Application a in apps/a.yaml', 'charts/shop'], []],
    ['to an Application', 'apps/a.yaml', ['Application a in apps/a.yaml', 'apps'], []],
    ['to the chart version of one release', 'sources/one.yaml', [one, 'sources'], ['charts.test/one']],
    [
      'to the variables of all releases',
      'cluster/apps.yaml',
      [one, two, applied, 'cluster'],
      ['charts.test/one', 'charts.test/two'],
    ],
  ])('%s, just what it touches is inspected and fetched', async (_, path, labels, asked) => {
    expect(await inspected([path])).toEqual({ labels, asked })
  })
})
