import { describe, expect, test } from 'vitest'
import { canDeploy } from '../../../test/support/delivered.ts'
import { fileTree } from '../../../test/support/file-tree.ts'
import { packagedChart } from '../../../test/support/packaged-chart.ts'
import { request } from '../../../test/support/plans.ts'
import { renderWorld } from '../../../test/support/render-world.ts'
import { helms, kubectl } from '../../../test/support/tools.ts'
import { discover } from '../../discover/discover.ts'
import { extract } from '../../extract/extract.ts'
import type { Charts } from '../../fetch/types.ts'
import { createScratch } from '../../process/scratch.ts'
import { chartRenderer } from '../../render/helm/chart-renderer.ts'
import { render } from '../../render/render.ts'
import { locate } from '../locate.ts'
import { createRenderMarked } from './render-marked.ts'

const finding = {
  code: 'tag-not-found',
  layer: 'existence',
  severity: 'error',
  verdict: 'unpullable',
  args: {},
  trail: [],
  notChecked: [],
} as const

const image = '{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}'
const template = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: m, image: "${image}" }] }\n`
const chart = packagedChart('shop', '1.0.0', {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: "7.0"\n',
  'values.yaml': 'image: { repository: acme/shop, tag: "" }\n',
  'templates/pod.yaml': template,
})

/** `image → file:line:column path confidence` of every use. */
async function located(contents: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await using tree = await fileTree(contents)
  await using folder = await createScratch()
  const file = await folder.write('shop.tgz', chart)
  const charts: Charts = { requests: 0, fetch: async () => ({ kind: 'fetched', file, version: '1.0.0' }) }
  await using world = await renderWorld(tree.root, charts)
  const call = request({ paths: ['.'], programs: { helm: helms[0]?.path, kustomize: kubectl.path }, offline: false })
  const rendered = await render((await discover(call, world)).sources, call, world)
  const inventory = extract(rendered)
  const judgement = { findings: [{ ...finding, uses: inventory.uses.map(({ id }) => id) }] }
  const renderMarked = createRenderMarked(chartRenderer(call, world))
  const { uses } = await locate({ inventory, judgement, rendered, renderMarked }, world)
  return inventory.uses.map(use => {
    const [place] = uses.get(use.id) ?? []
    return `${use.image} → ${place?.file}:${place?.line}:${place?.column} ${place?.path} ${place?.confidence}`
  })
}

const source =
  'apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: { name: shop }\nspec: { url: oci://charts.test/shop, ref: { tag: 1.0.0 } }\n'
const release = (values: string) => `${source}---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shop }
spec:
  chartRef: { kind: OCIRepository, name: shop }
${values}`

describe.skipIf(!canDeploy)('the place behind an image that is delivered (skipped without helm or kubectl)', () => {
  test('is the value of a HelmRelease', async () => {
    const values = '  values:\n    image:\n      repository: ghcr.io/acme/shop\n      tag: "9.1"\n'
    expect(await located({ 'release.yaml': release(values) })).toEqual([
      'ghcr.io/acme/shop:9.1 → release.yaml:14:13 spec.values.image.tag exact',
    ])
  })

  test('is the object where its chart gives the rest', async () => {
    expect(await located({ 'release.yaml': release('') })).toEqual([
      'acme/shop:7.0 → release.yaml:5:undefined undefined file',
    ])
  })

  test('is the object where a patch changed the value that is written', async () => {
    const values = '  values:\n    image:\n      tag: "9.1"\n'
    const patch =
      '- target: { kind: HelmRelease }\n  patch: |\n    - { op: replace, path: /spec/values/image/tag, value: "9.2" }\n'
    const contents = {
      'k/kustomization.yaml': `resources: [release.yaml]\npatches:\n${patch}`,
      'k/release.yaml': release(values),
    }
    expect(await located(contents)).toEqual([
      expect.stringMatching(/^acme\/shop:9.2 → k\/release.yaml:5:undefined undefined file$/),
    ])
  })

  test('is a value of the Application, or of the values file that it names', async () => {
    const application = (helm: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop }
spec:
  source:
    repoURL: https://github.com/acme/gitops
    path: shop
    helm:
${helm}`
    const local = {
      'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'shop/values.yaml': 'image:\n  repository: acme/shop\n  tag: "1.0"\n',
      'shop/templates/pod.yaml': template,
      'env/prod.yaml': 'image:\n  tag: "2.0"\n',
    }
    const inObject = application('      valuesObject:\n        image:\n          tag: "3.0"\n')
    expect((await located({ ...local, 'app.yaml': inObject })).join()).toContain(
      'acme/shop:3.0 → app.yaml:11:17 spec.source.helm.valuesObject.image.tag exact',
    )
    const inFile = application('      valueFiles: [../env/prod.yaml]\n')
    expect((await located({ ...local, 'app.yaml': inFile })).join()).toContain(
      'acme/shop:2.0 → env/prod.yaml:2:9 image.tag exact',
    )
  })
})
