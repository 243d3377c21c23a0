import { describe, expect, test } from 'vitest'
import { readConfigFile } from './config-file.ts'

const read = (text: string) => readConfigFile({ path: 'will-it-pull.yaml', folder: '.', text })

function problems(text: string): readonly string[] {
  const result = read(text)
  return result.kind === 'wrong' ? result.problems.map(({ where, why }) => `${where} ${why}`) : []
}

const at = (place: string, why: string) => [`will-it-pull.yaml:${place} ${why}`]

const allKeys =
  'sources, exclude, environments, pull-secrets, rules, ignore, allowed-registries, on-unknown, fail-on, depth, image-like-strings, custom-resources, large-image-bytes'

describe('a file that is right', () => {
  test.each([
    ['the whole of it', whole()],
    ['an empty one', ''],
    ['one of comments alone', '# depth: blobs\n'],
    ['one that says null', '---\nnull\n'],
    ['with a byte order mark and Windows line ends', '\uFEFFdepth: blobs\r\nfail-on: all\r\n'],
    ['with an anchor and its alias', 'exclude: &all [a]\nallowed-registries: *all\n'],
    ['with `off` unquoted, which is text', 'rules: { large-image: off }'],
    ['with `off` unquoted below a directive of YAML 1.1', '%YAML 1.1\n---\nrules: { large-image: off }'],
    ['with a date unquoted and quoted', 'ignore: [{ image: a, reason: b, expires: 2027-01-31 }]'],
    ['with numbers, booleans and null to set', 'sources: [{ chart: a, set: { a: 1.10, b: true, c: null, d: "x" } }]'],
    ['with a size in bytes', 'large-image-bytes: 1000000'],
    ['with registries of any form', 'allowed-registries: [docker.io, "registry.local:5000/a/b", "[::1]:5000"]'],
  ])('%s', (_, text) => {
    expect(problems(text)).toEqual([])
    expect(read(text).kind).toBe('config')
  })
})

describe('a file that is wrong is told by line, with the nearest valid name', () => {
  test.each([
    // keys
    ['depht: blobs', '1:1', '`depht` is no key of the configuration; did you mean `depth`?'],
    ['failOn: all', '1:1', '`failOn` is no key of the configuration; did you mean `fail-on`?'],
    ['pull_secrets: []', '1:1', '`pull_secrets` is no key of the configuration; did you mean `pull-secrets`?'],
    ['banana: 1', '1:1', `\`banana\` is no key of the configuration; it has ${allKeys}`],
    ['1: x', '1:1', `\`1\` is no key of the configuration; it has ${allKeys}`],
    ['<<: { depth: blobs }', '1:1', `\`<<\` is no key of the configuration; it has ${allKeys}`],
    ['__proto__: { depth: blobs }', '1:1', `\`__proto__\` is no key of the configuration; it has ${allKeys}`],
    ['"\\e[31mred": 1', '1:2', `\` [31mred\` is no key of the configuration; it has ${allKeys}`],
    ['platforms: [a/b]', '1:1', '`platforms` is no key of the configuration: it stands in an entry of `environments`'],
    ['set: {}', '1:1', '`set` is no key of the configuration: it stands in an entry of `sources`, beside its `chart`'],
    ['paths: [a]', '1:1', '`paths` is no key of the configuration: what is checked stands under `sources`'],
    ['timeout: 5m', '1:1', '`timeout` is no key of the configuration: it is a flag and an input alone'],
    // values
    ['depth: blob', '1:8', '`depth` is `blob`, which is none of manifest, blobs; did you mean `blobs`?'],
    ['depth: "layers"', '1:9', '`depth` is `layers`, which is none of manifest, blobs'],
    ['depth:', '1:1', '`depth` has no value: write one of manifest, blobs'],
    ['on-unknown: true', '1:13', '`on-unknown` must be one of warn, fail'],
    ['fail-on: nwe', '1:10', '`fail-on` is `nwe`, which is none of new, all; did you mean `new`?'],
    ['exclude:', '1:1', '`exclude` has no value: give it one, or remove the key'],
    ['exclude: a/**', '1:10', '`exclude` must be a list: write `[a/**]`'],
    ['exclude: [a, 1]', '1:14', '`exclude[1]` must be text, and YAML reads `1` as a number: write it in quotes'],
    ['exclude: [""]', '1:12', '`exclude[0]` must not be empty'],
    ['exclude: [[a]]', '1:11', '`exclude[0]` must be text, not a list'],
    ['exclude: { a: b }', '1:10', '`exclude` must be a list'],
    ['large-image-bytes: [1]', '1:20', '`large-image-bytes` must be a size like `2GiB`'],
    [
      'allowed-registries: ["https://quay.io"]',
      '1:23',
      '`allowed-registries[0]` must be a registry or a path below one, like `ghcr.io/acme`, without a scheme or `*`',
    ],
    [
      'allowed-registries: ["*.gcr.io"]',
      '1:23',
      '`allowed-registries[0]` must be a registry or a path below one, like `ghcr.io/acme`, without a scheme or `*`',
    ],
    // rules
    ['rules: { latest-tga: error }', '1:10', '`latest-tga` is no finding code; did you mean `latest-tag`?'],
    ['rules: { nothing: error }', '1:10', '`nothing` is no finding code'],
    ['rules:\n  latest-tag: false', '2:15', '`latest-tag` is `false`, which YAML reads as a boolean: write `off`'],
    [
      'rules: { latest-tag: warn }',
      '1:22',
      '`latest-tag` is `warn`, which is none of error, warning, notice, off; did you mean `warning`?',
    ],
    ['rules: [latest-tag]', '1:8', '`rules` must be a map of keys and values'],
    // sources
    [
      'sources: []',
      '1:10',
      '`sources` must have an entry, or be removed: without it, the paths of the call are searched',
    ],
    ['sources: charts/shop', '1:10', '`sources` must be a list'],
    ['sources: [a]', '1:11', '`sources[0]` must be a map, with one of chart, kustomize, manifests'],
    [
      'sources:\n  - chrat: a',
      '2:5',
      'a source has one of chart, kustomize, manifests, and this has none; did you mean `chart`?',
    ],
    [
      'sources:\n  - chart: a\n    kustomize: b',
      '2:5',
      'a source has one of chart, kustomize, manifests: this has `chart` and `kustomize`',
    ],
    ['sources:\n  - chart: a\n    valeus: [b]', '3:5', '`valeus` is no key of a chart; did you mean `values`?'],
    ['sources:\n  - kustomize: a\n    values: [b]', '3:5', '`values` is no key of a kustomization; it has kustomize'],
    ['sources:\n  - chart: a\n    values: b.yaml', '3:13', '`values` must be a list: write `[b.yaml]`'],
    ['sources:\n  - chart: a\n    set: { b: [1] }', '3:15', '`b` must be one value, not a list or a map'],
    [
      'sources:\n  - chart: a\n    kube-version: 1.30',
      '3:19',
      '`kube-version` must be text, and YAML reads `1.30` as a number: write it in quotes',
    ],
    // environments
    ['environments: [{ platforms: [a/b] }]', '1:16', '`name` is missing: give the environment a name'],
    [
      'environments:\n  - name: prod',
      '2:5',
      '`platforms` is missing: write the platforms of its nodes, like `platforms: [linux/amd64]`',
    ],
    ['environments: [{ name: prod, platforms: [] }]', '1:41', '`platforms` must name a platform, like `[linux/amd64]`'],
    [
      'environments: [{ name: a b, platforms: [x] }]',
      '1:24',
      '`name` must be letters, digits, `.`, `_` and `-`, 63 at most',
    ],
    [
      'environments:\n  - name: a\n    platforms: [x]\n    runtime: crio',
      '4:14',
      '`runtime` is `crio`, which is none of containerd, containerd-local, containerd-transfer, cri-o; did you mean `cri-o`?',
    ],
    [
      'environments:\n  - name: a\n    platforms: [x]\n    node_credential: none',
      '4:5',
      '`node_credential` is no key of an environment; did you mean `node-credentials`?',
    ],
    [
      'environments: [{ name: a, platforms: [x], insecure-registries: ["http://b:5000"] }]',
      '1:66',
      '`insecure-registries[0]` must be a registry like `registry.local:5000`, without a scheme',
    ],
    // pull secrets
    ['pull-secrets: [{ secret: a }]', '1:16', 'a pull secret has one of from-env, from-file, and this has none'],
    [
      'pull-secrets: [{ secret: a, from-env: B, from-file: c }]',
      '1:16',
      'a pull secret has one of from-env, from-file: this has `from-env` and `from-file`',
    ],
    [
      'pull-secrets: [{ from-env: A }]',
      '1:16',
      '`secret` is missing: write the name of the pull secret, or `namespace/name`',
    ],
    [
      'pull-secrets: [{ secret: A_B, from-env: A }]',
      '1:26',
      '`secret` must be the name of a secret, or `namespace/name`',
    ],
    ['pull-secrets: [{ secret: a, from-env: A-B }]', '1:39', '`from-env` must be the name of an environment variable'],
    [
      'pull-secrets: [{ secret: a, fromEnv: A }]',
      '1:16',
      'a pull secret has one of from-env, from-file, and this has none; did you mean `from-env`?',
    ],
    // ignore
    ['ignore: [{ image: a }]', '1:10', '`reason` is missing: write why it is ignored; it is listed in the report'],
    ['ignore: [{ reason: a }]', '1:10', '`image` is missing: write the image, or a glob over images, that is meant'],
    ['ignore: [{ image: a, reason: b, expires: 2027-02-30 }]', '1:42', '`expires` must be a date like `2027-01-31`'],
    ['ignore: [{ image: a, reason: b, expires: 31.1.2027 }]', '1:42', '`expires` must be a date like `2027-01-31`'],
    [
      'ignore: [{ image: a, reason: b, code: tag-not-fond }]',
      '1:39',
      '`code` is no finding code: `tag-not-fond`; did you mean `tag-not-found`?',
    ],
    [
      'ignore: [{ image: a, reason: b, until: 2027-01-31 }]',
      '1:33',
      '`until` is no key of an ignore rule; it has image, code, reason, expires',
    ],
    // custom resources
    [
      'custom-resources: [{ kind: acme.io/App, image: [spec.a] }]',
      '1:41',
      '`image` is no key of a custom resource; did you mean `images`?',
    ],
    [
      'custom-resources: [{ images: [spec.a] }]',
      '1:20',
      '`kind` is missing: write the group and kind, like `acme.io/App`',
    ],
    [
      'custom-resources: [{ kind: acme.io/v1/App }]',
      '1:28',
      '`kind` must be the group, in small letters, and the kind, without a version: `acme.io/App`',
    ],
    ['custom-resources: [{ kind: acme.io/App, images: spec.a }]', '1:49', '`images` must be a list: write `[spec.a]`'],
    ['custom-resources: { kind: acme.io/App }', '1:19', '`custom-resources` must be a list'],
    [
      'custom-resources: [{ kind: acme.io/App, image-parts: [{ tag: tag }] }]',
      '1:55',
      '`at` is missing: write the path of the map that has the parts, like `spec.image`',
    ],
    [
      'custom-resources: [{ kind: acme.io/App, image-parts: [{ at: spec, repo: a }] }]',
      '1:67',
      '`repo` is no key of an image in parts; did you mean `repository`?',
    ],
    [
      'custom-resources: [{ kind: acme.io/App, image-parts: [{ at: spec, defaults: { tags: a } }] }]',
      '1:79',
      '`tags` is no key of the defaults; did you mean `tag`?',
    ],
    [
      'custom-resources: [{ kind: acme.io/App, image-parts: [{ at: spec, defaults: { tag: 1.10 } }] }]',
      '1:84',
      '`tag` must be text, and YAML reads `1.10` as a number: write it in quotes',
    ],
    ['image-like-strings: true', '1:21', '`image-like-strings` must be one of list, check'],
    // YAML
    ['- a', '1:1', 'the configuration must be a map of keys and values'],
    ['blobs', '1:1', 'the configuration must be a map of keys and values'],
    ['exclude:\n\t- a', '2:1', 'a tab indents this line: YAML wants spaces'],
    ['\tdepth: blobs', '1:7', 'a tab indents this line: YAML wants spaces'],
    ['depth: blobs\nfail-on: all\ndepth: manifest', '3:1', '`depth` stands here twice: keep one'],
    ['depth: blobs\n---\ndepth: manifest', '3:1', 'a second document begins here: the configuration is one document'],
    ['depth: [', '1:9', 'this is no YAML: unexpected end of the stream within a flow collection'],
    ['depth: *all', '1:9', 'no anchor `&all` stands before this: a value that begins with `*` stands in quotes'],
    ['exclude: [**/x]', '1:12', 'no anchor `&*/x` stands before this: a value that begins with `*` stands in quotes'],
    [
      'exclude: [a[].b]',
      '1:12',
      'a comma is missing before this: in a list in brackets, text with `[`, `]`, `{` or `}` stands in quotes',
    ],
    [
      'sources:\n- chart: a\n   values: [b]',
      '3:10',
      'this line is indented otherwise than the keys beside it: align it with them',
    ],
    ['depth: !env DEPTH', '1:8', 'a tag (`!…`) stands here: tags have no meaning in the configuration, remove it'],
    ['{{ depth }}: blobs', '1:1', 'a map or a list stands where a key must be: put text with `{` or `[` in quotes'],
  ])('%j', (text, place, why) => {
    expect(problems(text)).toEqual(at(place, why))
  })

  test.each(['.spec.a', '$.spec.a', 'spec.a[0]', 'spec/a', 'spec.a.', 'spec.[]', ''])('the path %j', path => {
    const why =
      '`images[0]` must be a path of fields from the top of the object, like `spec.image`; `[]` stands for every item of a list (`spec.plugins[].image`), `*` for every value of a map'
    expect(problems(`custom-resources: [{ kind: acme.io/App, images: ["${path}"] }]`)).toEqual(at('1:51', why))
  })

  test('all at once, in the order of the file', () => {
    expect(
      problems('fail-on: nwe\nrules: { x: error }\ndepth: blob\nbanana: 1\n').map(text => text.split(' ')[0]),
    ).toEqual(['1:10', '2:10', '3:8', '4:1'].map(place => `will-it-pull.yaml:${place}`))
  })

  test('but never more than twenty, since each costs a look at the tree', () => {
    const many = problems(`allowed-registries: [${'1, '.repeat(5000)}]`)
    expect(many).toHaveLength(21)
    expect(many.at(-1)).toBe('and more these are the first of many problems')
  })
})

describe('a hostile file ends soon', () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n')

  test.each([
    ['deep lists', '['.repeat(1e6), 'this is nested too deeply'],
    ['deep keys', '? '.repeat(5e5), 'this is nested too deeply'],
    ['deep indentation', lines(1400, i => `${' '.repeat(i)}a:`), 'this is nested too deeply'],
    ['many aliases', `exclude: &a x\nb:\n${'- *a\n'.repeat(2e5)}`, 'aliases repeat too much: write the values out'],
    ['a list that holds itself', 'exclude: &a [*a]', '`exclude[0]` must be text, not a list'],
    ['many keys', lines(150_000, i => `k${i}:`), `\`k0\` is no key of the configuration; it has ${allKeys}`],
    [
      'a path that goes back and forth',
      `custom-resources: [{ kind: a/B, images: ["${'a.'.repeat(90)}!"] }]`,
      'must be a path',
    ],
    ['many codes', `rules:\n${lines(60_000, i => `  k${i}: off`)}`, '`k0` is no finding code'],
    [
      'many wrong entries',
      `allowed-registries:\n${'- 1\n'.repeat(250_000)}`,
      '`allowed-registries[0]` must be text, and YAML reads `1` as a number: write it in quotes',
    ],
  ])('%s', (_, text, why) => {
    const before = performance.now()
    expect(problems(text)[0]).toContain(why)
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})

function whole(): string {
  return `
sources:
  - chart: charts/shop
    values: [values.yaml, values-prod.yaml]
    set: { image.tag: "1.4.2" }
    release: shop
    namespace: shop
    kube-version: "1.34"
    api-versions: [monitoring.coreos.com/v1]
  - kustomize: overlays/prod
  - manifests: "deploy/**/*.yaml"
exclude: ["**/testdata/**"]
environments:
  - name: prod
    platforms: [linux/amd64, linux/arm64]
    runtime: containerd
    node-credentials: undeclared
    hosts-dir: nodes/certs.d
    registries-conf: nodes/registries.conf
    ca-file: nodes/ca.pem
    insecure-registries: [registry.local:5000]
pull-secrets:
  - { secret: shop/regcred, from-env: REGCRED }
  - { secret: regcred, from-file: /run/secrets/regcred.json }
rules: { latest-tag: error, large-image: "off" }
ignore:
  - { image: "ghcr.io/acme/*", code: tag-not-found, reason: "built after merge", expires: 2027-01-31 }
allowed-registries: [docker.io, ghcr.io/acme]
on-unknown: warn
fail-on: new
depth: manifest
image-like-strings: check
custom-resources:
  - kind: apps.acme.io/Shop
    images: [spec.image, 'spec.plugins[].image', spec.tools.*]
    image-parts:
      - at: spec.web.image
        repository: name
        tag: version.text
        defaults: { registry: ghcr.io, repository: acme/web, tag: '1.10' }
    containers: ['spec.sidecars[]']
    pod-templates: [spec.worker.template]
    pod-specs: [spec.job]
    pull-secrets: spec.pullSecrets
    service-account: spec.account
    namespace: spec.targetNamespace
`
}
