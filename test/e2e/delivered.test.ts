import { describe, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import { expectExit } from '../support/expect-exit.ts'
import { chartArtifact, packagedChart } from '../support/packaged-chart.ts'
import { helms, kubectl } from '../support/tools.ts'
import { workbench } from '../support/workbench.ts'

const [helm] = helms
const isThere = helm?.isThere === true && kubectl.isThere
const programs = ['--helm-path', helm?.path ?? '', '--kustomize-path', kubectl.path]

describe.skipIf(!isThere)('a GitOps repository (skipped where helm or kubectl could not be fetched)', () => {
  test('is checked as it is deployed: the chart is fetched from its registry, its images are asked for', async () => {
    await using registry = await startRegistry()
    const values = { 'values.yaml': `image: ${registry.host}/acme/shop:1.0.0\n` }
    registry.push('charts/shop', '1.2.3', chartArtifact(packagedChart('shop', '1.2.3', values)))
    registry.push('acme/shop', '1.0.0', image())
    await using bench = await workbench({
      'release.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: shop, namespace: flux }
spec: { url: oci://${registry.host}/charts/shop, ref: { semver: ^1 } }
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shop, namespace: flux }
spec: { chartRef: { kind: OCIRepository, name: shop } }
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: wrong, namespace: flux }
spec:
  chartRef: { kind: OCIRepository, name: shop }
  values:
    image: ${registry.host}/acme/shop:2.0.0
`,
    })
    const result = await bench.report(['check', '.', ...programs])
    expectExit(result, 1)
    expect(result.report.sources.map(({ kind, status, path }) => [kind, status, path])).toEqual([
      ['manifests', 'rendered', '.'],
      ['flux', 'rendered', 'release.yaml'],
      ['flux', 'rendered', 'release.yaml'],
    ])
    expect(result.report.images.map(({ tag, verdict }) => [tag, verdict])).toEqual([
      ['1.0.0', 'pullable'],
      ['2.0.0', 'unpullable'],
    ])
    const finding = result.report.findings.find(({ code }) => code === 'tag-not-found')
    expect(finding?.location).toMatchObject({
      file: 'release.yaml',
      line: 17,
      confidence: 'exact',
      path: 'spec.values.image',
    })
    expect(await bench.leftovers()).toEqual([])
  })

  test('whose chart is not to be had says so, and nothing that was checked is no pass', async () => {
    await using bench = await workbench({
      'app.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop }
spec: { source: { repoURL: "http://127.0.0.1:1/charts", chart: shop, targetRevision: 1.0.0 } }
`,
    })
    const result = await bench.report(['check', '.', ...programs])
    expectExit(result, 0)
    expect(result.report.verdict).toBe('unknown')
    expect(result.report.summary).toMatchObject({ sources: 2, skippedSources: 1, images: 0 })
    expect(result.report.findings.map(({ code, location }) => [code, location?.file])).toEqual([
      ['no-images-found', undefined],
      ['unresolved-source', 'app.yaml'],
    ])
  })
})

describe.each(helms)('helm 3 and helm 4', ({ name, path, isThere: isHere }) => {
  test.skipIf(!isHere)(`${name} renders every set of values of a chart, its hooks marked`, async () => {
    await using bench = await workbench({
      'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'shop/values.yaml': 'image: shop:1\n',
      'shop/values-prod.yaml': 'image: shop:2\n',
      'shop/ci/big-values.yaml': 'image: shop:3\n',
      'shop/templates/test.yaml': `apiVersion: v1
kind: Pod
metadata: { name: t, annotations: { "helm.sh/hook": "test,post-upgrade" } }
spec: { containers: [{ name: m, image: "{{ .Values.image }}" }] }
`,
    })
    const { report } = await bench.report(['list', '.', '--helm-path', path])
    expect(report.sources.map(({ label }) => label)).toEqual([
      'shop',
      'shop (values-prod.yaml)',
      'shop (ci/big-values.yaml)',
    ])
    expect(report.uses.map(({ image: used, workload }) => [used, workload['hooks']])).toEqual([
      ['shop:1', ['test', 'post-upgrade']],
      ['shop:2', ['test', 'post-upgrade']],
      ['shop:3', ['test', 'post-upgrade']],
    ])
  })
})
