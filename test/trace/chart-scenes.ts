import type { Expected } from './expected.ts'

const chartYaml = 'apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: "7.1"\n'
const pod = (name: string, ...images: readonly string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers:\n${images
    .map((image, index) => `    - name: c${index}\n      image: ${image}\n`)
    .join('')}`

/** Each way in which a chart gives an image. */
export const chartScenes: Readonly<Record<string, Expected>> = {
  'values in parts, with a decoy, and a literal': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml':
        'decoy: {tag: "1.2"}\nimage:\n  registry: ghcr.io\n  repository: acme/web\n  tag: "1.2" # now\n',
      'shop/templates/web.yaml': pod(
        'web',
        '{{ $i := .Values.image }}"{{ $i.registry }}/{{ $i.repository }}:{{ $i.tag }}"',
        'busybox:1.36',
      ),
    },
    places: [
      'busybox:1.36 → shop/templates/web.yaml:9  template',
      'ghcr.io/acme/web:1.2 → shop/values.yaml:5 image.tag exact',
    ],
  },
  'the last of several values files, a subchart, globals': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml': 'global: {registry: ghcr.io}\nweb: {tag: "1"}\ndb:\n  image:\n    tag: "9.9"\n',
      'a.yaml': 'web: {tag: 2.0.0}\n',
      'b.yaml': 'web: {tag: 2.0.1}\n',
      'shop/templates/web.yaml': pod('web', '{{ .Values.global.registry }}/acme/web:{{ .Values.web.tag }}'),
      'shop/charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
      'shop/charts/db/values.yaml': 'image:\n  name: acme/db\n  tag: "9.8"\n',
      'shop/charts/db/templates/db.yaml': pod('db', '{{ .Values.image.name }}:{{ .Values.image.tag }}'),
    },
    request: { paths: ['shop'], chart: { values: ['a.yaml', 'b.yaml'], set: [], apiVersions: [] } },
    places: ['acme/db:9.9 → shop/values.yaml:5 db.image.tag exact', 'ghcr.io/acme/web:2.0.1 → b.yaml:1 web.tag exact'],
  },
  'an anchor, a list, keys with dots, CRLF': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml':
        'x: &t "3.1"\r\njobs:\r\n  - {name: a, tag: *t}\r\n  - {name: b, tag: "3.2"}\r\nby.name:\r\n  web.image: acme/c:4\r\n',
      'shop/templates/jobs.yaml': `{{ range .Values.jobs }}---\n${pod('{{ .name }}', 'acme/{{ .name }}:{{ .tag }}')}{{ end }}`,
      'shop/templates/c.yaml': pod('c', '{{ index .Values "by.name" "web.image" }}'),
    },
    places: [
      'acme/a:3.1 → shop/values.yaml:1 jobs[0].tag exact',
      'acme/b:3.2 → shop/values.yaml:4 jobs[1].tag exact',
      'acme/c:4 → shop/values.yaml:6 ["by.name"]["web.image"] exact',
    ],
  },
  'merge keys, text over several lines and escapes': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml': `base: &b {name: acme/web, tag: "1.4"}
one:
  <<: *b
two:
  <<: [*b]
  tag: '1.5'
block:
  name: >-
    acme/block
  tag: |-
    1.6
escaped: {name: "acme\\x2fescaped", tag: "1.\\u0037"}
`,
      ...Object.fromEntries(
        ['one', 'two', 'block', 'escaped'].map(name => [
          `shop/templates/${name}.yaml`,
          pod(name, `{{ .Values.${name}.name }}:{{ .Values.${name}.tag }}`),
        ]),
      ),
    },
    places: [
      'acme/block:1.6 → shop/values.yaml:11 block.tag exact',
      'acme/escaped:1.7 → shop/templates/escaped.yaml:  file',
      'acme/web:1.4 → shop/values.yaml:1 one.tag exact',
      'acme/web:1.5 → shop/values.yaml:6 two.tag exact',
    ],
  },
  'the appVersion, and a tag in pieces': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml': 'repository: acme/web\ntag: ""\nversion: "5.5"\nvariant: alpine\n',
      'shop/templates/web.yaml': pod(
        'web',
        '{{ .Values.repository }}:{{ .Values.tag | default .Chart.AppVersion }}',
        'acme/tool:{{ .Values.version }}-{{ .Values.variant }}',
      ),
    },
    places: [
      'acme/tool:5.5-alpine → shop/values.yaml:4 variant exact',
      'acme/web:7.1 → shop/Chart.yaml:4 appVersion exact',
    ],
  },
  'an environment variable that is an image, and an argument': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml': 'worker: ghcr.io/acme/worker:1.4\nimage: acme/op:1\nhelper: quay.io/acme/helper:v2\n',
      'shop/templates/op.yaml': `${pod('op', '{{ .Values.image }}')}      env: [{name: WORKER_IMAGE, value: '{{ .Values.worker }}'}]\n      args: ['--helper-image={{ .Values.helper }}']\n`,
    },
    request: { checkImageLike: true },
    places: [
      'acme/op:1 → shop/values.yaml:2 image exact',
      'ghcr.io/acme/worker:1.4 → shop/values.yaml:1 worker exact',
      'quay.io/acme/helper:v2 → shop/values.yaml:3 helper exact',
    ],
  },
  'a custom resource that is known by the configuration, whole and in parts': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml': 'image: ghcr.io/acme/shop:1\nweb:\n  name: acme/web\n  tag: "1.4"\n',
      'shop/templates/shop.yaml':
        'apiVersion: acme.io/v1\nkind: Shop\nmetadata: {name: shop}\nspec:\n  image: {{ .Values.image }}\n  web: {name: {{ .Values.web.name }}, tag: {{ .Values.web.tag | quote }}}\n',
    },
    request: {
      customResources: [
        {
          group: 'acme.io',
          kinds: ['Shop'],
          images: ['spec.image'],
          composed: [{ at: 'spec.web', repository: 'name', tag: 'tag' }],
        },
      ],
    },
    places: ['acme/web:1.4 → shop/values.yaml:4 web.tag exact', 'ghcr.io/acme/shop:1 → shop/values.yaml:1 image exact'],
  },
  'a value that the command sets': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml': 'image: {name: acme/web, tag: "1.2"}\n',
      'shop/templates/web.yaml': pod('web', '{{ .Values.image.name }}:{{ .Values.image.tag }}'),
    },
    request: {
      paths: ['shop'],
      chart: { values: [], set: ['a=b,image.tag=1.2'], setAt: [{ spelled: '--set' }], apiVersions: [] },
    },
    places: ['acme/web:1.2 → shop/templates/web.yaml:  file, --set image.tag=…'],
  },
  'a part that the command sets, within a list and over a map': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml':
        'image: {name: acme/web, tag: "1.2"}\njobs: [{name: acme/job, tag: "1"}, {name: acme/job, tag: "1"}]\n',
      'shop/templates/web.yaml': pod('web', '{{ .Values.image.name }}:{{ .Values.image.tag }}'),
      'shop/templates/job.yaml': pod('job', '{{ (index .Values.jobs 0).name }}:{{ (index .Values.jobs 0).tag }}'),
    },
    request: {
      paths: ['shop'],
      chart: {
        values: [],
        set: ['jobs[0].tag=1,jobs[0].name=acme/job', 'image.name=acme/other'],
        setAt: [{ spelled: 'set' }, { spelled: 'set' }],
        apiVersions: [],
      },
    },
    places: [
      'acme/job:1 → shop/templates/job.yaml:  file, set jobs[0].tag=…',
      'acme/other:1.2 → shop/values.yaml:1 image.tag exact',
    ],
  },
  'values that the configuration sets': {
    files: {
      'shop/Chart.yaml': chartYaml,
      'shop/values.yaml':
        'image: {name: acme/web, tag: "1.2"}\njobs: [{image: acme/job:0}]\nby.name: {tag: "0"}\ntools: []\n',
      'shop/templates/web.yaml': pod('web', '{{ .Values.image.name }}:{{ .Values.image.tag }}'),
      'shop/templates/job.yaml': pod('job', '{{ (index .Values.jobs 0).image }}'),
      'shop/templates/dot.yaml': pod('dot', 'acme/dot:{{ index .Values "by.name" "tag" }}'),
      'shop/templates/tools.yaml': '{{ range $i, $t := .Values.tools }}---\n'.concat(
        pod('tool-{{ $i }}', 'acme/{{ $t }}'),
        '{{ end }}',
      ),
      'will-it-pull.yaml': `# the shop
sources:
  - manifests: none.yaml
  - chart: shop
    set:
      image.tag: 1.20 # now
      jobs[0].image: 'acme/job:1'
      by\\.name.tag: "3"
      tools: "{hammer:1,saw:2}"
`,
      'none.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n',
    },
    request: { paths: [] },
    places: [
      'acme/dot:3 → will-it-pull.yaml:8 sources[1].set["by\\\\.name.tag"] exact',
      'acme/hammer:1 → will-it-pull.yaml:9 sources[1].set.tools exact',
      'acme/job:1 → will-it-pull.yaml:7 sources[1].set["jobs[0].image"] exact',
      'acme/saw:2 → will-it-pull.yaml:9 sources[1].set.tools exact',
      'acme/web:1.20 → will-it-pull.yaml:6 sources[1].set["image.tag"] exact',
    ],
  },
  'values files outside of the chart, and a configuration that sets the text of a value': {
    files: {
      'charts/shop/Chart.yaml': chartYaml,
      'charts/shop/values.yaml': 'image: {registry: ghcr.io, name: acme/web, tag: "1.2"}\n',
      'charts/shop/templates/web.yaml': pod(
        'web',
        '{{ .Values.image.registry }}/{{ .Values.image.name }}:{{ .Values.image.tag }}',
      ),
      'env/prod.yaml': 'image:\n  name: acme/web\n',
      'will-it-pull.yaml':
        'sources:\n- chart: charts/shop\n  values: [env/prod.yaml]\n  set: {image.tag: "1.2", other: a}\n',
    },
    request: { paths: [] },
    places: ['ghcr.io/acme/web:1.2 → will-it-pull.yaml:4 sources[0].set["image.tag"] exact'],
  },
}

/** Each way in which a plain manifest has an image. */
export const manifestScenes: Readonly<Record<string, Expected>> = {
  'quotes, blocks, anchors, JSON and a List': {
    files: {
      'a.yaml': `${pod('a', '"nginx:1.27"', '>-\n        redis:7')}---\n${pod('b', '&i busybox:1', '*i')}`,
      'b.json':
        '{"apiVersion": "v1", "kind": "List", "items": [\n{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "c"}, "spec": {"containers": [{"name": "m", "image": "memcached:1"}]}}\n]}\n',
    },
    places: [
      'busybox:1 → a.yaml:18 spec.containers[0].image exact',
      'busybox:1 → a.yaml:18 spec.containers[1].image exact',
      'memcached:1 → b.json:2 items[0].spec.containers[0].image exact',
      'nginx:1.27 → a.yaml:7 spec.containers[0].image exact',
      'redis:7 → a.yaml:10 spec.containers[1].image exact',
    ],
  },
}
