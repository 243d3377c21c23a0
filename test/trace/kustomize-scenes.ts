import type { Expected } from './expected.ts'

const pod = (name: string, ...images: readonly string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n${images
    .map((image, index) => `    - name: c${index}\n      image: ${image}\n`)
    .join('')}`

const digest = `sha256:${'a'.repeat(64)}`

/** Each way in which a kustomization gives an image. */
export const kustomizeScenes: Readonly<Record<string, Expected>> = {
  'a tag of images, over a base': {
    files: {
      'base/pod.yaml': pod('web', 'nginx:1.27', 'redis:7'),
      'base/kustomization.yaml': 'resources: [pod.yaml]\n',
      'prod/kustomization.yaml': 'resources:\n  - ../base\nimages:\n  - name: nginx\n    newTag: "1.28" # soon\n',
    },
    places: [
      'nginx:1.28 → prod/kustomization.yaml:5 images[0].newTag exact',
      'redis:7 → base/pod.yaml:10 spec.containers[1].image exact',
    ],
  },
  'a name of images, then a tag over that name': {
    files: {
      'base/pod.yaml': pod('web', 'web'),
      'base/kustomization.yaml':
        'resources: [pod.yaml]\nimages: [{name: web, newName: ghcr.io/acme/web, newTag: "1.0"}]\n',
      'prod/kustomization.yaml': `resources: [../base]\nimages:\n- name: ghcr.io/acme/web\n  newTag: 2.0.1\n`,
    },
    places: ['ghcr.io/acme/web:2.0.1 → prod/kustomization.yaml:4 images[0].newTag exact'],
  },
  'a digest of images': {
    files: {
      'pod.yaml': pod('web', 'nginx:1.27'),
      'kustomization.yaml': `resources: [pod.yaml]\nimages:\n- {name: nginx, newName: acme/nginx, digest: '${digest}'}\n`,
    },
    places: [`acme/nginx@${digest} → kustomization.yaml:3 images[0].digest exact`],
  },
  'patches in text, as files and in JSON': {
    files: {
      'pod.yaml': `${pod('web', 'a:1', 'b:1', 'c:1')}---\n${pod('job', 'd:1')}`,
      'b.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: c1, image: b:2}\n',
      'd.json': '[\n  {"op": "replace", "path": "/spec/containers/0/image", "value": "d:2"}\n]\n',
      'kustomization.yaml': `resources: [pod.yaml]
patches:
- patch: |-
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec:
      containers:
      - name: c0
        image: "a:2"
- path: b.yaml
- target: {kind: Pod, name: web}
  patch: '[{"op": "replace", "path": "/spec/containers/2/image", "value": "c:2"}]'
- target: {name: job}
  path: d.json
`,
    },
    places: [
      'a:2 → kustomization.yaml:10 patches[0].patch.spec.containers[0].image exact',
      'b:2 → b.yaml:6 spec.containers[0].image exact',
      'c:2 → kustomization.yaml:13 patches[2].patch[0].value exact',
      'd:2 → d.json:2 [0].value exact',
    ],
  },
  'a replacement from a generated ConfigMap': {
    files: {
      'pod.yaml': pod('web', 'ghcr.io/acme/web:none', 'ghcr.io/acme/api:none'),
      'tags.env': '# tags\nAPI=3.3.3\n',
      'kustomization.yaml': `resources: [pod.yaml]
configMapGenerator:
- name: tags
  literals: [WEB=2.2.2]
  envs: [tags.env]
replacements:
- source: {kind: ConfigMap, name: tags, fieldPath: data.WEB}
  targets:
  - select: {kind: Pod, name: web}
    fieldPaths: [spec.containers.0.image]
    options: {delimiter: ':', index: 1}
- source: {kind: ConfigMap, name: tags, fieldPath: data.API}
  targets:
  - select: {kind: Pod, name: web}
    fieldPaths: [spec.containers.1.image]
    options: {delimiter: ':', index: 1}
`,
    },
    places: [
      'ghcr.io/acme/api:3.3.3 → tags.env:2 API exact',
      'ghcr.io/acme/web:2.2.2 → kustomization.yaml:4 configMapGenerator[0].literals[0].WEB exact',
    ],
  },
  'a component, a transformer, names that are like images': {
    files: {
      'base/redis.yaml': pod('redis', 'redis:7').replace('name: redis', 'name: redis\n  labels: {version: "7"}'),
      'base/kustomization.yaml': 'resources: [redis.yaml]\n',
      'parts/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
- target: {kind: Pod, labelSelector: version=7}
  patch: |
    - op: add
      path: /spec/containers/-
      value: {name: exporter, image: 'oliver006/redis_exporter:v1'}
`,
      'prod/tags.yaml': `apiVersion: builtin
kind: ImageTagTransformer
metadata: {name: tags}
imageTag:
  name: oliver006/redis_exporter
  newTag: v1.2
`,
      'prod/kustomization.yaml': 'resources: [../base]\ncomponents: [../parts]\ntransformers: [tags.yaml]\n',
    },
    places: [
      'oliver006/redis_exporter:v1.2 → prod/tags.yaml:6 imageTag.newTag exact',
      'redis:7 → base/redis.yaml:9 spec.containers[0].image exact',
    ],
  },
  'files that are no text': {
    files: {
      'pod.yaml': pod('web', 'acme/web:1'),
      'data.bin': '\u0000\u0001',
      'kustomization.yaml': 'resources: [pod.yaml]\nconfigMapGenerator: [{name: a, files: [data.bin]}]\n',
    },
    places: ['acme/web:1 → pod.yaml:8 spec.containers[0].image exact'],
  },
  'no tag at all': {
    files: { 'pod.yaml': pod('web', 'acme/web'), 'kustomization.yaml': 'resources: [pod.yaml]\nnamePrefix: a-\n' },
    places: ['acme/web → pod.yaml:8 spec.containers[0].image exact'],
  },
  'a test in a patch, which marks break': {
    files: {
      'pod.yaml': pod('web', 'acme/web:1'),
      'kustomization.yaml': `resources: [pod.yaml]
patches:
- target: {name: web}
  patch: |-
    - {op: test, path: /spec/containers/0/image, value: "acme/web:1"}
    - {op: replace, path: /spec/containers/0/image, value: "acme/web:2"}
`,
    },
    places: ['acme/web:2 → kustomization.yaml:  file'],
  },
}
