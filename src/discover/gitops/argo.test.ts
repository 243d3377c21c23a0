import { describe, expect, test } from 'vitest'
import { canDeploy, deployed } from '../../../test/support/delivered.ts'

const ours = 'https://github.com/acme/gitops'
const pod = (name: string, image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: m, image: "${image}" }] }\n`
const application = (source: string, name = 'shop'): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec:
  destination: { namespace: prod }
  ${source}
`
const applicationSet = (spec: string): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: all }
spec:
${spec}`

const chart = {
  'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/shop/values.yaml': 'image: shop\ntag: "1"\n',
  'charts/shop/templates/pod.yaml': pod('{{ .Release.Name }}', '{{ .Values.image }}:{{ .Values.tag }}'),
}

const imagesOf = async (contents: Readonly<Record<string, string>>, own?: string): Promise<readonly string[]> =>
  (await deployed(contents, own)).images

describe.skipIf(!canDeploy)('an Application (skipped where helm or kubectl could not be fetched)', () => {
  test('renders a chart of the repository with its values, those written in it, and its parameters', async () => {
    const source = `source:
    repoURL: ${ours}.git
    path: charts/shop
    helm:
      releaseName: web
      valueFiles: [../../env/prod.yaml, /env/more.yaml]
      values: "image: ghcr.io/acme/shop"
      parameters: [{ name: tag, value: "1.10", forceString: true }]`
    const { images, ids, namespaces, gaps } = await deployed({
      ...chart,
      'env/prod.yaml': 'tag: "2"\n',
      'env/more.yaml': 'image: more\n',
      'apps/shop.yaml': application(source),
    })
    expect(images).toEqual([
      'ghcr.io/acme/shop:1.10 of Application argocd/shop in apps/shop.yaml',
      'shop:1 of charts/shop',
    ])
    expect(ids).toContain('argocd:apps/shop.yaml#Application/argocd/shop')
    expect(namespaces).toContain('prod')
    expect(gaps).toEqual([])
  })

  test.each([
    ['valuesObject wins over values', 'helm: { values: "tag: 3", valuesObject: { tag: "4" } }', 'shop:4'],
    ['a parameter may hold commas', 'helm: { parameters: [{ name: image, value: "a,b" }] }', 'a,b:1'],
    [
      'a missing values file may be ignored',
      'helm: { ignoreMissingValueFiles: true, valueFiles: [none.yaml] }',
      'shop:1',
    ],
  ])('%s', async (_, helm, image) => {
    const contents = { ...chart, 'app.yaml': application(`source: { repoURL: ${ours}, path: charts/shop, ${helm} }`) }
    expect(await imagesOf(contents)).toContain(`${image} of Application argocd/shop in app.yaml`)
  })

  test('takes a parameter for a list as Argo CD does', async () => {
    const helm = 'helm: { parameters: [{ name: tags, value: "{2,3}" }] }'
    const contents = {
      ...chart,
      'charts/shop/templates/pod.yaml': pod('a', 'shop:{{ last .Values.tags }}'),
      'charts/shop/values.yaml': 'tags: [1]\n',
      'app.yaml': application(`source: { repoURL: ${ours}, path: charts/shop, ${helm} }`),
    }
    expect(await imagesOf(contents)).toContain('shop:3 of Application argocd/shop in app.yaml')
  })

  test('takes several sources, and values files of a source that is named by $ref', async () => {
    const source = `sources:
    - { repoURL: https://charts.test, chart: redis, targetRevision: 20.1.0, helm: { valueFiles: [$values/env/redis.yaml, $other/x.yaml] } }
    - { repoURL: ${ours}, ref: values }
    - { repoURL: https://github.com/acme/other, ref: other }
    - { repoURL: ${ours}, path: plain }`
    const { images, gaps, fetched } = await deployed(
      { 'env/redis.yaml': 'image: cache:9\n', 'plain/pod.yaml': pod('a', 'plain:1'), 'app.yaml': application(source) },
      ours,
    )
    expect(fetched).toEqual([{ kind: 'repository', url: 'https://charts.test', name: 'redis', version: '20.1.0' }])
    expect(images).toEqual([
      'cache:9 of Application argocd/shop (1) in app.yaml',
      'plain:1 of Application argocd/shop (2) in app.yaml',
    ])
    expect(gaps).toEqual(['unresolved-source values-elsewhere: $other/x.yaml'])
  })

  test.each([
    ['oci://ghcr.io/acme/charts', 'oci', 'ghcr.io/acme/charts/redis'],
    ['registry-1.docker.io/bitnamicharts', 'oci', 'registry-1.docker.io/bitnamicharts/redis'],
  ])('finds a chart at %s', async (url, kind, repository) => {
    const source = `source: { repoURL: "${url}", chart: redis, targetRevision: 1.2.3 }`
    const { fetched } = await deployed({ 'app.yaml': application(source) })
    expect(fetched).toEqual([{ kind, repository, version: '1.2.3' }])
  })

  test('lays its images, patches and replicas over a kustomization, which is not checked by itself', async () => {
    const source = `source:
    repoURL: ${ours}
    path: overlay
    kustomize:
      images: ["web=ghcr.io/acme/web:2", "side:3", "pinned@sha256:${'a'.repeat(64)}"]
      patches:
        - target: { kind: Pod, name: c }
          patch: '[{ "op": "replace", "path": "/spec/containers/0/image", "value": "patched:1" }]'`
    const contents = {
      'overlay/kustomization.yaml': 'resources: [a.yaml, b.yaml, c.yaml, d.yaml]\n',
      'overlay/a.yaml': pod('a', 'web:1'),
      'overlay/b.yaml': pod('b', 'side:1'),
      'overlay/c.yaml': pod('c', 'other:1'),
      'overlay/d.yaml': pod('d', 'pinned:1'),
      'app.yaml': application(source),
    }
    expect(await imagesOf(contents)).toEqual([
      'ghcr.io/acme/web:2 of Application argocd/shop in app.yaml',
      'patched:1 of Application argocd/shop in app.yaml',
      `pinned@sha256:${'a'.repeat(64)} of Application argocd/shop in app.yaml`,
      'side:3 of Application argocd/shop in app.yaml',
    ])
  })

  test('applies the manifests of a folder, and of those below only where it says so', async () => {
    const files = { 'm/a.yaml': pod('a', 'a:1'), 'm/b/b.yaml': pod('b', 'b:1'), 'm/b/not.yaml': pod('n', 'n:1') }
    const from = (directory: string) => ({
      ...files,
      'app.yaml': application(`source: { repoURL: ${ours}, path: m${directory} }`),
    })
    expect(await imagesOf(from(''))).toEqual(['a:1 of Application argocd/shop in app.yaml', 'b:1 of m/b', 'n:1 of m/b'])
    expect(await imagesOf(from(', directory: { recurse: true, exclude: "b/not.yaml" }'))).toEqual([
      'a:1 of Application argocd/shop in app.yaml',
      'b:1 of Application argocd/shop in app.yaml',
      'n:1 of m/b',
    ])
  })

  test('of Applications, in a chart or a folder, is followed to its end', async () => {
    const contents = {
      'root.yaml': application(`source: { repoURL: ${ours}, path: apps }`, 'root'),
      'apps/Chart.yaml': 'apiVersion: v2\nname: apps\nversion: 1.0.0\n',
      'apps/templates/one.yaml': application(`source: { repoURL: ${ours}, path: deep }`, 'one'),
      'deep/two.yaml': application(`source: { repoURL: ${ours}, path: plain }`, 'two'),
      'plain/pod.yaml': pod('a', 'plain:1'),
    }
    const { images, ids } = await deployed(contents)
    expect(images).toEqual(['plain:1 of Application argocd/two in deep/two.yaml'])
    expect(ids).toContain('argocd:apps/templates/one.yaml#Application/argocd/one')
  })

  test('that applies itself comes to an end', async () => {
    const { images } = await deployed({
      'apps/self.yaml': application(`source: { repoURL: ${ours}, path: apps }`, 'self'),
      'apps/pod.yaml': pod('a', 'a:1'),
    })
    expect(images).toEqual(['a:1 of Application argocd/self in apps/self.yaml'])
  })

  test.each([
    [
      'another repository',
      `source: { repoURL: https://github.com/acme/other, path: plain }`,
      'remote-source: https://github.com/acme/other plain',
    ],
    ['a path that is not there', `source: { repoURL: ${ours}, path: nowhere }`, `path-missing: ${ours} nowhere`],
    [
      'a tag of the repository',
      `source: { repoURL: ${ours}, path: plain, targetRevision: v1.2.3 }`,
      `other-revision: ${ours} plain at v1.2.3`,
    ],
    [
      'a commit of the repository',
      `source: { repoURL: ${ours}, path: plain, targetRevision: ${'0af3'.repeat(10)} }`,
      `other-revision: ${ours} plain at ${'0af3'.repeat(10)}`,
    ],
    [
      'a plugin',
      `source: { repoURL: ${ours}, path: plain, plugin: { name: x } }`,
      `unsupported: ${ours}: a plugin of Argo CD renders it`,
    ],
    ['a chart that nobody gives', 'source: { repoURL: https://charts.test, chart: away }', 'remote-chart: no answer'],
  ])('of %s is unresolved, and says so', async (_, source, gap) => {
    const contents = { 'plain/pod.yaml': pod('a', 'a:1'), 'app.yaml': application(source) }
    expect((await deployed(contents, ours)).gaps).toEqual([`unresolved-source ${gap}`])
  })

  test('of a repository whose address says nothing is not said to lack what it names', async () => {
    const source = `sources:
    - { repoURL: https://charts.test, chart: redis, targetRevision: 20.1.0, helm: { valueFiles: [$values/env/redis.yaml] } }
    - { repoURL: ${ours}, ref: values }
    - { repoURL: ${ours}, path: nowhere }`
    const contents = { 'app.yaml': application(source) }
    expect((await deployed(contents, '/srv/mirror')).gaps).toEqual([
      `unresolved-source remote-source: ${ours} nowhere`,
      'unresolved-source values-elsewhere: $values/env/redis.yaml',
    ])
  })

  test('takes no values from a tag of the repository', async () => {
    const source = `sources:
    - { repoURL: https://charts.test, chart: redis, targetRevision: 20.1.0, helm: { valueFiles: [$values/env/redis.yaml] } }
    - { repoURL: ${ours}, ref: values, targetRevision: 1.0.0 }`
    const contents = { 'env/redis.yaml': 'image: cache:9\n', 'app.yaml': application(source) }
    expect((await deployed(contents, ours)).gaps).toEqual([
      'unresolved-source values-elsewhere: $values/env/redis.yaml',
    ])
  })

  test.each(['HEAD', 'main', 'release-1.2', 'feature/v2'])('takes %s for the state that is checked', async revision => {
    const contents = {
      'plain/pod.yaml': pod('a', 'a:1'),
      'app.yaml': application(`source: { repoURL: ${ours}, path: plain, targetRevision: ${revision} }`),
    }
    expect((await deployed(contents, ours)).gaps).toEqual([])
  })

  test('of a chart that does not exist does not render', async () => {
    const contents = { 'app.yaml': application('source: { repoURL: https://charts.test, chart: absent }') }
    expect((await deployed(contents)).gaps).toContain('render-failed chart-unavailable: no chart absent')
  })

  test('knows the repository by its name, as a fork or over SSH', async () => {
    const contents = {
      'plain/pod.yaml': pod('a', 'a:1'),
      'app.yaml': application(`source: { repoURL: "git@github.com:acme/gitops.git", path: plain }`),
    }
    expect((await deployed(contents, 'https://github.com/someone/gitops')).gaps).toEqual([])
  })
})

describe.skipIf(!canDeploy)('an ApplicationSet', () => {
  const template = (source: string) => `  template:
    metadata: { name: "x" }
    spec: { source: { repoURL: ${ours}, ${source} } }
`
  const folders = {
    'apps/a/pod.yaml': pod('a', 'a:1'),
    'apps/b/pod.yaml': pod('b', 'b:1'),
    'apps/old/pod.yaml': pod('o', 'o:1'),
  }

  test.each([
    ['a list', `  generators: [{ list: { elements: [{ app: a }, { app: b }] } }]\n${template('path: "apps/{{app}}"')}`],
    [
      'a list, as Go template',
      `  goTemplate: true\n  generators: [{ list: { elements: [{ app: a }, { app: b }] } }]\n${template('path: "apps/{{ .app }}"')}`,
    ],
    [
      'folders',
      `  generators: [{ git: { repoURL: ${ours}, directories: [{ path: "apps/*" }, { path: apps/old, exclude: true }] } }]\n${template('path: "{{path}}"')}`,
    ],
    [
      'folders, as Go template',
      `  goTemplate: true\n  generators: [{ git: { repoURL: ${ours}, directories: [{ path: "apps/*" }, { path: apps/old, exclude: true }] } }]\n${template('path: "apps/{{ .path.basename }}"')}`,
    ],
    [
      'folders by segment',
      `  generators: [{ git: { repoURL: ${ours}, directories: [{ path: "apps/a" }, { path: apps/b }] } }]\n${template('path: "{{path[0]}}/{{path.basename}}"')}`,
    ],
    [
      'folders by index',
      `  goTemplate: true\n  generators: [{ git: { repoURL: ${ours}, directories: [{ path: "apps/a" }, { path: apps/b }] } }]\n${template("path: 'apps/{{ index .path.segments 1 }}'")}`,
    ],
    [
      'files',
      `  generators: [{ git: { repoURL: ${ours}, files: [{ path: "config/*.json" }] } }]\n${template('path: "apps/{{app.name}}"')}`,
    ],
    [
      'a matrix',
      `  generators: [{ matrix: { generators: [{ list: { elements: [{ root: apps }] } }, { list: { elements: [{ app: a }, { app: b }] } }] } }]\n${template('path: "{{root}}/{{app}}"')}`,
    ],
    [
      'a matrix whose second part uses the first',
      `  goTemplate: true\n  generators: [{ matrix: { generators: [{ git: { repoURL: ${ours}, directories: [{ path: apps/a }, { path: apps/b }] } }, { git: { repoURL: ${ours}, files: [{ path: "config/{{ .path.basename }}.json" }] } }] } }]\n${template('path: "apps/{{ .app.name }}"')}`,
    ],
    [
      'a merge',
      `  generators: [{ merge: { mergeKeys: [app], generators: [{ list: { elements: [{ app: a, root: apps }, { app: b, root: none }] } }, { list: { elements: [{ app: b, root: apps }, { app: c, root: x }] } }] } }]\n${template('path: "{{root}}/{{app}}"')}`,
    ],
    [
      'what a selector lets through',
      `  generators: [{ list: { elements: [{ app: a }, { app: b }, { app: old }] }, selector: { matchExpressions: [{ key: app, operator: NotIn, values: [old] }] } }]\n${template('path: "apps/{{app}}"')}`,
    ],
    [
      'what labels select',
      `  generators: [{ list: { elements: [{ app: a, on: "y" }, { app: b, on: "y" }, { app: old, on: "n" }] }, selector: { matchLabels: { on: "y" } } }]\n${template('path: "apps/{{app}}"')}`,
    ],
    [
      'generators with templates of their own',
      `  generators: [{ list: { elements: [{ app: a }], template: { metadata: {}, spec: { source: { path: "apps/{{app}}" } } } } }, { list: { elements: [{ app: b }] } }]\n${template('path: apps/b')}`,
    ],
    [
      'folders with values that are made of their names',
      `  generators: [{ git: { repoURL: ${ours}, directories: [{ path: apps/a }, { path: apps/b }], values: { at: "apps/{{path.basename}}" } } }]\n${template('path: "{{values.at}}"')}`,
    ],
  ])('makes an Application for each of %s', async (_, spec) => {
    const contents = {
      ...folders,
      'config/a.json': '{"app":{"name":"a"}}',
      'config/b.json': '[{"app":{"name":"b"}}]',
      'set.yaml': applicationSet(spec),
    }
    const { images, gaps } = await deployed(contents, ours)
    expect(images.map(image => image.split(' of ')).filter(([, by]) => by?.startsWith('Application '))).toEqual([
      ['a:1', 'Application x in set.yaml'],
      ['b:1', 'Application x in set.yaml'],
    ])
    expect(gaps).toEqual([])
  })

  test.each([
    [
      'a generator that asks elsewhere',
      `  generators: [{ clusters: {} }]\n${template('path: apps/a')}`,
      'clusters generator',
    ],
    [
      'folders of another repository',
      `  generators: [{ git: { repoURL: "https://github.com/acme/other", directories: [{ path: "*" }] } }]\n${template('path: "{{path}}"')}`,
      'git generator over https://github.com/acme/other',
    ],
    [
      'folders of a tag',
      `  generators: [{ git: { repoURL: ${ours}, revision: v1.0.0, directories: [{ path: "*" }] } }]\n${template('path: "{{path}}"')}`,
      `git generator over ${ours} v1.0.0`,
    ],
    [
      'generators that match nothing',
      `  generators: [{ git: { repoURL: ${ours}, directories: [{ path: "none/*" }] } }]\n${template('path: "{{path}}"')}`,
      'its generators match nothing here',
    ],
    [
      'a matrix with clusters',
      `  generators: [{ matrix: { generators: [{ list: { elements: [{ a: 1 }, { a: 2 }] } }, { clusters: {} }] } }]\n${template('path: "{{name}}"')}`,
      'clusters generator',
    ],
    [
      'a template beyond fields',
      `  goTemplate: true\n  generators: [{ list: { elements: [{ app: a }] } }]\n${template("path: 'apps/{{ if .app }}a{{ end }}'")}`,
      '{{ if .app }}',
    ],
    [
      'a patch of the template',
      `  templatePatch: x\n  generators: [{ list: { elements: [{ app: a }] } }]\n${template('path: apps/a')}`,
      'templatePatch',
    ],
  ])('with %s is unresolved, and says so', async (_, spec, detail) => {
    const { gaps } = await deployed({ ...folders, 'set.yaml': applicationSet(spec) }, ours)
    expect(gaps).toEqual([`unresolved-source generated-elsewhere: ${detail}`])
  })
})
