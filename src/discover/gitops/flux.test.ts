import { describe, expect, test } from 'vitest'
import { canDeploy, deployed } from '../../../test/support/delivered.ts'

const ours = 'ssh://git@github.com/acme/gitops'
const pod = (name: string, image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: m, image: "${image}" }] }\n`

/** An object of Flux with a name, its namespace `flux`, and the lines of its spec. */
function flux(kind: string, name: string, spec: string): string {
  const group = kind === 'Kustomization' ? 'kustomize' : kind === 'HelmRelease' ? 'helm' : 'source'
  return `apiVersion: ${group}.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: flux }\nspec:\n${spec
    .split('\n')
    .map(line => `  ${line}\n`)
    .join('')}`
}

const repositories = [
  flux('HelmRepository', 'charts', 'url: https://charts.test'),
  flux('HelmRepository', 'registry', 'url: oci://ghcr.io/acme/charts\ntype: oci'),
  flux('GitRepository', 'gitops', `url: ${ours}`),
  flux('GitRepository', 'pinned', `url: ${ours}\nref: { branch: main, tag: v1.0.0 }`),
  flux('GitRepository', 'other', 'url: https://github.com/acme/other'),
].join('---\n')

const release = (spec: string, name = 'shop'): string => flux('HelmRelease', name, spec)
const from = (repository: string, chart: string, more = ''): string =>
  `chart: { spec: { chart: "${chart}", version: 1.2.3, sourceRef: { kind: ${repository === 'gitops' || repository === 'other' ? 'GitRepository' : 'HelmRepository'}, name: ${repository} }${more} } }`
const configMap = (name: string, key: string, value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: flux }\ndata:\n  ${key}: ${JSON.stringify(value)}\n`

describe.skipIf(!canDeploy)('a HelmRelease (skipped where helm or kubectl could not be fetched)', () => {
  test.each([
    [
      'a chart repository',
      repositories,
      from('charts', 'redis'),
      { kind: 'repository', url: 'https://charts.test', name: 'redis', version: '1.2.3' },
    ],
    [
      'a registry',
      repositories,
      from('registry', 'redis'),
      { kind: 'oci', repository: 'ghcr.io/acme/charts/redis', version: '1.2.3' },
    ],
    [
      'an OCIRepository by tag',
      flux('OCIRepository', 'redis', 'url: oci://ghcr.io/acme/redis\nref: { tag: 2.0.0 }'),
      'chartRef: { kind: OCIRepository, name: redis }',
      { kind: 'oci', repository: 'ghcr.io/acme/redis', version: '2.0.0' },
    ],
    [
      'an OCIRepository by range and digest',
      flux('OCIRepository', 'redis', 'url: oci://ghcr.io/acme/redis\nref: { semver: ^2, digest: "sha256:ab" }'),
      'chartRef: { kind: OCIRepository, name: redis }',
      { kind: 'oci', repository: 'ghcr.io/acme/redis', version: '^2', digest: 'sha256:ab' },
    ],
    [
      'a HelmChart',
      `${repositories}---\n${flux('HelmChart', 'redis', 'chart: redis\nversion: 3.x\nsourceRef: { kind: HelmRepository, name: charts }')}`,
      'chartRef: { kind: HelmChart, name: redis }',
      { kind: 'repository', url: 'https://charts.test', name: 'redis', version: '3.x' },
    ],
  ])('takes its chart from %s', async (_, sources, spec, chart) => {
    const { fetched, gaps } = await deployed({ 'sources.yaml': sources, 'release.yaml': release(spec) })
    expect(fetched).toEqual([chart])
    expect(gaps).toEqual([])
  })

  test('takes a chart of the repository, with values files of it', async () => {
    const { images } = await deployed({
      'sources.yaml': repositories,
      'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'charts/shop/values.yaml': 'image: shop:1\n',
      'charts/shop/other.yaml': 'image: shop:2\n',
      'charts/shop/templates/pod.yaml': pod('a', '{{ .Values.image }}'),
      'release.yaml': release(
        from('gitops', './charts/shop', ', valuesFiles: [charts/shop/values.yaml, charts/shop/other.yaml]'),
      ),
    })
    expect(images).toEqual(['shop:1 of charts/shop', 'shop:2 of HelmRelease flux/shop in release.yaml'])
  })

  test.each([
    ['[charts/shop/other.yaml]', '', 'shop:none'],
    ['[charts/shop/values.yaml, charts/shop/none.yaml]', ', ignoreMissingValuesFiles: true', 'shop:1'],
  ])('with valuesFiles %s has no values of the chart besides', async (files, more, image) => {
    const { images } = await deployed({
      'sources.yaml': repositories,
      'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'charts/shop/values.yaml': 'tag: 1\n',
      'charts/shop/other.yaml': 'more: 2\n',
      'charts/shop/templates/pod.yaml': pod('a', 'shop:{{ .Values.tag | default "none" }}')
        .replaceAll('"shop', "'shop")
        .replace('}}"', "}}'"),
      'release.yaml': release(from('gitops', './charts/shop', `, valuesFiles: ${files}${more}`)),
    })
    expect(images).toContain(`${image} of HelmRelease flux/shop in release.yaml`)
  })

  test('lays its own values over those of ConfigMaps and Secrets, in their order', async () => {
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: flux }\ndata: { more: ${btoa('image: from-secret:1\n')} }\n`
    const values = [
      'valuesFrom:',
      '- { kind: ConfigMap, name: c }',
      '- { kind: Secret, name: s, valuesKey: more }',
      '- { kind: ConfigMap, name: none, optional: true }',
    ]
    const contents = {
      'sources.yaml': [repositories, configMap('c', 'values.yaml', 'image: from-map:1\n'), secret].join('---\n'),
      'release.yaml': release([from('charts', 'redis'), ...values].join('\n')),
    }
    expect((await deployed(contents)).images).toEqual(['from-secret:1 of HelmRelease flux/shop in release.yaml'])
    const own = release([from('charts', 'redis'), ...values, 'values: { image: own:1 }'].join('\n'))
    expect((await deployed({ ...contents, 'release.yaml': own })).images).toEqual([
      'own:1 of HelmRelease flux/shop in release.yaml',
    ])
    const target = release(
      [
        from('charts', 'redis'),
        'valuesFrom:',
        '- { kind: ConfigMap, name: one, valuesKey: tag, targetPath: image }',
      ].join('\n'),
    )
    const one = { 'sources.yaml': `${repositories}---\n${configMap('one', 'tag', 'set:1,5')}`, 'release.yaml': target }
    expect((await deployed(one)).images).toEqual(['set:1,5 of HelmRelease flux/shop in release.yaml'])
  })

  test('is rendered without values that are not in the repository, and that is said', async () => {
    const spec = [from('charts', 'redis'), 'valuesFrom: [{ kind: Secret, name: hidden }]'].join('\n')
    const { images, gaps } = await deployed({ 'sources.yaml': repositories, 'release.yaml': release(spec) })
    expect(images).toEqual(['redis:1.2.3 of HelmRelease flux/shop in release.yaml'])
    expect(gaps).toEqual(['unresolved-source values-elsewhere: Secret hidden'])
  })

  test('has its post-renderers applied', async () => {
    const spec = [
      from('charts', 'redis'),
      'postRenderers:',
      '- kustomize: { images: [{ name: redis, newName: mirror.test/redis, newTag: "9" }] }',
    ]
    const contents = { 'sources.yaml': repositories, 'release.yaml': release(spec.join('\n')) }
    expect((await deployed(contents)).images).toEqual(['mirror.test/redis:9 of HelmRelease flux/shop in release.yaml'])
  })

  test('has several post-renderers applied one after the other', async () => {
    const patch = (name: string, image: string) =>
      `{ target: { kind: Pod }, patch: '[{ "op": "add", "path": "/spec/${name}", "value": [{ "name": "i", "image": "${image}" }] }]' }`
    const spec = [
      from('charts', 'redis'),
      'postRenderers:',
      `- kustomize: { patches: [${patch('initContainers', 'one:1')}] }`,
      `- kustomize: { patches: [${patch('ephemeralContainers', 'two:2')}] }`,
    ]
    const contents = { 'sources.yaml': repositories, 'release.yaml': release(spec.join('\n')) }
    expect((await deployed(contents)).images).toEqual(
      ['one:1', 'redis:1.2.3', 'two:2'].map(image => `${image} of HelmRelease flux/shop in release.yaml`),
    )
  })

  test.each([
    ['a source that is not known', from('unknown', 'redis'), 'remote-source: HelmRepository unknown'],
    [
      'a chart of another repository',
      from('other', './charts/x'),
      'remote-source: https://github.com/acme/other ./charts/x',
    ],
    [
      'a reference to nothing',
      'chartRef: { kind: OCIRepository, name: nothing }',
      'remote-source: OCIRepository nothing',
    ],
    ['a chart that nobody gives', from('charts', 'away'), 'remote-chart: no answer'],
  ])('of %s is unresolved, and says so', async (_, spec, gap) => {
    const contents = { 'sources.yaml': repositories, 'release.yaml': release(spec), 'a.yaml': pod('a', 'a:1') }
    expect((await deployed(contents, ours)).gaps).toEqual([`unresolved-source ${gap}`])
  })

  test('that a kustomization patches is rendered as patched', async () => {
    const patch =
      '- target: { kind: HelmRelease }\n  patch: |\n    - { op: add, path: /spec/values, value: { image: patched:1 } }\n'
    const { images, ids } = await deployed({
      'base/kustomization.yaml': 'resources: [release.yaml, sources.yaml]\n',
      'base/release.yaml': release(from('charts', 'redis')),
      'base/sources.yaml': repositories,
      'prod/kustomization.yaml': `resources: [../base]\npatches:\n${patch}`,
    })
    expect(images).toEqual(['patched:1 of HelmRelease flux/shop in base/release.yaml'])
    expect(ids).toContain('flux:base/release.yaml#HelmRelease/flux/shop')
  })
})

describe.skipIf(!canDeploy)('a Flux Kustomization', () => {
  const kustomization = (spec: string, name = 'apps'): string =>
    flux('Kustomization', name, `sourceRef: { kind: GitRepository, name: gitops }\n${spec}`)
  const app = { 'sources.yaml': repositories, 'app/kustomization.yaml': 'resources: [pod.yaml]\n' }
  const by = 'of Kustomization flux/apps in apps.yaml'

  test('applies a kustomization with its variables, images and patches, and it is not checked by itself', async () => {
    const spec = `path: ./app
postBuild: { substitute: { registry: ghcr.io/acme, build: 5 }, substituteFrom: [{ kind: ConfigMap, name: settings }] }
images: [{ name: side, newTag: "7" }]
patches: [{ target: { kind: Pod, name: b }, patch: '[{ "op": "replace", "path": "/spec/containers/0/image", "value": "patched:1" }]' }]`
    const { images, gaps } = await deployed({
      ...app,
      'app/kustomization.yaml': 'resources: [pod.yaml, side.yaml, b.yaml]\n',
      'app/pod.yaml': pod('a', '${registry}/web:${tag}${build}-${none:-x}${empty}'),
      'app/side.yaml': pod('side', 'side:1'),
      'app/b.yaml': pod('b', 'b:1'),
      'settings.yaml': configMap('settings', 'tag', 'v1'),
      'apps.yaml': kustomization(spec),
    })
    expect(images).toEqual([`ghcr.io/acme/web:v15-x ${by}`, `patched:1 ${by}`, `side:7 ${by}`])
    expect(gaps).toEqual([])
  })

  test('applies everything below a folder that has no kustomization', async () => {
    const { images } = await deployed({
      'sources.yaml': repositories,
      'apps.yaml': kustomization('path: clusters/prod\npostBuild: { substitute: { tag: "2" } }'),
      'clusters/prod/a.yaml': pod('a', 'a:${tag}'),
      'clusters/prod/deep/b.yaml': pod('b', 'b:${tag}'),
      'clusters/prod/built/kustomization.yaml': 'resources: [c.yaml]\n',
      'clusters/prod/built/c.yaml': pod('c', 'c:${tag}'),
      'clusters/prod/built/unused.yaml': pod('u', 'unused:1'),
      'clusters/prod/.hidden/.d.yaml': pod('d', 'd:${tag}'),
      'clusters/prod/.github/e.yaml': pod('e', 'e:1'),
    })
    expect(images).toEqual([
      'a:2 of Kustomization flux/apps in apps.yaml',
      'b:2 of Kustomization flux/apps in apps.yaml',
      'c:2 of Kustomization flux/apps (clusters/prod/built) in apps.yaml',
      'd:2 of Kustomization flux/apps in apps.yaml',
    ])
  })

  test('has components laid over it, and says which can not be', async () => {
    const { images, gaps } = await deployed({
      ...app,
      'app/pod.yaml': pod('a', 'a:1'),
      'parts/side/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [side.yaml]\nimages: [{ name: a, newTag: "2" }]\n',
      'parts/side/side.yaml': pod('side', 'side:1'),
      'parts/far/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: ["https://github.com/acme/x?ref=v1"]\n',
      'apps.yaml': kustomization('path: app\ncomponents: [../parts/side, ../parts/far, ../parts/none]'),
    })
    expect(images).toEqual([`a:2 ${by}`, `side:1 ${by}`])
    expect(gaps).toEqual([
      'unresolved-source path-missing: ../parts/none',
      'unresolved-source remote-base: parts/far/kustomization.yaml includes https://github.com/acme/x?ref=v1',
    ])
  })

  test('puts all objects into its target namespace', async () => {
    const inNamespace = pod('b', 'b:1').replace('name: b', 'name: b, namespace: other')
    const { images } = await deployed({
      ...app,
      'app/pod.yaml': `${pod('a', 'a:1')}---\n${inNamespace}---\n${release(from('charts', 'redis')).replace('namespace: flux', 'namespace: other').replace('name: charts', 'name: charts, namespace: flux')}`,
      'apps.yaml': kustomization('path: app\ntargetNamespace: prod'),
    })
    expect(images).toEqual([`a:1 ${by}`, `b:1 ${by}`, 'redis:1.2.3 of HelmRelease prod/shop in app/pod.yaml'])
  })

  test('may load files from beside its folder, as Flux lets it, but none from outside of the repository', async () => {
    const { images, gaps } = await deployed({
      ...app,
      'app/kustomization.yaml': 'resources: [../shared/a.yaml]\n',
      'shared/a.yaml': pod('a', 'a:1'),
      'apps.yaml': kustomization('path: app'),
      'far.yaml': kustomization('path: far', 'far'),
      'far/kustomization.yaml': 'resources: [../../etc/a.yaml]\n',
    })
    expect(images).toEqual([`a:1 ${by}`])
    expect(gaps).toEqual([
      'unresolved-source unreadable: far/kustomization.yaml includes ../../etc/a.yaml, which lies outside of the repository',
    ])
  })

  test('is applied in parts where one of them is remote', async () => {
    const { images, gaps } = await deployed({
      'sources.yaml': repositories,
      'apps.yaml': kustomization('path: apps\npostBuild: { substitute: { tag: "2" } }'),
      'apps/kustomization.yaml': 'resources: [a, b]\nnamespace: x\n',
      'apps/a/kustomization.yaml': 'resources: [a.yaml]\n',
      'apps/a/a.yaml': pod('a', 'a:${tag}'),
      'apps/b/kustomization.yaml': 'resources: ["https://github.com/acme/x//y?ref=v1"]\n',
    })
    expect(images).toEqual(['a:2 of Kustomization flux/apps (apps/a) in apps.yaml'])
    expect(new Set(gaps)).toEqual(
      new Set([
        'unresolved-source remote-base: apps/b/kustomization.yaml includes https://github.com/acme/x//y?ref=v1',
      ]),
    )
  })

  test('of an artifact of a folder of the repository is found there', async () => {
    const object = flux('Kustomization', 'apps', 'sourceRef: { kind: OCIRepository, name: unknown }\npath: ./apps/prod')
    const { images } = await deployed({
      'cluster/apps.yaml': object,
      'kubernetes/apps/prod/kustomization.yaml': 'resources: [a.yaml]\n',
      'kubernetes/apps/prod/a.yaml': pod('a', 'a:1'),
    })
    expect(images).toEqual(['a:1 of Kustomization flux/apps in cluster/apps.yaml'])
  })

  test('leaves an image alone whose variable is not in the repository, and says so', async () => {
    const spec = 'path: app\npostBuild: { substituteFrom: [{ kind: Secret, name: hidden }] }'
    const { images, gaps } = await deployed({
      ...app,
      'app/pod.yaml': pod('a', 'ghcr.io/acme/web:${tag}'),
      'app/kustomization.yaml': 'resources: [pod.yaml, b.yaml]\n',
      'app/b.yaml': pod('b', 'b:1'),
      'apps.yaml': kustomization(spec),
    })
    expect(images).toEqual([`b:1 ${by}`])
    expect(gaps).toEqual(['unresolved-source variables-elsewhere: ghcr.io/acme/web:${tag}'])
  })

  test('leaves an image alone whose default may not count, or whose variable is put in by a form that is not known', async () => {
    const { images, gaps } = await deployed({
      ...app,
      'app/pod.yaml': pod('a', 'a:${tag:=1}'),
      'app/kustomization.yaml': 'resources: [pod.yaml, b.yaml, c.yaml]\n',
      'app/b.yaml': pod('b', 'b:${known##*-}'),
      'app/c.yaml': pod('c', 'c:${known:0:1}'),
      'apps.yaml': kustomization(
        'path: app\npostBuild: { substitute: { known: 1-2 }, substituteFrom: [{ kind: Secret, name: hidden }] }',
      ),
    })
    expect(images).toEqual([`c:1 ${by}`])
    expect(gaps).toEqual(
      ['a:${tag:=1}', 'b:${known##*-}'].map(image => `unresolved-source variables-elsewhere: ${image}`),
    )
  })

  test('that a variable of elsewhere leaves no YAML is followed by its defaults', async () => {
    const child = kustomization('path: app\npostBuild: { substitute: { tag: QUOTE } }', 'child').replace(
      'QUOTE',
      "${q:='}${tag}${q:='}",
    )
    const { images } = await deployed({
      ...app,
      'app/pod.yaml': pod('a', 'a:${tag}'),
      'children/child.yaml': child,
      'apps.yaml': kustomization(
        'path: children\npostBuild: { substitute: { tag: "3" }, substituteFrom: [{ kind: Secret, name: hidden }] }',
      ),
    })
    expect(images).toEqual(['a:3 of Kustomization flux/child in children/child.yaml'])
  })

  test('replaces nothing where it has no variables', async () => {
    const { images } = await deployed({
      ...app,
      'app/pod.yaml': pod('a', 'a:${tag}'),
      'apps.yaml': kustomization('path: app\npostBuild: { substitute: {} }'),
    })
    expect(images).toEqual(['a:${tag} of Kustomization flux/apps in apps.yaml'])
  })

  test('that patches another one is heard before that one is followed', async () => {
    const child = kustomization('path: app', 'child')
    const parent = kustomization(
      `path: children\npatches: [{ target: { kind: Kustomization }, patch: '[{ "op": "add", "path": "/spec/postBuild", "value": { "substitute": { "tag": "9" } } }]' }]`,
      'parent',
    )
    const { images } = await deployed({
      ...app,
      'app/pod.yaml': pod('a', 'web:${tag}'),
      'children/kustomization.yaml': 'resources: [child.yaml]\n',
      'children/child.yaml': child,
      'parent.yaml': parent,
    })
    expect(images).toEqual(['web:9 of Kustomization flux/child in children/child.yaml'])
  })

  test('of an artifact that is a copy is found where it was copied from', async () => {
    const generator = `apiVersion: source.extensions.fluxcd.io/v1beta1
kind: ArtifactGenerator
metadata: { name: all, namespace: flux }
spec:
  sources: [{ alias: repo, kind: GitRepository, name: gitops }]
  artifacts: [{ name: copied, copy: [{ from: "@repo/app/**", to: "@artifact/here/" }] }]
`
    const object = flux('Kustomization', 'apps', 'sourceRef: { kind: ExternalArtifact, name: copied }\npath: ./here')
    const { images } = await deployed({
      ...app,
      'app/pod.yaml': pod('a', 'a:1'),
      'apps.yaml': object,
      'g.yaml': generator,
    })
    expect(images).toEqual([`a:1 ${by}`])
  })

  test.each([
    [
      'another repository',
      'sourceRef: { kind: GitRepository, name: other }\npath: app',
      'https://github.com/acme/other app',
    ],
    [
      'a path that is not there',
      'sourceRef: { kind: GitRepository, name: gitops }\npath: ./nowhere',
      `${ours} ./nowhere`,
      'path-missing',
    ],
    [
      'a path out of the repository',
      'sourceRef: { kind: GitRepository, name: gitops }\npath: ../../etc',
      `${ours} ../../etc`,
    ],
    [
      'an artifact that nothing makes',
      'sourceRef: { kind: ExternalArtifact, name: x }\npath: app',
      'ExternalArtifact x app',
    ],
    ['a bucket', 'sourceRef: { kind: Bucket, name: b }\npath: elsewhere', 'Bucket b elsewhere'],
    [
      'a tag of the repository',
      'sourceRef: { kind: GitRepository, name: pinned }\npath: app',
      `${ours} app at v1.0.0`,
      'other-revision',
    ],
  ])('of %s is unresolved, and says so', async (_, spec, detail, why = 'remote-source') => {
    const contents = { ...app, 'app/pod.yaml': pod('a', 'a:1'), 'apps.yaml': flux('Kustomization', 'apps', spec) }
    expect((await deployed(contents, ours)).gaps).toEqual([`unresolved-source ${why}: ${detail}`])
  })
})
