import { execFileSync } from 'node:child_process'
import { resolve as resolvePath } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { createFiles } from '../process/files.ts'
import { explainConfig } from './explain.ts'
import { type Resolved, resolveRequest } from './resolve.ts'
import type { RawSettings } from './settings.ts'
import type { CheckRequest } from './types.ts'

interface Given {
  readonly files?: Readonly<Record<string, string>>
  readonly raw?: RawSettings
  readonly variables?: Readonly<Record<string, string>>
  readonly withoutSecrets?: boolean
}

interface Outcome {
  readonly resolved: Resolved
  readonly root: string
}

/** Resolves a call in a folder of its own, `repository`, beside which other files may lie. */
async function resolveIn({ files = {}, raw = {}, variables = {}, withoutSecrets = false }: Given): Promise<Outcome> {
  await using tree = await fileTree({ 'repository/': '', ...files })
  const root = createFiles(resolvePath(tree.root, 'repository'))
  const all = createFiles(resolvePath('/'), { granted: [resolvePath('/')] })
  const native = (path: string) => resolvePath(root.root, path)
  const resolved = await resolveRequest({
    raw,
    spell: name => `--${name}`,
    files: { read: (path, limit) => all.read(native(path), limit), kind: path => all.kind(native(path)), native },
    root,
    environment: name => variables[name],
    withoutSecrets,
    offline: false,
  })
  return { resolved, root: root.root }
}

async function request(given: Given): Promise<CheckRequest> {
  const { resolved } = await resolveIn(given)
  if (resolved.kind === 'wrong') throw new Error(JSON.stringify(resolved.problems))
  return resolved.request
}

async function problems(given: Given): Promise<readonly string[]> {
  const { resolved } = await resolveIn(given)
  return resolved.kind === 'wrong' ? resolved.problems.map(({ where, why }) => `${where}: ${why}`) : []
}

const config = (text: string) => ({ 'repository/will-it-pull.yaml': text })
const dockerConfig = '{"auths":{"ghcr.io":{"auth":"dTpw"}}}'
const pem = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n'

describe('which file is read', () => {
  test.each([
    ['will-it-pull.yaml', ['will-it-pull.yaml'], {}, 'will-it-pull.yaml'],
    ['.github/will-it-pull.yaml', ['.github/will-it-pull.yaml'], {}, '.github/will-it-pull.yaml'],
    ['the one at the top of two', ['will-it-pull.yaml', '.github/will-it-pull.yaml'], {}, 'will-it-pull.yaml'],
    [
      'the one that is named, and no other',
      ['will-it-pull.yaml', 'ci/pull.yml'],
      { config: ['ci/pull.yml'] },
      'ci/pull.yml',
    ],
    ['none', [], {}, undefined],
  ] as const)('%s', async (_, paths, raw, expected) => {
    const files = Object.fromEntries(paths.map(path => [`repository/${path}`, 'depth: blobs']))
    expect((await request({ files, raw })).configFile).toBe(expected)
  })

  test.each([
    [
      'one that is named and absent',
      {},
      { config: ['no.yaml'] },
      "--config: the configuration file `no.yaml` can't be read: there is no such file",
    ],
    [
      'a folder',
      { 'repository/will-it-pull.yaml/': '' },
      {},
      "will-it-pull.yaml: the configuration file can't be read: it is no file",
    ],
    [
      'one that is too large',
      config('#'.repeat(2 ** 20 + 1)),
      {},
      "will-it-pull.yaml: the configuration file can't be read: it is too large (1048577 bytes; 1 MiB is the most)",
    ],
    [
      'one by another name',
      { 'repository/will-it-pull.yml': '' },
      {},
      'will-it-pull.yml: this name is not looked for: rename it to `will-it-pull.yaml`, or name it with `config`',
    ],
    [
      'one that is wrong, beside a wrong flag',
      config('depth: blob'),
      { depth: ['x'] },
      'will-it-pull.yaml:1:8: `depth` is `blob`, which is none of manifest, blobs; did you mean `blobs`?',
    ],
  ])('refuses %s', async (_, files, raw, expected) => {
    expect((await problems({ files, raw }))[0]).toBe(expected)
  })

  test('the problems of the file and of the flags are told at once', async () => {
    expect(await problems({ files: config('depth: blob'), raw: { depth: ['x'], timeout: ['1y'] } })).toHaveLength(3)
  })

  test('a link that leads out of the repository is not read for a stranger', async () => {
    await using tree = await fileTree({ 'repository/': '', 'secret.yaml': 'password: 1' })
    await tree.link('repository/ci.yaml', '../secret.yaml')
    const root = createFiles(resolvePath(tree.root, 'repository'))
    const resolved = await resolveRequest({
      raw: { config: ['ci.yaml'] },
      spell: name => name,
      files: root,
      root,
      environment: () => undefined,
      withoutSecrets: true,
      offline: false,
    })
    expect(JSON.stringify(resolved)).not.toContain('password')
    expect(resolved.kind).toBe('wrong')
  })

  test('without a file, neither the schema nor its library is loaded', async () => {
    const script = `
      import { registerHooks } from 'node:module'
      const loaded = []
      registerHooks({ resolve: (name, context, next) => (loaded.push(name), next(name, context)) })
      const { resolveRequest } = await import(${JSON.stringify(new URL('resolve.ts', import.meta.url).href)})
      const root = { kind: async () => 'absent', read: async () => ({ kind: 'absent' }) }
      const facts = { raw: {}, spell: name => name, files: root, root, environment: () => undefined }
      const { kind } = await resolveRequest(facts)
      console.log(JSON.stringify({ kind, loaded: loaded.filter(name => ['zod', 'yaml', 'js-yaml'].includes(name)) }))`
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(JSON.parse(printed)).toEqual({ kind: 'request', loaded: [] })
  })
})

describe('flags and inputs win over the file, and the file over the standard', () => {
  test.each([
    ['depth', '', {}, { depth: 'manifest' }],
    ['depth', 'depth: blobs', {}, { depth: 'blobs' }],
    ['depth', 'depth: blobs', { depth: ['manifest'] }, { depth: 'manifest' }],
    ['exclude', 'exclude: [a, b]', {}, { exclude: ['a', 'b'] }],
    ['exclude', 'exclude: [a, b]', { exclude: ['c'] }, { exclude: ['c'] }],
    ['large-image-bytes', 'large-image-bytes: 1GiB', {}, { largeImageBytes: 2 ** 30 }],
    ['large-image-bytes', 'large-image-bytes: 5', { 'large-image-bytes': ['7'] }, { largeImageBytes: 7 }],
    ['image-like-strings', 'image-like-strings: check', {}, { checkImageLike: true }],
    ['image-like-strings', 'image-like-strings: check', { 'image-like-strings': ['list'] }, { checkImageLike: false }],
    ['image-like-strings', '', { 'image-like-strings': ['check'] }, { checkImageLike: true }],
    ['on-unknown', 'on-unknown: fail', {}, { policy: { onUnknown: 'fail', failOn: 'new' } }],
    ['fail-on', 'fail-on: all', { 'fail-on': ['new'] }, { policy: { onUnknown: 'warn', failOn: 'new' } }],
    ['allowed-registries', 'allowed-registries: [docker.io]', {}, { policy: { allowedRegistries: ['docker.io'] } }],
    ['paths', '', {}, { paths: ['.'], sources: [] }],
    ['paths', 'sources: [{ kustomize: a }]', {}, { paths: [], sources: [{ kind: 'kustomize', path: 'a' }] }],
    ['paths', 'sources: [{ kustomize: a }]', { paths: ['b'] }, { paths: ['b'], sources: [] }],
  ])('%s of %j and %j', async (_, text, raw, expected) => {
    expect(await request({ files: config(text), raw })).toMatchObject(expected)
  })

  test('rules and ignores are the file’s', async () => {
    const text =
      'rules: { latest-tag: error, large-image: off }\nignore:\n  - { image: a/*, reason: b, expires: 2020-01-31 }\n'
    const { policy } = await request({ files: config(text) })
    expect([...policy.severities]).toEqual([
      ['latest-tag', 'error'],
      ['large-image', 'off'],
    ])
    const place = { file: 'will-it-pull.yaml', line: 3, column: 5 }
    expect(policy.ignores).toEqual([{ image: 'a/*', reason: 'b', expires: '2020-01-31', place }])
  })

  test('a size that is none is told by its line', async () => {
    expect(await problems({ files: config('\nlarge-image-bytes: 2XB') })).toEqual([
      'will-it-pull.yaml:2:20: `2XB` is no size: write `2GiB`, `500MB` or a number',
    ])
  })
})

describe('paths of the file are relative to its folder', () => {
  const github = (text: string) => ({ 'repository/.github/will-it-pull.yaml': text })
  const chart = (values: string) => `sources: [{ chart: ../charts/shop, values: [${values}] }]`

  test.each([
    ['a chart', github('sources: [{ chart: ../charts/shop/ }]'), { kind: 'chart', path: 'charts/shop' }],
    [
      'a remote chart',
      github('sources: [{ chart: "oci://a.example/b" }]'),
      { kind: 'chart', path: 'oci://a.example/b' },
    ],
    ['a kustomization', github('sources: [{ kustomize: . }]'), { kind: 'kustomize', path: '.github' }],
    [
      'a glob',
      github('sources: [{ manifests: "../deploy/**/*.yaml" }]'),
      { kind: 'manifests', pattern: 'deploy/**/*.yaml' },
    ],
    [
      'values beside the file',
      { ...github(chart('v.yaml')), 'repository/.github/v.yaml': '' },
      { values: ['.github/v.yaml'] },
    ],
    [
      "values in the chart's folder",
      { ...github(chart('v.yaml')), 'repository/charts/shop/v.yaml': '' },
      { values: ['charts/shop/v.yaml'] },
    ],
    ['values that are nowhere', github(chart('v.yaml')), { values: ['.github/v.yaml'] }],
    [
      'single values, as they are written',
      github('sources: [{ chart: "oci://a.example/b", set: { a: 1.10, b: true, c: "x,y", d: "{x,y}", e: null } }]'),
      { set: ['a=1.10', 'b=true', 'c=x\\,y', 'd={x,y}', 'e=null'] },
    ],
  ])('%s', async (_, files, expected) => {
    expect((await request({ files })).sources[0]).toMatchObject(expected)
  })

  test('globs of exclude too, but those that hold anywhere', async () => {
    const { exclude } = await request({ files: github('exclude: ["**/testdata/**", ../old/**]') })
    expect(exclude).toEqual(['**/testdata/**', 'old/**'])
  })

  test('a path that is told from the root is a slip', async () => {
    const files = { ...github('sources: [{ chart: charts/shop }]'), 'repository/charts/shop/': '' }
    const why =
      'there is no `.github/charts/shop`; paths are relative to the folder of .github/will-it-pull.yaml: write `../charts/shop`'
    expect(await problems({ files })).toEqual([`.github/will-it-pull.yaml:1:20: ${why}`])
  })

  test.each([
    ['sources: [{ chart: ../shop }]', '1:20', '../shop'],
    ['sources: [{ kustomize: /etc }]', '1:24', '/etc'],
    ['sources: [{ manifests: "a/../../*.yaml" }]', '1:25', 'a/../../*.yaml'],
    ['sources: [{ chart: shop, values: [a, ../v.yaml] }]', '1:38', '../v.yaml'],
  ])('%s leaves the repository', async (text, place, path) => {
    const why = `\`${path}\` is outside of the repository; paths are relative to the folder of will-it-pull.yaml`
    expect(await problems({ files: config(text) })).toEqual([`will-it-pull.yaml:${place}: ${why}`])
  })
})

describe('environments', () => {
  const two =
    'environments:\n  - { name: prod, platforms: [linux/amd64] }\n  - { name: edge, platforms: [linux/arm64] }\n'
  const one = 'environments:\n  - { name: prod, platforms: [linux/amd64], runtime: cri-o, node-credentials: none }\n'

  test('without any there is one', async () => {
    expect((await request({})).environments).toEqual([
      {
        name: 'default',
        platforms: ['linux/amd64'],
        runtime: 'containerd',
        nodeCredentials: { kind: 'undeclared' },
        insecureRegistries: [],
      },
    ])
  })

  test.each([
    [
      'the only one',
      one,
      { platforms: ['linux/arm64'] },
      [{ name: 'prod', platforms: ['linux/arm64'], runtime: 'cri-o' }],
    ],
    [
      'the one named default',
      two.replace('edge', 'default'),
      { runtime: ['cri-o'] },
      [
        { name: 'prod', runtime: 'containerd' },
        { name: 'default', platforms: ['linux/arm64'], runtime: 'cri-o' },
      ],
    ],
    [
      'the only one, its list of registries',
      one,
      { 'insecure-registries': ['a:5000,b'] },
      [{ insecureRegistries: ['a:5000', 'b'] }],
    ],
    [
      'the one that is there without a file',
      '',
      { 'node-credentials': ['runner'] },
      [{ nodeCredentials: { kind: 'runner' } }],
    ],
  ])('flags are for %s', async (_, text, raw, expected) => {
    expect((await request({ files: config(text), raw })).environments).toMatchObject(expected)
  })

  test('flags have none where there are several and none is the default', async () => {
    const why = 'it is for the default environment, and will-it-pull.yaml has prod, edge: name one of them `default`'
    const raw = { platforms: ['linux/arm64'], runtime: ['cri-o'] }
    expect(await problems({ files: config(two), raw })).toEqual([`--platforms: ${why}`, `--runtime: ${why}`])
  })

  test('platforms are written as containerd writes them', async () => {
    const text =
      'environments: [{ name: a, platforms: [linux/x86_64, linux/amd64, Linux/arm64/v8, windows(10.0.17763)/amd64] }]'
    const [environment] = (await request({ files: config(text) })).environments
    expect(environment?.platforms).toEqual(['linux/amd64', 'linux/arm64/v8', 'windows(10.0.17763)/amd64'])
  })

  test.each([
    ['arm64', '`arm64` is no platform: write `linux/arm64` or `linux/arm/v7`'],
    ['linux/arm46', '`linux/arm46` names no known architecture; did you mean `arm64`?'],
    ['linus/arm64', '`linus/arm64` names no known operating system; did you mean `linux`?'],
  ])('the platform %s is told by its line, or by its flag', async (platform, why) => {
    const text = `environments:\n  - name: a\n    platforms:\n      - linux/amd64\n      - ${platform}\n`
    expect(await problems({ files: config(text) })).toEqual([`will-it-pull.yaml:5:9: ${why}`])
    expect(await problems({ raw: { platforms: [platform] } })).toEqual([`--platforms: ${why}`])
  })

  test('two of one name', async () => {
    expect(await problems({ files: config(two.replace('edge', 'prod')) })).toEqual([
      'will-it-pull.yaml:3:13: the name `prod` is taken by the environment of line 2',
    ])
  })

  test('carry what the nodes are configured with', async () => {
    const names = 'hosts-dir: certs.d, registries-conf: registries.conf, ca-file: ca.pem, node-credentials: docker.json'
    const text = `environments: [{ name: a, platforms: [linux/amd64], ${names} }]`
    const files = {
      'repository/nodes/pull.yaml': text,
      'repository/nodes/certs.d/': '',
      'repository/nodes/registries.conf': '',
      'repository/nodes/ca.pem': pem,
      'repository/nodes/docker.json': dockerConfig,
    }
    const [environment] = (await request({ files, raw: { config: ['nodes/pull.yaml'] } })).environments
    expect(environment).toMatchObject({
      hostsDir: 'nodes/certs.d',
      registriesConf: 'nodes/registries.conf',
      caPem: pem,
    })
    expect(environment?.nodeCredentials).toMatchObject({ kind: 'docker-config', file: 'docker.json' })
  })

  test.each([
    ['hosts-dir', 'no', "`hosts-dir` `no` can't be used: there is no such file or folder"],
    ['hosts-dir', 'file.json', "`hosts-dir` `file.json` can't be used: it is a file, and must be a folder"],
    ['registries-conf', 'folder', "`registries-conf` `folder` can't be used: it is a folder, and must be a file"],
    ['ca-file', 'no.pem', "the file `no.pem` can't be read: there is no such file"],
    ['ca-file', 'file.json', 'the file `file.json` holds no certificate in PEM (`-----BEGIN CERTIFICATE-----`)'],
    [
      'node-credentials',
      'runer',
      "the docker config `runer` (or is `runner` meant?) can't be read: there is no such file",
    ],
    [
      'node-credentials',
      'file.json',
      'the docker config `file.json` is none: json: cannot unmarshal array into Go value of type credentialprovider.DockerConfigJSON',
    ],
    [
      'node-credentials',
      'file.txt',
      'the docker config `file.txt` is none: invalid JSON, which the API server refuses in this secret',
    ],
  ] as const)('%s: %s', async (key, path, why) => {
    const files = { 'repository/file.json': '[]', 'repository/file.txt': 'hunter2', 'repository/folder/': '' }
    const text = `environments:\n  - name: a\n    platforms: [linux/amd64]\n    ${key}: ${path}\n`
    const column = key.length + 7
    expect(await problems({ files: { ...files, ...config(text) } })).toEqual([`will-it-pull.yaml:4:${column}: ${why}`])
    expect(await problems({ files, raw: { [key]: [path] } })).toEqual([`--${key}: ${why}`])
  })
})

describe('pull secrets', () => {
  const fromEnv = config('pull-secrets:\n  - { secret: shop/regcred, from-env: REGCRED }\n')
  const reveal = ({ pullSecrets }: CheckRequest) =>
    pullSecrets.map(({ namespace, name, content }) => [namespace, name, content.reveal()])

  test.each([
    ['a variable', fromEnv, { variables: { REGCRED: dockerConfig } }, ['shop', 'regcred', dockerConfig]],
    [
      'a variable with base64',
      fromEnv,
      { variables: { REGCRED: btoa(dockerConfig) } },
      ['shop', 'regcred', dockerConfig],
    ],
    [
      'a file',
      { ...config('pull-secrets: [{ secret: a, from-file: s/a.json }]'), 'repository/s/a.json': dockerConfig },
      {},
      [undefined, 'a', dockerConfig],
    ],
    [
      'a file beside the repository',
      { ...config('pull-secrets: [{ secret: a, from-file: ../a.json }]'), 'a.json': dockerConfig },
      {},
      [undefined, 'a', dockerConfig],
    ],
    [
      'a flag, which goes before the file',
      fromEnv,
      { raw: { 'pull-secrets': ['shop/regcred={"auths":{}}'] } },
      ['shop', 'regcred', '{"auths":{}}'],
    ],
  ])('come from %s', async (_, files, given, expected) => {
    expect(reveal(await request({ files, ...given }))).toEqual([expected])
  })

  test.each([
    [
      'a variable that is not set',
      fromEnv,
      'will-it-pull.yaml:2:39: the environment variable `REGCRED` is not set: give it to this step, or remove the entry',
    ],
    [
      'a file that is absent',
      config('pull-secrets: [{ secret: a, from-file: no.json }]'),
      "will-it-pull.yaml:1:40: the file `no.json` can't be read: there is no such file",
    ],
    [
      'a secret with two contents',
      {
        ...config('pull-secrets:\n  - { secret: a, from-file: a }\n  - { secret: a, from-file: a }\n'),
        'repository/a': dockerConfig,
      },
      'will-it-pull.yaml:3:15: the secret `a` has its content from line 2 already',
    ],
  ])('are wrong with %s', async (_, files, expected) => {
    expect(await problems({ files, variables: { REGCRED: '' } })).toEqual([expected])
  })

  test('what was meant as content and is none is not told', async () => {
    const [problem] = await problems({ raw: { 'pull-secrets': ['regcred=hunter2'] } })
    expect(problem).toBe("--pull-secrets: the file given for `regcred` can't be read: there is no such file")
  })

  test('one that is empty is a mistake, but not where the run has no secrets', async () => {
    const raw = { 'pull-secrets': ['shop/regcred=\nother={"auths":{}}'] }
    expect(await problems({ raw })).toEqual([
      '--pull-secrets: nothing is given for `shop/regcred`: set the secret or variable behind it, or remove it',
    ])
    const { pullSecrets } = await request({ raw, withoutSecrets: true })
    expect(pullSecrets.map(({ name }) => name)).toEqual(['other'])
  })
})

describe('where the change may be anyone’s', () => {
  const forbidden =
    'it is outside of the repository, where the configuration of a pull request without secrets may name no file'
  const environment = (setting: string) => config(`environments: [{ name: a, platforms: [linux/amd64], ${setting} }]`)
  const outside = { 'ca.pem': pem, 'docker.json': dockerConfig, 'registries.conf': '', 'certs.d/': '' }

  test('no variable is read, and that is no problem', async () => {
    const files = config('pull-secrets: [{ secret: a, from-env: REGCRED }]')
    const given = { files, withoutSecrets: true, variables: { REGCRED: dockerConfig } }
    expect((await request(given)).pullSecrets).toEqual([])
    const { resolved } = await resolveIn(given)
    expect(resolved.kind === 'request' && explainConfig(resolved)).toContainEqual({
      key: 'pull-secrets.a',
      value: 'not read: this run has no secrets (variable REGCRED)',
      source: 'will-it-pull.yaml:1',
    })
  })

  test.each([
    [
      'from-file',
      config('pull-secrets: [{ secret: a, from-file: ../docker.json }]'),
      `the file \`../docker.json\` can't be read: ${forbidden}`,
    ],
    ['ca-file', environment('ca-file: ../ca.pem'), `the file \`../ca.pem\` can't be read: ${forbidden}`],
    [
      'node-credentials',
      environment('node-credentials: ../docker.json'),
      `the docker config \`../docker.json\` can't be read: ${forbidden}`,
    ],
    ['hosts-dir', environment('hosts-dir: ../certs.d'), `\`hosts-dir\` \`../certs.d\` can't be used: ${forbidden}`],
    [
      'registries-conf',
      environment('registries-conf: ../registries.conf'),
      `\`registries-conf\` \`../registries.conf\` can't be used: ${forbidden}`,
    ],
    [
      'the folder of git',
      { ...config('pull-secrets: [{ secret: a, from-file: .git/config }]'), 'repository/.git/config': '' },
      `the file \`.git/config\` can't be read: ${forbidden}`,
    ],
  ])('%s must lie in the repository', async (_, files, why) => {
    const given = { files: { ...files, ...outside } }
    expect((await problems({ ...given, withoutSecrets: true })).map(text => text.replace(/^\S+ /, ''))).toEqual([why])
    expect(await problems(given)).toEqual([])
  })

  test('a flag may name any file', async () => {
    const raw = { 'ca-file': ['../ca.pem'], 'hosts-dir': ['../certs.d'], 'node-credentials': ['../docker.json'] }
    expect(await problems({ files: outside, raw, withoutSecrets: true })).toEqual([])
  })
})

test('every value tells where it came from, and no secret is among them', async () => {
  const text = `depth: blobs
sources:
  - { chart: "oci://a.example/b", set: { password: hunter2 } }
environments:
  - name: prod
    platforms: [linux/arm64]
pull-secrets:
  - { secret: regcred, from-env: REGCRED }
rules: { latest-tag: error }
`
  const { resolved } = await resolveIn({
    files: config(text),
    variables: { REGCRED: '{"auths":{"hunter2":{}}}' },
    raw: { runtime: ['cri-o'], set: ['password=hunter2'], 'pull-secrets': ['other={"hunter2":1}'], timeout: ['1h'] },
  })
  const rows = resolved.kind === 'request' ? explainConfig(resolved) : []
  const told = Object.fromEntries(rows.map(({ key, value, source }) => [key, `${value} | ${source}`]))
  expect(told).toMatchObject({
    config: 'will-it-pull.yaml | default',
    depth: 'blobs | will-it-pull.yaml:1',
    'sources[0]': 'chart: oci://a.example/b --set password=*** | will-it-pull.yaml:3',
    set: 'password=*** | flag --set',
    'environments.prod.platforms': 'linux/arm64 | will-it-pull.yaml:6',
    'environments.prod.runtime': 'cri-o | flag --runtime',
    'environments.prod.node-credentials': 'undeclared | default',
    'pull-secrets.regcred': '*** (variable REGCRED) | will-it-pull.yaml:8',
    'pull-secrets.other': '*** | flag --pull-secrets',
    'rules.latest-tag': 'error | will-it-pull.yaml:9',
    timeout: '1h | flag --timeout',
    concurrency: '16, over HTTP/2 64 | default',
  })
  expect(JSON.stringify(rows)).not.toContain('hunter2')
})
