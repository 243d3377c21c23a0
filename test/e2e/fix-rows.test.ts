import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { expectExit } from '../support/expect-exit.ts'
import { helms, kubectl } from '../support/tools.ts'
import { podOf, workbench } from '../support/workbench.ts'
import type { Workbench } from '../support/workbench.ts'

/** A repository with one thing to mend on one line. */
interface Row {
  readonly files: Readonly<Record<string, string>>
  readonly file: string
  /** The line that is edited, and what it becomes. */
  readonly line: readonly [before: string, after: string]
}

const gone = `sha256:${'0'.repeat(64)}`
let registry: SimulatedRegistry
let nothing: SimulatedRegistry
let digest: string
beforeAll(async () => {
  registry = await startRegistry()
  nothing = await startRegistry()
  const tags = ['1.27.3', '1.27.3-alpine', '1.27.30-debian', '1.26.9', 'v2.0.1', '2.10.0', '2.9.7', '3.0.0']
  registry.push('acme/web', tags, image())
  registry.push('acme/arm', ['1.2-amd64'], image({ platforms: ['linux/amd64'] }))
  registry.push('acme/arm', ['1.2', '1.2-arm64'], image({ platforms: ['linux/arm64', 'linux/amd64'] }))
  digest = registry.push('acme/moved', '1.0', image({ name: 'now' }))
  const elsewhere = ['pause', 'bitnamilegacy/redis', 'brancz/kube-rbac-proxy', 'grafana/grafana', 'library/nginx']
  for (const name of [...elsewhere, 'library/eclipse-temurin', 'coredns/coredns']) registry.push(name, '1.0', image())
})
afterAll(async () => {
  await registry[Symbol.asyncDispose]()
  await nothing[Symbol.asyncDispose]()
})

/** Where the simulators stand in for registries of the world. */
async function serve(bench: Workbench): Promise<string> {
  const served = ['ghcr.io', 'quay.io', 'docker.io', 'mirror.gcr.io', 'registry.k8s.io']
  const empty = ['ghrc.io', 'quay.oi', 'k8s.gcr.io', 'gcr.io']
  for (const [name, { origin }] of [
    ...served.map(name => [name, registry] as const),
    ...empty.map(name => [name, nothing] as const),
  ])
    await bench.writeBeside(`certs.d/${name}/hosts.toml`, `server = "${origin}"\n`)
  return join(bench.beside, 'certs.d')
}

async function mended({ files, file }: Row, flags: readonly string[]): Promise<readonly string[]> {
  await using bench = await workbench(files)
  const hosts = await serve(bench)
  const platforms = ['linux/amd64', 'linux/arm64'].flatMap(platform => ['--platform', platform])
  const result = await bench.report(['check', '--fix', '--yes', '--hosts-dir', hosts, ...platforms, ...flags])
  expectExit(result, 0)
  expect(result.report.verdict).toBe('pass')
  const [before, after] = [files[file] ?? '', await readFile(join(bench.repository, file), 'utf8')]
  const [old, now] = [before.split('\n'), after.split('\n')]
  expect(now).toHaveLength(old.length)
  return now.flatMap((line, at) => (line === old[at] ? [] : [old[at] ?? '', line]))
}

const manifest = (before: string, after: string): Row => ({
  files: { 'web.yaml': podOf(before) },
  file: 'web.yaml',
  line: [`      image: ${before}`, `      image: ${after}`],
})

const kustomized = (written: string, entry: string, after: string): Row => ({
  files: {
    'base/web.yaml': podOf(written),
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'prod/kustomization.yaml': `resources: [../base]\nimages:\n${entry} # now\n`,
  },
  file: 'prod/kustomization.yaml',
  line: [`${entry} # now`, `${after} # now`],
})

const chart = (before: string, after: string, others: string, more: Partial<Row> = {}): Row => ({
  files: {
    'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: "1.27.33"\n',
    'shop/values.yaml': `# the shop\nimage:\n  ${before} # here\n${others}`,
    'shop/templates/web.yaml': podOf(
      '{{ with .Values.image }}{{ with .registry }}{{ . }}/{{ end }}{{ .name }}{{ with .digest }}@{{ . }}{{ else }}:{{ .tag | default $.Chart.AppVersion }}{{ end }}{{ end }}',
    ),
    ...more.files,
  },
  file: more.file ?? 'shop/values.yaml',
  line: more.line ?? [`  ${before} # here`, `  ${after} # here`],
})

describe('check --fix mends in a manifest', { timeout: 60_000 }, () => {
  test.each<readonly [string, () => Row]>([
    [
      'a tag, by the variant that it has',
      () => manifest('ghcr.io/acme/web:1.27.33-alpine', 'ghcr.io/acme/web:1.27.3-alpine'),
    ],
    ['a tag with a `v` too many', () => manifest('ghcr.io/acme/web:v1.27.3', 'ghcr.io/acme/web:1.27.3')],
    ['a tag with a `v` too few', () => manifest('ghcr.io/acme/web:2.0.1', 'ghcr.io/acme/web:v2.0.1')],
    ['a tag, by the nearer version', () => manifest('ghcr.io/acme/web:2.9.8', 'ghcr.io/acme/web:2.9.7')],
    ['a digest that moved', () => manifest(`ghcr.io/acme/moved:1.0@${gone}`, `ghcr.io/acme/moved:1.0@${digest}`)],
    ['a tag without the platform', () => manifest('ghcr.io/acme/arm:1.2-amd64', 'ghcr.io/acme/arm:1.2-arm64')],
    ['k8s.gcr.io', () => manifest('k8s.gcr.io/pause:1.0', 'registry.k8s.io/pause:1.0')],
    ['an image of Bitnami', () => manifest('bitnami/redis:1.0', 'bitnamilegacy/redis:1.0')],
    [
      'an image of gcr.io',
      () => manifest('gcr.io/kubebuilder/kube-rbac-proxy:1.0', 'quay.io/brancz/kube-rbac-proxy:1.0'),
    ],
    ['an old name of k8s.gcr.io', () => manifest('gcr.io/google_containers/pause:1.0', 'registry.k8s.io/pause:1.0')],
    ['an official image that got another name', () => manifest('openjdk:1.0', 'eclipse-temurin:1.0')],
    ['a host one letter off', () => manifest('quay.oi/acme/web:1.27.3', 'quay.io/acme/web:1.27.3')],
    ['a missing library/', () => manifest('mirror.gcr.io/nginx:1.0', 'mirror.gcr.io/library/nginx:1.0')],
  ])('%s', async (_, row) => {
    const { line } = row()
    expect(await mended(row(), [])).toEqual(line)
  })
})

describe.each(helms.filter(({ isThere }) => isThere))(
  'check --fix mends in a chart, with $name,',
  { timeout: 60_000 },
  ({ path }) => {
    test.each<readonly [string, () => Row]>([
      ['a tag in quotes', () => chart("tag: '1.27.33'", "tag: '1.27.3'", '  name: ghcr.io/acme/web\n')],
      ['a tag that would be a number', () => chart('tag: 2.99', 'tag: "1.0"', '  name: ghcr.io/acme/moved\n')],
      [
        'the appVersion',
        () =>
          chart('name: ghcr.io/acme/web', '', '  tag: ""\n', {
            file: 'shop/Chart.yaml',
            line: ['appVersion: "1.27.33"', 'appVersion: "1.27.3"'],
          }),
      ],
      [
        'a registry of its own',
        () => chart('registry: k8s.gcr.io', 'registry: registry.k8s.io', '  name: pause\n  tag: "1.0"\n'),
      ],
      [
        'a registry one letter off',
        () => chart('registry: ghrc.io', 'registry: ghcr.io', '  name: acme/web\n  tag: 1.27.3\n'),
      ],
      [
        'a name',
        () => chart('name: bitnami/redis', 'name: bitnamilegacy/redis', '  registry: docker.io\n  tag: "1.0"\n'),
      ],
      ['a digest', () => chart(`digest: "${gone}"`, `digest: "${digest}"`, '  name: ghcr.io/acme/moved:1.0\n')],
      [
        'what the configuration sets',
        () =>
          chart('tag: "1"', '', '  name: ghcr.io/acme/web\n', {
            files: { 'will-it-pull.yaml': 'sources:\n  - chart: shop\n    set: {image.tag: 1.27.33} # ours\n' },
            file: 'will-it-pull.yaml',
            line: ['    set: {image.tag: 1.27.33} # ours', '    set: {image.tag: 1.27.3} # ours'],
          }),
      ],
      [
        'the values of an Application',
        () =>
          chart('tag: "1"', '', '  name: ghcr.io/acme/web\n', {
            files: { 'app.yaml': application },
            file: 'app.yaml',
            line: ['          tag: 1.27.33', '          tag: 1.27.3'],
          }),
      ],
    ])('%s', async (_, row) => {
      const { line, file } = row()
      const paths = file === 'app.yaml' ? ['app.yaml'] : []
      expect(await mended(row(), [...paths, '--helm-path', path])).toEqual(line)
    })
  },
)

const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop}
spec:
  source:
    repoURL: https://github.com/acme/gitops
    path: shop
    helm:
      valuesObject:
        image:
          tag: 1.27.33
`

describe.skipIf(!kubectl.isThere)('check --fix mends in a kustomization', { timeout: 60_000 }, () => {
  const flags = ['--kustomize-path', kubectl.path, 'prod']
  test.each<readonly [string, () => Row]>([
    [
      'a tag',
      () =>
        kustomized(
          'web',
          '- {name: web, newName: ghcr.io/acme/web, newTag: 1.27.33}',
          '- {name: web, newName: ghcr.io/acme/web, newTag: 1.27.3}',
        ),
    ],
    [
      'a name',
      () =>
        kustomized(
          'web',
          '- {name: web, newName: k8s.gcr.io/pause, newTag: "1.0"}',
          '- {name: web, newName: registry.k8s.io/pause, newTag: "1.0"}',
        ),
    ],
    [
      'a digest',
      () =>
        kustomized(
          'web',
          `- {name: web, newName: "ghcr.io/acme/moved:1.0", digest: '${gone}'}`,
          `- {name: web, newName: "ghcr.io/acme/moved:1.0", digest: '${digest}'}`,
        ),
    ],
  ])('%s', async (_, row) => {
    expect(await mended(row(), flags)).toEqual(row().line)
  })
})
