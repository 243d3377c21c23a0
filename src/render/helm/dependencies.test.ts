import { resolve } from 'node:path'
import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { chartRepository } from '../../../test/support/chart-repository.ts'
import { fileTree } from '../../../test/support/file-tree.ts'
import { chartArtifact, packagedChart } from '../../../test/support/packaged-chart.ts'
import { renderWorld } from '../../../test/support/render-world.ts'
import { helms } from '../../../test/support/tools.ts'
import type { ChartOptions, ChartSource } from '../../discover/types.ts'
import { extract } from '../../extract/extract.ts'
import { createCharts } from '../../fetch/create-charts.ts'
import { noCharts } from '../../fetch/no-charts.ts'
import type { Charts } from '../../fetch/types.ts'
import { createScratch } from '../../process/scratch.ts'
import { instantClock, registryFor } from '../../registry/testing/registry-for.ts'
import { startRegistry } from '../../simulator/registry.ts'
import { createHelm } from './helm.ts'

type Contents = Readonly<Record<string, string | Uint8Array>>

const podTemplate = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: m, image: {{ .Values.image }} }]}\n`

/** A chart with one pod, in a folder. */
function chartIn(folder: string, name: string, dependencies = ''): Contents {
  return {
    [`${folder}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${dependencies}`,
    [`${folder}/values.yaml`]: `image: ${name}:1\n`,
    [`${folder}/templates/pod.yaml`]: podTemplate(name),
  }
}

const needs = (...entries: readonly string[]): string =>
  `dependencies:\n${entries.map(entry => `  - ${entry}\n`).join('')}`

interface Call {
  readonly contents: Contents
  readonly options?: Partial<ChartOptions>
  readonly charts?: Charts
  readonly helm: string
}

/** The images of the chart `shop`, or what is wrong; and what is in its folder afterwards. */
async function imagesOf({ contents, options, charts = noCharts, helm }: Call): Promise<readonly string[] | string> {
  await using tree = await fileTree(contents)
  await using world = await renderWorld(tree.root, charts)
  const before = await readdir(tree.root, { recursive: true })
  const defaults = { values: [], set: [], release: 'shop', namespace: 'default', apiVersions: [] }
  const source: ChartSource = {
    kind: 'helm',
    id: 's',
    path: 'shop',
    label: 'shop',
    options: { ...defaults, ...options },
  }
  const rendered = await createHelm(helm, world)(source)
  expect(await readdir(tree.root, { recursive: true })).toEqual(before)
  if (rendered.kind === 'failed') return `${rendered.failure.why}: ${rendered.failure.detail}`
  if (rendered.kind === 'skipped') return `unresolved: ${'detail' in rendered.source ? rendered.source.detail : ''}`
  return extract([rendered])
    .uses.map(({ image }) => image)
    .toSorted()
}

async function withCharts(use: (charts: Charts) => Promise<void>, fork = false): Promise<void> {
  await using folder = await createScratch()
  await using registry = registryFor({ forbidPrivateAddresses: fork })
  const options = {
    clock: instantClock(),
    environment: {},
    userAgent: 'will-it-pull/test',
    forbidPrivateAddresses: fork,
  }
  await using charts = createCharts({ ...options, registry, scratch: async () => folder })
  await use(charts)
}

describe.each(helms)('dependencies with $name', ({ path: helm, isThere }) => {
  describe.skipIf(!isThere)('where it could be fetched', () => {
    test('that are vendored, as folders or packages, are rendered as they are', async () => {
      const contents = {
        ...chartIn(
          'shop',
          'shop',
          needs(
            '{ name: cache, version: ^1, repository: "https://charts.test" }',
            '{ name: db, version: 2.x, repository: "oci://charts.test/x" }',
          ),
        ),
        ...chartIn('shop/charts/renamed', 'cache'),
        'shop/charts/db-2.1.0.tgz': packagedChart('db', '2.1.0'),
      }
      expect(await imagesOf({ helm, contents })).toEqual(['cache:1', 'db:2.1.0', 'shop:1'])
    })

    test('of the repository are added, and theirs too, by alias and condition', async () => {
      const contents = {
        ...chartIn(
          'shop',
          'shop',
          needs(
            '{ name: a, version: 1.0.0, repository: "file://../libs/a" }',
            '{ name: b, version: 1.0.0, repository: "file://../libs/b", alias: bee }',
            '{ name: c, version: 1.0.0, repository: "file://../libs/c", condition: c.enabled }',
          ),
        ),
        ...chartIn('libs/a', 'a', needs('{ name: deep, version: ">=1", repository: "file://../deep" }')),
        ...chartIn('libs/b', 'b'),
        ...chartIn('libs/c', 'c'),
        ...chartIn('libs/deep', 'deep'),
      }
      const set = ['bee.image=bee:9', 'c.enabled=false']
      expect(await imagesOf({ helm, contents, options: { set } })).toEqual(['a:1', 'bee:9', 'deep:1', 'shop:1'])
    })

    test('are added beside what is vendored, and a package of the repository is one too', async () => {
      const contents = {
        ...chartIn(
          'shop',
          'shop',
          needs(
            '{ name: a, version: 1.0.0, repository: "file://../a" }',
            '{ name: db, version: 2.x, repository: "file://../db-2.1.0.tgz" }',
            '{ name: c, version: 1.0.0 }',
          ),
        ),
        ...chartIn('shop/charts/c', 'c'),
        ...chartIn('a', 'a'),
        'db-2.1.0.tgz': packagedChart('db', '2.1.0'),
      }
      expect(await imagesOf({ helm, contents })).toEqual(['a:1', 'c:1', 'db:2.1.0', 'shop:1'])
    })

    test('of a chart of old are read from requirements.yaml', async () => {
      const contents = {
        ...chartIn('shop', 'shop'),
        'shop/Chart.yaml': 'apiVersion: v1\nname: shop\nversion: 1.0.0\n',
        'shop/requirements.yaml': needs('{ name: a, version: 1.0.0, repository: "file://../a" }'),
        ...chartIn('a', 'a'),
      }
      expect(await imagesOf({ helm, contents })).toEqual(['a:1', 'shop:1'])
    })

    test('are fetched from chart repositories and registries, in the version of the lock file', async () => {
      const dbs = ['2.1.0', '2.9.0'].map(version => ({ name: 'db', version, archive: packagedChart('db', version) }))
      await using server = await chartRepository(dbs)
      await using registry = await startRegistry()
      registry.push('charts/cache', '3.0.0', chartArtifact(packagedChart('cache', '3.0.0')))
      const repository = `${server.origin}/charts`
      const oci = `oci://${registry.host}/charts`
      const contents = chartIn(
        'shop',
        'shop',
        needs(
          `{ name: db, version: ^2, repository: "${repository}" }`,
          `{ name: cache, version: ^3, repository: "${oci}" }`,
        ),
      )
      const lock = `dependencies:\n- name: db\n  repository: ${repository}\n  version: 2.1.0\n- name: cache\n  repository: ${oci}\n  version: 3.0.0\ndigest: sha256:0\n`
      await withCharts(async charts => {
        expect(await imagesOf({ helm, contents, charts })).toEqual(['cache:3.0.0', 'db:2.9.0', 'shop:1'])
        const locked = { ...contents, 'shop/Chart.lock': lock }
        expect(await imagesOf({ helm, contents: locked, charts })).toEqual(['cache:3.0.0', 'db:2.1.0', 'shop:1'])
        const stale = { ...contents, 'shop/Chart.lock': lock.replace('2.1.0', '1.0.0') }
        expect(await imagesOf({ helm, contents: stale, charts })).toBe(
          'lock-out-of-date: db ^2 is wanted, and 1.0.0 is locked',
        )
      })
    })

    test('of one name in several versions are each fetched in their own', async () => {
      const dbs = ['1.1.0', '1.2.0', '2.1.0', '2.9.0'].map(version => {
        return { name: 'db', version, archive: packagedChart('db', version) }
      })
      await using server = await chartRepository(dbs)
      const repository = `${server.origin}/charts`
      const [old, current] = ['^1', '^2'].map(
        version => `{ name: db, version: ${version}, repository: "${repository}", alias: db${version.slice(1)} }`,
      )
      const lock = ['1.1.0', '2.1.0'].map(version => `- {name: db, repository: "${repository}", version: ${version}}\n`)
      const contents = {
        ...chartIn('shop', 'shop', needs(old ?? '', current ?? '')),
        'shop/Chart.lock': `dependencies:\n${lock.join('')}`,
      }
      await withCharts(async charts => {
        expect(await imagesOf({ helm, contents, charts })).toEqual(['db:1.1.0', 'db:2.1.0', 'shop:1'])
      })
    })

    test('that do not exist are a failure; those that nobody gives are unresolved', async () => {
      await using server = await chartRepository([])
      const dependent = (repository: string) =>
        chartIn('shop', 'shop', needs(`{ name: db, version: 2.0.0, repository: "${repository}" }`))
      await withCharts(async charts => {
        const outcome = (repository: string) => imagesOf({ helm, contents: dependent(repository), charts })
        expect(await outcome(`${server.origin}/charts`)).toMatch(/^chart-unavailable: .* has no chart db$/)
        expect(await outcome('http://127.0.0.1:1/charts')).toMatch(
          /^unresolved: db: http:\/\/127.0.0.1:1\/charts\/index.yaml: /,
        )
        expect(await outcome('@mine')).toBe('unresolved: db from @mine')
        expect(await outcome('')).toBe('dependency-missing: db')
        expect(await outcome('file://../nowhere')).toBe(
          'dependency-missing: db: there is no chart at file://../nowhere',
        )
        expect(await outcome('file:///etc')).toBe('dependency-missing: db: file:///etc lies outside of the repository')
        expect(await outcome('file://../../x')).toMatch(/lies outside of the repository$/)
      })
      expect(await imagesOf({ helm, contents: dependent('https://charts.test') })).toBe('dependency-missing: db')
    })

    test('on a private address are not asked for from a fork', async () => {
      await using server = await chartRepository([
        { name: 'db', version: '2.0.0', archive: packagedChart('db', '2.0.0') },
      ])
      const repository = `${server.origin}/charts`
      const contents = chartIn('shop', 'shop', needs(`{ name: db, version: 2.0.0, repository: "${repository}" }`))
      await withCharts(async charts => {
        expect(await imagesOf({ helm, contents, charts })).toMatch(/^unresolved: .*must not be contacted/)
      }, true)
      expect(server.asked).toEqual([])
    })

    test('that need each other in a circle come to an end', async () => {
      const contents = {
        ...chartIn('shop', 'shop', needs('{ name: a, version: 1.0.0, repository: "file://../a" }')),
        ...chartIn('a', 'a', needs('{ name: shop, version: 1.0.0, repository: "file://../shop" }')),
      }
      expect(await imagesOf({ helm, contents })).toMatch(/^dependency-missing: .* in a circle$/)
    })

    test('that are library charts help to render and render nothing themselves', async () => {
      const library = {
        'libs/common/Chart.yaml': 'apiVersion: v2\nname: common\nversion: 1.0.0\ntype: library\n',
        'libs/common/templates/_pod.tpl': `{{- define "common.pod" }}\n${podTemplate('made')}{{ end -}}`,
      }
      const contents = {
        ...chartIn('shop', 'shop', needs('{ name: common, version: 1.0.0, repository: "file://../libs/common" }')),
        'shop/templates/pod.yaml': '{{ include "common.pod" . }}\n',
        ...library,
      }
      expect(await imagesOf({ helm, contents })).toEqual(['shop:1'])
    })
  })
})

const fixture = resolve(import.meta.dirname, '../../../test/fixtures/charts/shop')

test('a copy leaves out .git, and holds the files that links lead to', async () => {
  await using tree = await fileTree({
    'a/.git/config': 'x',
    'a/b/.git': 'x',
    'a/b/c.yaml': 'x',
    'd.yaml': 'd',
    'e/f': 'f',
  })
  await tree.link('a/d.yaml', '../d.yaml')
  await tree.link('a/e', '../e')
  await using folder = await createScratch()
  await folder.copy(`${tree.root}/a`, 'chart')
  expect((await readdir(`${folder.path}/chart`, { recursive: true })).toSorted()).toEqual([
    'b',
    'b/c.yaml',
    'd.yaml',
    'e',
    'e/f',
  ])
  await tree[Symbol.asyncDispose]()
  expect(await readdir(`${folder.path}/chart/e`)).toEqual(['f'])
  expect(await folder.copy(`${fixture}/values.yaml`, 'v.yaml')).toBe(`${folder.path}/v.yaml`)
})
