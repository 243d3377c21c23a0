import { chmod } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import type { CheckRequest } from '../config/types.ts'
import { createFiles } from '../process/files.ts'
import type { Files } from '../world.ts'
import { discover } from './discover.ts'
import { findOutsideLink } from './survey/outside-link.ts'
import { parseChartAddress } from './charts/remote-chart-source.ts'
import type { Discovery, Source } from './types.ts'

type Asked = Partial<Pick<CheckRequest, 'paths' | 'sources' | 'exclude' | 'chart' | 'stdin'>>

const noFlags = { values: [], set: [], apiVersions: [] }
const fixtures = resolve(import.meta.dirname, '../../test/fixtures')
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n'
const chart = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'

async function discoverIn(root: string, asked: Asked = {}): Promise<Discovery> {
  const request = { paths: [], sources: [], exclude: [], chart: noFlags, stdin: pod, ...asked }
  return discover(request as unknown as CheckRequest, { files: createFiles(root) })
}

/** Lays out files and gives `kind path` of every source that is found in them. */
async function found(contents: Readonly<Record<string, string>>, asked: Asked = {}): Promise<readonly string[]> {
  await using tree = await fileTree(contents)
  return names((await discoverIn(tree.root, asked)).sources)
}

const names = (sources: readonly Source[]): readonly string[] =>
  sources.map(source => `${source.kind === 'unresolved' ? source.why : source.kind} ${source.path}`)

describe('in a repository', () => {
  test('every chart, kustomization and folder of manifests is a source', async () => {
    const { sources, problems } = await discoverIn(fixtures, { paths: ['charts', 'kustomize', 'manifests'] })
    expect(problems).toEqual([])
    expect(names(sources)).toEqual([
      'helm charts/shop',
      'helm charts/shop',
      'helm charts/shop',
      'kustomize kustomize/overlays/prod',
      'kustomize kustomize/overlays/staging',
      'remote-base kustomize/remote',
      'manifests manifests',
      'manifests manifests/apps',
    ])
    expect(sources.at(-2)).toMatchObject({ files: ['manifests/list.yaml'] })
  })

  test('ids are unique, and the same in the next run', async () => {
    const [first, second] = [await discoverIn(fixtures), await discoverIn(fixtures)]
    expect(first).toEqual(second)
    expect(new Set(first.sources.map(source => source.id)).size).toBe(first.sources.length)
  })

  test.each([
    ['hidden folders and files', { '.github/workflows/pod.yaml': pod, '.hidden.yaml': pod }],
    ['node_modules', { 'web/node_modules/x/pod.yaml': pod }],
    ['other kinds of files', { 'pod.txt': pod, 'pod.yaml.bak': pod, Dockerfile: pod }],
    ['an empty folder', { 'deploy/': '' }],
  ])('%s hold no source', async (_, contents) => {
    await using tree = await fileTree(contents)
    expect(await discoverIn(tree.root)).toEqual({ sources: [], problems: [{ path: '.', why: 'no-source' }] })
  })

  test('a link to a folder is not entered, so that no file counts twice and no circle is walked', async () => {
    await using tree = await fileTree({ 'a/pod.yaml': pod })
    await tree.link('a/up', '..')
    await tree.link('b', 'a')
    expect(names((await discoverIn(tree.root)).sources)).toEqual(['manifests a'])
    expect(names((await discoverIn(tree.root, { paths: ['b'] })).sources)).toEqual(['manifests b'])
  })

  test('a YAML file that can not be read is taken, so that the report names it', async () => {
    await using tree = await fileTree({ 'a.yaml': Uint8Array.of(0xff, 0x00), 'b.json': Uint8Array.of(0xff, 0x00) })
    await tree.link('c.yaml', '/etc/hostname')
    const { sources } = await discoverIn(tree.root)
    expect(sources).toMatchObject([{ kind: 'manifests', files: ['a.yaml', 'c.yaml'] }])
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read is said (skipped for root)', async () => {
    await using tree = await fileTree({ 'a/pod.yaml': pod, 'b/pod.yaml': pod })
    await chmod(join(tree.root, 'a'), 0)
    expect(names((await discoverIn(tree.root)).sources)).toEqual(['manifests b', 'unreadable a'])
    await chmod(join(tree.root, 'a'), 0o700)
  })

  test('what lies too deep is said', async () => {
    const sources = await found({ [`${'d/'.repeat(70)}pod.yaml`]: pod, 'pod.yaml': pod })
    expect(sources).toEqual(['manifests .', expect.stringMatching(/^unreadable d/)])
  })

  test.each([
    [['charts/**'], ['manifests deploy', 'manifests deploy/test']],
    [['charts/'], ['manifests deploy', 'manifests deploy/test']],
    [['**/test/**', 'charts/shop'], ['manifests deploy']],
    [['deploy/*.yaml', './deploy/test'], ['helm charts/shop']],
  ])('exclude %j leaves %j', async (exclude, expected) => {
    const contents = { 'charts/shop/Chart.yaml': chart, 'deploy/a.yaml': pod, 'deploy/test/b.yaml': pod }
    expect(await found(contents, { exclude })).toEqual(expected)
  })
})

describe('a chart', () => {
  test('keeps its templates and their inputs for itself, and other folders are looked at', async () => {
    const inside = ['templates/a.yaml', 'crds/a.yaml', 'charts/sub/templates/a.yaml', 'ci/a.yaml', 'files/a.yaml']
    const contents = Object.fromEntries(
      [...inside, 'values.yaml', 'extra.yaml', 'deploy/a.yaml'].map(path => [path, pod]),
    )
    const sources = await found({ 'Chart.yaml': chart, 'charts/sub/Chart.yaml': chart, ...contents })
    expect(sources).toEqual(['helm .', 'manifests deploy'])
  })

  test('beside a kustomization is a source, and so is the kustomization', async () => {
    expect(await found({ 'Chart.yaml': chart, 'kustomization.yaml': 'resources: []' })).toEqual([
      'helm .',
      'kustomize .',
    ])
  })

  test('with a Chart.yaml that does not parse is left to helm', async () => {
    expect(await found({ 'Chart.yaml': 'a: [' })).toEqual(['helm .'])
  })

  test.each([
    ['shop', 'shop'],
    ['My_Shop.v2', 'my-shop-v2'],
    ['-shop-', 'shop'],
    ['___', 'release'],
    ['x'.repeat(80), 'x'.repeat(53)],
  ])('named %s is released as %s', async (name, release) => {
    await using tree = await fileTree({ 'Chart.yaml': `name: ${JSON.stringify(name)}\n` })
    expect((await discoverIn(tree.root)).sources).toMatchObject([{ options: { release, namespace: 'default' } }])
  })

  test('takes values files by their path, else from its own folder', async () => {
    await using tree = await fileTree({ 'charts/a/Chart.yaml': chart, 'charts/a/prod.yaml': '', 'common.yaml': '' })
    const flags = { ...noFlags, values: ['common.yaml', 'prod.yaml', 'missing.yaml'], set: ['image.tag=s3cret'] }
    const { sources } = await discoverIn(tree.root, { chart: { ...flags, namespace: 'shop' } })
    expect(sources).toMatchObject([
      {
        id: 'helm:charts/a#common.yaml#charts/a/prod.yaml#missing.yaml#image.tag',
        label: 'charts/a (common.yaml, prod.yaml, missing.yaml)',
        options: { values: ['common.yaml', 'charts/a/prod.yaml', 'missing.yaml'], namespace: 'shop' },
      },
    ])
  })

  test('with a link out of the repository is not handed to helm, which would read it', async () => {
    await using tree = await fileTree({ 'Chart.yaml': chart, 'templates/': '' })
    await tree.link('templates/host', '/etc/hostname')
    const detail = 'templates/host leads out of the repository'
    expect((await discoverIn(tree.root)).sources).toMatchObject([{ kind: 'unresolved', why: 'unreadable', detail }])
  })
})

describe('a submodule', () => {
  const contents = {
    '.gitmodules':
      '[submodule "a"]\n\tpath = mods/a\n\turl = ../a\n[submodule "b"]\n\tpath = mods/b\n\turl = ../b\n[submodule "out"]\n\tpath = ../x\n',
    'mods/b/pod.yaml': pod,
  }

  test('that is not checked out is said, and one that is is a folder as any', async () => {
    expect(await found(contents)).toEqual(['manifests mods/b', 'submodule mods/a'])
  })

  test.each([
    ['in quotes', '[submodule "a"]\n\tpath = "mods/a b"\n', 'mods/a b'],
    ['behind the name of its section', '[submodule "a"] path = mods/a\n', 'mods/a'],
    ['with a key in capitals', '[submodule "a"]\n\tPath=mods/a\n', 'mods/a'],
    ['before a comment', '[submodule "a"]\n\tpath = mods/a # x\n', 'mods/a'],
    ['in quotes before a comment', '[submodule "a"]\n\tpath = "mods/a#b";x\n', 'mods/a#b'],
    ['on a line of Windows', '[submodule "a"]\r\n\tpath = mods/a\r\n', 'mods/a'],
  ])('is found where its path is written %s', async (_, text, path) => {
    expect(await found({ '.gitmodules': text })).toEqual([`submodule ${path}`])
  })

  test('is not said where nobody asked for it', async () => {
    expect(await found(contents, { exclude: ['mods/a'] })).toEqual(['manifests mods/b'])
    expect(await found(contents, { paths: ['mods/b'] })).toEqual(['manifests mods/b'])
  })
})

describe('a kustomization', () => {
  test.each(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])('is found as %s', async name => {
    expect(await found({ [name]: 'namePrefix: a-\n', 'patch.yaml': pod })).toEqual(['kustomize .'])
  })

  test('is named at the line that includes what is elsewhere, even in a base', async () => {
    await using tree = await fileTree({
      'base/kustomization.yaml': 'resources:\n  - pod.yaml\n  - https://github.com/acme/x//y?ref=v1\n',
      'prod/kustomization.yaml': 'resources: [../base]\nnamePrefix: x-\n',
    })
    const { sources } = await discoverIn(tree.root)
    expect(sources.map(({ path, definedAt }) => [path, definedAt])).toEqual([
      ['prod', { file: 'base/kustomization.yaml', line: 3 }],
    ])
  })

  test('is no source where only overlays use it, unless it is named', async () => {
    const contents = { 'base/kustomization.yaml': '{}', 'prod/kustomization.yaml': 'bases: [../base]' }
    expect(await found(contents)).toEqual(['kustomize prod'])
    expect(await found(contents, { paths: ['base'] })).toEqual(['kustomize base'])
    expect(await found(contents, { paths: ['.', 'base/kustomization.yaml'] })).toEqual([
      'kustomize base',
      'kustomize prod',
    ])
  })

  test('that includes itself in a circle is built once, so that kustomize says so', async () => {
    const contents = { 'a/kustomization.yaml': 'resources: [../b]', 'b/kustomization.yaml': 'resources: [../a]' }
    expect(await found(contents)).toEqual(['kustomize a'])
  })

  test('owns the files that it names, wherever they are', async () => {
    const kustomization = [
      'resources: [../shared/a.yaml]',
      'patches: [{path: patches/b.yaml}]',
      'configMapGenerator: [{name: c, files: [key=config/c.yaml]}]',
    ].join('\n')
    const names = ['shared/a.yaml', 'app/patches/b.yaml', 'app/config/c.yaml', 'app/other/d.yaml']
    const contents = Object.fromEntries(names.map(name => [name, pod]))
    const sources = await found({ ...contents, 'app/kustomization.yaml': kustomization })
    expect(sources).toEqual(['kustomize app', 'manifests app/other'])
  })

  test.each([
    ['a resource', 'resources: [https://example.com/a.yaml]'],
    ['a key in other case', 'RESOURCES: [github.com/acme/base]'],
    ['a merge key', 'x: &x {resources: ["git@example.com:a/b"]}\n<<: *x'],
    ['a component', 'components: [ssh://example.com/a]'],
    ['a patch', 'patches: [{path: "https://example.com/a.yaml"}]'],
    ['a generator file', 'secretGenerator: [{name: a, files: ["k=https://example.com/a"]}]'],
    ['an env file', 'configMapGenerator: [{name: a, envs: ["https://example.com/a"]}]'],
    ['an openapi schema', 'openapi: {path: "https://example.com/a"}'],
    [
      'a generator file with a key that is none',
      'configMapGenerator: [{name: a, files: ["a/b:c=http://127.0.0.1/a"]}]',
    ],
    ['a key that is written twice in different cases', 'resources: [http://127.0.0.1/a]\nResources: [base]'],
    ['a key that only Unicode folds', 'reſourceſ: [http://127.0.0.1/a]'],
    ['a plugin file', 'transformers: [plugin.yaml]'],
    ['a plugin file that escapes', 'transformers: [escaped.yaml]'],
    ['a plugin on several lines', 'transformers: ["kind: PatchTransformer\\npath: http://127.0.0.1/a"]'],
    ['a plugin on one line', 'generators: [\'{kind: PatchTransformer, path: "http://127.0.0.1/a"}\']'],
    ['a base of a base', 'resources: [base]'],
  ])('with %s that is remote is not built', async (_, kustomization) => {
    const contents = {
      'kustomization.yaml': kustomization,
      'plugin.yaml': 'kind: PatchTransformer\npath: https://example.com/a.yaml\n',
      'escaped.yaml': 'kind: PatchTransformer\npath: "http\\x3a//127.0.0.1/a"\n',
      'base/kustomization.yaml': 'resources: [https://example.com/b.yaml]\n',
    }
    expect((await found(contents)).find(name => name.endsWith(' .'))).toBe('remote-base .')
  })

  test('that only lists others is taken apart where one of them can not be built', async () => {
    const remote = 'resources: ["https://github.com/acme/x//y?ref=v1"]\n'
    const contents = {
      'all/kustomization.yaml': 'resources: [a, deeper]\n',
      'all/a/kustomization.yaml': 'resources: []\n',
      'all/deeper/kustomization.yaml': 'resources: [b, c]\n',
      'all/deeper/b/kustomization.yaml': 'resources: []\n',
      'all/deeper/c/kustomization.yaml': remote,
    }
    expect(await found(contents)).toEqual([
      'remote-base all',
      'kustomize all/a',
      'remote-base all/deeper',
      'kustomize all/deeper/b',
      'remote-base all/deeper/c',
    ])
    const changing = {
      ...contents,
      'all/kustomization.yaml': 'resources: [a, deeper]\nimages: [{ name: a, newTag: b }]\n',
    }
    expect(await found(changing)).toEqual(['remote-base all'])
  })

  test('with a base outside of the repository, or that can not be read, is not built', async () => {
    expect(await found({ 'kustomization.yaml': 'resources: [../../elsewhere]' })).toEqual(['unreadable .'])
    expect(await found({ 'kustomization.yaml': 'resources: [' })).toEqual(['unreadable .'])
  })

  test('a chart with more files than a call has arguments is looked at', async () => {
    const entries = Array.from({ length: 300_000 }, (_, at) => ({ name: `f${at}`, kind: 'file' }) as const)
    const files = { list: async () => ({ kind: 'entries', entries }) as const } as unknown as Files
    expect(await findOutsideLink(files, 'chart')).toBe('chart')
  })

  test('with a base behind a linked folder is read where that folder really is', async () => {
    await using tree = await fileTree({
      'app/kustomization.yaml': 'resources: [link]',
      'app/near/kustomization.yaml': 'resources: []',
      'a/base/kustomization.yaml': 'resources: [../near]',
      'a/near/kustomization.yaml': 'resources: [http://127.0.0.1/a]',
    })
    await tree.link('app/link', '../a/base')
    const { sources } = await discoverIn(tree.root, { paths: ['app'] })
    expect(names(sources)).toContain('remote-base app')
  })

  test.each([
    ['a generator', 'configMapGenerator: [{name: a, files: ["k=.git/config"]}]'],
    ['an env file of a nested checkout', 'secretGenerator: [{name: a, envs: [sub/.git/config]}]'],
    ['a plugin', 'generators: [\'{kind: ConfigMapGenerator, files: ["k=\\\\x2egit/config"]}\', g.yaml]'],
    ['a plugin that is built first', 'transformers: [built]'],
  ])('that reads .git, where a checkout keeps its token, by %s is not built', async (_, kustomization) => {
    const contents = {
      'kustomization.yaml': kustomization,
      'g.yaml': 'kind: ConfigMapGenerator\nfiles: ["\\x2egit/config"]\n',
      'built/kustomization.yaml': 'resources: []\n',
    }
    expect((await found(contents)).find(name => name.endsWith(' .'))).toBe('unreadable .')
  })

  test('may hold URLs where they are only text', async () => {
    const text =
      'commonAnnotations: {home: "https://example.com"}\nconfigMapGenerator: [{name: a, literals: ["u=https://a"]}]'
    expect(await found({ 'kustomization.yaml': text })).toEqual(['kustomize .'])
  })
})

describe('a path', () => {
  const contents = {
    'charts/shop/Chart.yaml': chart,
    'charts/shop/templates/a.yaml': pod,
    'lib/Chart.yaml': 'name: lib\ntype: library\n',
    'deploy/a.yaml': pod,
    'deploy/b.yaml': pod,
    'deploy/values.yaml': 'a: 1\n',
    'rendered.out': pod,
    'shop-1.0.0.tgz': '',
  }

  test.each([
    [['deploy'], ['manifests deploy']],
    [['./deploy/'], ['manifests deploy']],
    [['deploy/a.yaml'], ['manifests deploy/a.yaml']],
    [['deploy/a.yaml', 'deploy'], ['manifests deploy']],
    [['charts', 'charts/shop'], ['helm charts/shop']],
    [['charts/shop/Chart.yaml'], ['helm charts/shop']],
    [['rendered.out'], ['manifests rendered.out']],
    [['shop-1.0.0.tgz'], ['helm shop-1.0.0.tgz']],
    [['-'], ['manifests -']],
  ])('%j gives %j', async (paths, expected) => {
    await using tree = await fileTree(contents)
    const { sources, problems } = await discoverIn(tree.root, { paths })
    expect([names(sources), problems]).toEqual([expected, []])
  })

  test.each([[''], ['\n# nothing\n---\r\n...\n'], [undefined]])('standard input with %j is no source', async stdin => {
    await using tree = await fileTree(contents)
    const { sources, problems } = await discoverIn(tree.root, { paths: ['-'], stdin })
    expect([sources, problems]).toEqual([[], [{ path: '-', why: 'no-input' }]])
  })

  test('below a library is looked at, since it renders none of it', async () => {
    await using tree = await fileTree({
      'Chart.yaml': 'name: lib\ntype: library\n',
      'pod.yaml': pod,
      'templates/a.yaml': pod,
      'charts/shop/Chart.yaml': chart,
      'files/pod.yaml': pod,
    })
    expect(names((await discoverIn(tree.root)).sources)).toEqual(['helm charts/shop', 'manifests .', 'manifests files'])
  })

  test.each([
    ['nowhere', 'absent'],
    ['../beside', 'outside'],
    ['/etc', 'outside'],
    ['lib', 'library-chart'],
    ['lib/Chart.yaml', 'library-chart'],
    ['deploy/values.yaml', 'not-a-manifest'],
    ['charts/shop/templates/a.yaml', 'not-a-manifest'],
    ['charts/shop/templates', 'no-source'],
  ])('%s is %s, and the rest goes on', async (path, why) => {
    await using tree = await fileTree(contents)
    const { sources, problems } = await discoverIn(tree.root, { paths: [path, 'charts/shop'] })
    expect([names(sources), problems]).toEqual([['helm charts/shop'], [{ path, why }]])
  })
})

describe('a configured source', () => {
  const contents = {
    'a/Chart.yaml': chart,
    'a/prod.yaml': '',
    'k/kustomization.yaml': '{}',
    'm/x/a.yml': 'a: 1',
    'm/b.txt': '',
  }

  test('is taken as it is configured, and nothing besides it', async () => {
    await using tree = await fileTree(contents)
    const { sources } = await discoverIn(tree.root, {
      sources: [
        { kind: 'chart', path: 'a', ...noFlags, values: ['prod.yaml'], set: ['a=1'] },
        { kind: 'chart', path: 'a', ...noFlags, values: ['prod.yaml'], set: ['a=2'] },
        { kind: 'kustomize', path: 'k' },
        { kind: 'manifests', pattern: 'm/**/*.yml' },
      ],
    })
    expect(sources.map(source => source.id)).toEqual([
      'helm:a#a/prod.yaml#a',
      'helm:a#a/prod.yaml#a~2',
      'kustomize:k',
      'manifests:m/**/*.yml',
    ])
    expect(sources[3]).toMatchObject({ files: ['m/x/a.yml'], path: 'm' })
  })

  test.each([
    [{ kind: 'chart', path: 'nowhere', ...noFlags }, 'absent'],
    [{ kind: 'chart', path: 'm', ...noFlags }, 'no-source'],
    [{ kind: 'chart', path: '../a', ...noFlags }, 'outside'],
    [{ kind: 'kustomize', path: 'm' }, 'no-source'],
    [{ kind: 'manifests', pattern: 'm/**/*.json' }, 'no-source'],
    [{ kind: 'manifests', pattern: 'nowhere/*.yaml' }, 'absent'],
  ] as const)('%j is %s', async (source, why) => {
    await using tree = await fileTree(contents)
    const path = source.kind === 'manifests' ? source.pattern : source.path
    expect(await discoverIn(tree.root, { sources: [source] })).toEqual({ sources: [], problems: [{ path, why }] })
  })

  test('may be a chart elsewhere', async () => {
    const sources = ['oci://ghcr.io/acme/shop', 'oci://ghcr.io/acme/shop', 'git://a/b'].map(path => {
      return { kind: 'chart', path, ...noFlags } as const
    })
    expect(await found(contents, { sources })).toEqual(['helm oci://ghcr.io/acme/shop', 'remote-chart git://a/b'])
  })
})

test.each([
  ['oci://ghcr.io/acme/shop', { kind: 'oci', repository: 'ghcr.io/acme/shop', version: '' }],
  ['oci://localhost:5000/shop:1.2.3', { kind: 'oci', repository: 'localhost:5000/shop', version: '1.2.3' }],
  ['oci://a.test/shop@sha256:ab', { kind: 'oci', repository: 'a.test/shop', version: '', digest: 'sha256:ab' }],
  ['oci://a.test/shop:1.2.3+b.1', { kind: 'oci', repository: 'a.test/shop', version: '1.2.3+b.1' }],
  ['https://a.test/shop-1.0.0.tgz', { kind: 'archive', url: 'https://a.test/shop-1.0.0.tgz' }],
  ['https://a.test/shop', undefined],
  ['s3://a/shop.tgz', undefined],
])('%s is an address of a chart, or none', (address, chart) => {
  expect(parseChartAddress(address)).toEqual(chart)
})

test('ten thousand files are found in a few seconds', async () => {
  const files = Array.from({ length: 10_000 }, (_, at) => [`apps/${at % 500}/file-${at}.yaml`, pod] as const)
  await using tree = await fileTree(Object.fromEntries(files))
  const started = performance.now()
  const { sources } = await discoverIn(tree.root)
  expect(sources).toHaveLength(500)
  expect(performance.now() - started).toBeLessThan(5_000)
})
