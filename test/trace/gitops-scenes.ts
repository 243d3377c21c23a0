import type { Expected } from './expected.ts'

const image = '{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}'
const pod = (name: string, ...images: readonly string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n${images
    .map((text, index) => `    - name: c${index}\n      image: ${text}\n`)
    .join('')}`

/** The chart of all scenes, which lies elsewhere. */
export const chartFiles = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: "7.0"\n',
  'values.yaml': 'image: {repository: acme/shop, tag: ""}\njobs: []\n',
  'templates/pod.yaml': pod('shop', image),
  'templates/jobs.yaml': `{{ range $i, $j := .Values.jobs }}---\n${pod('job-{{ $i }}', '{{ $j.image }}')}{{ end }}`,
}

const repository =
  'apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: {name: shop}\nspec: {url: oci://charts.test/shop, ref: {tag: 1.0.0}}\n'

const release = (spec: string): string => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop}
spec:
  chartRef: {kind: OCIRepository, name: shop}
${spec}`

const values = '  values:\n    image:\n      repository: ghcr.io/acme/shop\n      tag: "9.1"\n'

const application = (source: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop}
spec:
  source:
    repoURL: https://github.com/acme/gitops
    path: shop
${source}`

const localChart = Object.fromEntries(Object.entries(chartFiles).map(([path, text]) => [`shop/${path}`, text]))

const kustomization = (spec: string): string => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  sourceRef: {kind: GitRepository, name: flux-system}
  path: ./apps
${spec}`

/** Each way in which objects of Argo CD and Flux give an image. */
export const gitopsScenes: Readonly<Record<string, Expected>> = {
  'values of a HelmRelease, with a list, beside another document': {
    files: {
      'release.yaml': `${repository}---\n${release(`${values}    jobs:\n      - {image: 'acme/a:1'}\n      - image: acme/b:2\n`)}`,
    },
    places: [
      'acme/a:1 → release.yaml:16 spec.values.jobs[0].image exact',
      'acme/b:2 → release.yaml:17 spec.values.jobs[1].image exact',
      'ghcr.io/acme/shop:9.1 → release.yaml:14 spec.values.image.tag exact',
    ],
  },
  'a chart elsewhere, by the configuration': {
    files: {
      'prod.yaml': 'image: {repository: acme/prod}\n',
      'will-it-pull.yaml':
        'sources:\n  - chart: oci://charts.test/shop:1.0.0\n    values: [prod.yaml]\n    set: {image.tag: "9.4"}\n',
    },
    request: { paths: [] },
    places: ['acme/prod:9.4 → will-it-pull.yaml:4 sources[0].set["image.tag"] exact'],
  },
  'values from ConfigMaps, under the same text in spec.values': {
    files: {
      'release.yaml': `${repository}---\n${release(`  valuesFrom:\n    - {kind: ConfigMap, name: first}\n    - {kind: ConfigMap, name: second, valuesKey: tag, targetPath: image.tag}\n  values: {image: {tag: "9.1"}}\n`)}`,
      'maps.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: first}\ndata:\n  values.yaml: |\n    # of all\n    image:\n      repository: ghcr.io/acme/shop # the shop\n      tag: "9.1"\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: second}\ndata: {tag: "9.1"}\n',
    },
    places: ['ghcr.io/acme/shop:9.1 → maps.yaml:14 data.tag exact'],
  },
  'values from a ConfigMap alone': {
    files: {
      'release.yaml': `${repository}---\n${release(`  valuesFrom:\n    - {kind: ConfigMap, name: first}\n`)}`,
      'maps.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: first}\ndata:\n  values.yaml: |\n    # of all\n    image:\n      repository: ghcr.io/acme/shop # the shop\n      tag: "9.1"\n',
    },
    places: ['ghcr.io/acme/shop:9.1 → maps.yaml:9 data["values.yaml"].image.tag exact'],
  },
  'a HelmRelease of a base, with a patch': {
    files: {
      'base/repository.yaml': repository,
      'base/release.yaml': release(values),
      'base/kustomization.yaml': 'resources: [repository.yaml, release.yaml]\n',
      'prod/kustomization.yaml':
        'resources: [../base]\npatches:\n- target: {kind: HelmRelease}\n  patch: |\n    - {op: replace, path: /spec/values/image/tag, value: "9.2"}\n',
      'test/kustomization.yaml': 'resources: [../base]\nnameSuffix: -test\npatches: [{path: patch.yaml}]\n',
      'test/patch.yaml': release('  values: {image: {repository: acme/test}}\n'),
    },
    places: [
      'acme/test:9.1 → base/release.yaml:9 spec.values.image.tag exact',
      'ghcr.io/acme/shop:9.2 → prod/kustomization.yaml:5 patches[0].patch[0].value exact',
    ],
  },
  'a HelmRelease and its ConfigMap, by a Flux Kustomization': {
    files: {
      'clusters/apps.yaml': kustomization('  postBuild: {substitute: {TAG: "9.3"}}\n'),
      'apps/release.yaml': `${repository}---\n${release('  valuesFrom: [{kind: ConfigMap, name: first}]\n  values: {jobs: [{image: "acme/job:${TAG}"}]}\n')}`,
      'apps/map.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: first}\ndata:\n  values.yaml: |\n    image:\n      repository: ghcr.io/acme/shop\n      tag: "9.1"\n',
      'apps/kustomization.yaml': 'resources: [release.yaml, map.yaml]\n',
    },
    places: [
      'acme/job:9.3 → apps/release.yaml:5  file',
      'ghcr.io/acme/shop:9.1 → apps/map.yaml:8 data["values.yaml"].image.tag exact',
    ],
  },
  'a HelmRelease over which a Flux Kustomization lays patches': {
    files: {
      'clusters/apps.yaml': kustomization(
        '  patches:\n    - target: {kind: HelmRelease}\n      patch: |\n        - {op: add, path: /spec/interval, value: 1h}\n        - {op: replace, path: /spec/values/image/repository, value: acme/patched}\n',
      ),
      'apps/release.yaml': `${repository}---\n${release(values)}`,
      'apps/kustomization.yaml': 'resources: [release.yaml]\n',
    },
    places: ['acme/patched:9.1 → apps/release.yaml:14 spec.values.image.tag exact'],
  },
  'images, patches and variables of a Flux Kustomization': {
    files: {
      'clusters/apps.yaml': kustomization(
        `  images:\n    - {name: acme/web, newTag: "2.0"}\n  patches:\n    - target: {kind: Pod, name: api}\n      patch: |\n        - op: replace\n          path: /spec/containers/0/image\n          value: acme/api:3.0\n  postBuild:\n    substitute:\n      TAG: "4.0"\n    substituteFrom:\n      - {kind: ConfigMap, name: vars}\n`,
      ),
      'clusters/vars.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars, namespace: flux-system}\ndata:\n  JOB: acme/job:5.0\n',
      'apps/pods.yaml': ['web', 'api', 'old']
        .map(name => pod(name, `acme/${name}:1.0`))
        .concat(pod('var', 'acme/var:${TAG}', '${JOB}'))
        .join('---\n'),
    },
    places: [
      'acme/api:3.0 → clusters/apps.yaml:14 spec.patches[0].patch[0].value exact',
      'acme/job:5.0 → clusters/vars.yaml:5 data.JOB exact',
      'acme/old:1.0 → apps/pods.yaml:26 spec.containers[0].image exact',
      'acme/var:4.0 → clusters/apps.yaml:17 spec.postBuild.substitute.TAG exact',
      'acme/web:2.0 → clusters/apps.yaml:8 spec.images[0].newTag exact',
    ],
  },
  'an image of a Flux Kustomization that has the very text that stands below': {
    files: {
      'clusters/apps.yaml': kustomization('  images:\n    - {name: acme/web, newTag: "1.0"}\n'),
      'apps/pods.yaml': pod('web', 'acme/web:1.0'),
      'apps/kustomization.yaml': 'resources: [pods.yaml]\n',
    },
    places: ['acme/web:1.0 → clusters/apps.yaml:8 spec.images[0].newTag exact'],
  },
  'what a HelmRelease lays over its chart': {
    files: {
      'release.yaml': `${repository}---\n${release(`${values}    jobs: [{image: 'acme/a:1'}]\n  postRenderers:\n    - kustomize:\n        images:\n          - {name: ghcr.io/acme/shop, newName: registry.test/shop, newTag: "9.9"}\n`)}`,
    },
    places: [
      'acme/a:1 → release.yaml:15 spec.values.jobs[0].image exact',
      'registry.test/shop:9.9 → release.yaml:19 spec.postRenderers[0].kustomize.images[0].newTag exact',
    ],
  },
  'the values of an Application': {
    files: {
      ...localChart,
      'app.yaml': application(
        '    helm:\n      values: |\n        image:\n          tag: "3.0"\n      parameters:\n        - {name: image.repository, value: acme/other}\n        - name: "jobs[0].image"\n          value: acme/job:1\n          forceString: true\n',
      ),
    },
    places: [
      'acme/job:1 → app.yaml:15 spec.source.helm.parameters[1].value exact',
      'acme/other:3.0 → app.yaml:11 spec.source.helm.values.image.tag exact',
      'acme/shop:7.0 → shop/Chart.yaml:4 appVersion exact',
    ],
  },
  'the object of values of an Application, with a values file': {
    files: {
      ...localChart,
      'env/prod.yaml': 'image: {repository: acme/prod, tag: "1"}\n',
      'app.yaml': application(
        '    helm:\n      valueFiles: [../env/prod.yaml]\n      valuesObject:\n        image:\n          tag: "3.0"\n',
      ),
    },
    places: [
      'acme/prod:3.0 → app.yaml:12 spec.source.helm.valuesObject.image.tag exact',
      'acme/shop:7.0 → shop/Chart.yaml:4 appVersion exact',
    ],
  },
  'the images of an Application': {
    files: {
      'shop/pods.yaml': `${pod('web', 'web')}---\n${pod('old', 'acme/old:1')}`,
      'shop/kustomization.yaml': 'resources: [pods.yaml]\n',
      'app.yaml': application(
        '    kustomize:\n      images:\n        - web=acme/web:1.2 # now\n        - acme/none:1\n      namePrefix: a-\n',
      ),
    },
    places: [
      'acme/old:1 → shop/pods.yaml:17 spec.containers[0].image exact',
      'acme/web:1.2 → app.yaml:10 spec.source.kustomize.images[0] exact',
    ],
  },
}
