import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chartRepository, webServer } from '../../test/support/chart-repository.ts'
import { chartArtifact, packagedChart } from '../../test/support/packaged-chart.ts'
import { createScratch } from '../process/scratch.ts'
import { instantClock, registryFor } from '../registry/testing/registry-for.ts'
import { image } from '../simulator/image.ts'
import { startRegistry } from '../simulator/registry.ts'
import { createCharts } from './create-charts.ts'
import type { FetchedChart, RemoteChart } from './types.ts'

interface Setting {
  readonly fork?: boolean
  readonly login?: { readonly registry: string; readonly auth: string }
}

/** Fetches charts one after the other with one client, and gives what came with the text of the archive. */
async function fetchAll(
  charts: readonly RemoteChart[],
  { fork = false, login }: Setting = {},
): Promise<readonly unknown[]> {
  await using folder = await createScratch()
  const config = login && { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { [login.registry]: { auth: login.auth } } }) }
  await using registry = registryFor({ environment: { ...config }, forbidPrivateAddresses: fork })
  await using client = createCharts({
    clock: instantClock(),
    registry,
    scratch: async () => folder,
    environment: {},
    userAgent: 'will-it-pull/test',
    forbidPrivateAddresses: fork,
  })
  const fetched: unknown[] = []
  for (const chart of charts) fetched.push(await seen(await client.fetch(chart)))
  return fetched
}

async function seen(fetched: FetchedChart): Promise<unknown> {
  if (fetched.kind === 'unavailable') return `${fetched.why}: ${fetched.detail}`
  const text = gunzipSync(await readFile(fetched.file)).toString()
  return `${fetched.version}: ${/image: (\S+:[\d.]+)/.exec(text)?.[1]}`
}

const versions = ['1.0.0', '1.2.0', '2.0.0'].map(version => ({
  name: 'shop',
  version,
  archive: packagedChart('shop', version),
}))

const inRepository = (url: string, version = '', name = 'shop'): RemoteChart => ({
  kind: 'repository',
  url,
  name,
  version,
})

describe('a chart repository', () => {
  test('gives the newest version that is allowed, and its index is read once', async () => {
    await using server = await chartRepository(versions)
    const url = `${server.origin}/charts`
    const wanted = ['', '^1', '1.0.0', '~1'].map(version => inRepository(url, version))
    expect(await fetchAll(wanted)).toEqual([
      '2.0.0: shop:2.0.0',
      '1.2.0: shop:1.2.0',
      '1.0.0: shop:1.0.0',
      '1.2.0: shop:1.2.0',
    ])
    expect(server.asked.filter(path => path.endsWith('index.yaml'))).toHaveLength(1)
    expect(server.asked).toHaveLength(4)
  })

  test('that has no such chart or version says so', async () => {
    await using server = await chartRepository(versions)
    const url = `${server.origin}/charts/`
    expect(await fetchAll([inRepository(url, '', 'other'), inRepository(url, '^3')])).toEqual([
      `absent: ${url} has no chart other`,
      `absent: ${url} has no version ^3 of shop`,
    ])
  })

  test('whose archive is not what its index describes is not believed', async () => {
    const [first] = versions
    if (first === undefined) throw new Error('there is one')
    await using honest = await chartRepository([first])
    const index = await (await fetch(`${honest.origin}/charts/index.yaml`)).text()
    await using server = await webServer(({ url = '' }, response) => {
      response.end(url.endsWith('index.yaml') ? index : packagedChart('shop', '6.6.6'))
    })
    const [said] = await fetchAll([inRepository(`${server.origin}/charts`)])
    expect(said).toBe(`unusable: ${server.origin}/charts/shop-1.0.0.tgz is not what the index describes`)
  })

  test.each([
    ['refused', 401, '', 'refused'],
    ['absent', 404, '', 'absent'],
    ['broken', 500, '', 'unreachable'],
    ['a page for people', 200, '<html>hello</html>', 'unusable'],
    ['a list', 200, '- a\n', 'unusable'],
    ['a chart without address', 200, 'entries:\n  shop:\n  - version: 1.0.0\n', 'absent'],
    [
      'an address of a file',
      200,
      'entries:\n  shop:\n  - {version: 1.0.0, urls: ["file:///etc/passwd"]}\n',
      'unusable',
    ],
  ])('that is %s gives no chart', async (_, status, body, why) => {
    await using server = await webServer((_request, response) => response.writeHead(status).end(body))
    expect(String((await fetchAll([inRepository(server.origin)]))[0])).toMatch(new RegExp(`^${why}: `))
  })

  test('with twenty thousand charts gives one of them in no time, also where lists are indented or names are quoted', async () => {
    const others = Array.from({ length: 20_000 }, (_, at) => `  c${at}:\n  - version: 1.0.0\n    urls: [c.tgz]\n`).join(
      '',
    )
    const own = '  "shop":\n    - version: 1.2.0\n      urls:\n        - shop-1.2.0.tgz\n'
    await using server = await webServer(({ url = '' }, response) => {
      response.end(
        url.endsWith('.yaml') ? `entries:\n${others}${own}  zz:\n  - version: 9.9.9\n` : packagedChart('shop', '1.2.0'),
      )
    })
    const startedAt = performance.now()
    expect(await fetchAll([inRepository(server.origin)])).toEqual(['1.2.0: shop:1.2.0'])
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test('is not asked from a fork where it lies on a private address, by itself or by a redirect', async () => {
    await using server = await chartRepository(versions)
    const [said] = await fetchAll([inRepository(`${server.origin}/charts`)], { fork: true })
    expect(said).toMatch(/^unreachable: .*must not be contacted/)
    expect(server.asked).toEqual([])
  })

  test('that is named with a login is asked without it, and it is shown nowhere', async () => {
    await using server = await chartRepository(versions)
    const url = `${server.origin.replace('http://', 'http://me:hunter2@')}/charts`
    expect(await fetchAll([inRepository(url, '^1'), inRepository(url, '^9')])).toEqual([
      '1.2.0: shop:1.2.0',
      `absent: ${server.origin}/charts has no version ^9 of shop`,
    ])
  })

  test('does not lead elsewhere on this machine', async () => {
    await using server = await webServer((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
    )
    expect(await fetchAll([inRepository(server.origin)])).toEqual([
      expect.stringMatching(/^unreachable: .*private address/),
    ])
  })
})

describe('a registry', () => {
  test('gives a chart by version, constraint or digest', async () => {
    await using registry = await startRegistry()
    const digests = versions.map(({ version, archive }) =>
      registry.push('charts/shop', version, chartArtifact(archive)),
    )
    const repository = `${registry.host}/charts/shop`
    const wanted = ['1.0.0', '^1', ''].map((version): RemoteChart => ({ kind: 'oci', repository, version }))
    const pinned: RemoteChart = { kind: 'oci', repository, version: '', digest: digests[1] }
    expect(await fetchAll([...wanted, pinned])).toEqual([
      '1.0.0: shop:1.0.0',
      '1.2.0: shop:1.2.0',
      '2.0.0: shop:2.0.0',
      `${digests[1]}: shop:1.2.0`,
    ])
  })

  test('finds a version with build metadata under the tag that helm gives it', async () => {
    await using registry = await startRegistry()
    registry.push('charts/shop', '1.0.0_b1', chartArtifact(packagedChart('shop', '1.0.0')))
    const chart: RemoteChart = { kind: 'oci', repository: `${registry.host}/charts/shop`, version: '1.0.0+b1' }
    expect(await fetchAll([chart])).toEqual(['1.0.0+b1: shop:1.0.0'])
  })

  test("is asked with the runner's docker login", async () => {
    await using registry = await startRegistry({ auth: { users: [{ name: 'ci', password: 'secret' }] } })
    registry.push('charts/shop', '1.0.0', chartArtifact(packagedChart('shop', '1.0.0')))
    const chart: RemoteChart = { kind: 'oci', repository: `${registry.host}/charts/shop`, version: '1.0.0' }
    const auth = Buffer.from('ci:secret').toString('base64')
    expect(await fetchAll([chart], { login: { registry: registry.host, auth } })).toEqual(['1.0.0: shop:1.0.0'])
    expect(await fetchAll([chart])).toEqual([`refused: ${registry.host}/charts/shop:1.0.0 (HTTP 401)`])
  })

  test('that holds something else under the name gives no chart', async () => {
    await using registry = await startRegistry()
    registry.push('charts/shop', '1.0.0', image())
    const repository = `${registry.host}/charts/shop`
    const wanted = ['1.0.0', '3.0.0', '^4'].map((version): RemoteChart => ({ kind: 'oci', repository, version }))
    expect(await fetchAll(wanted)).toEqual([
      `unusable: ${repository}:1.0.0 is no Helm chart`,
      `absent: ${repository}:3.0.0`,
      `absent: ${repository} has no version ^4`,
    ])
  })

  test('is not asked for what is no name', async () => {
    const wanted = ['shop', 'a b/shop', 'host/../x?y', 'user@host/shop'].map((repository): RemoteChart => ({
      kind: 'oci',
      repository,
      version: '1.0.0',
    }))
    for (const said of await fetchAll(wanted)) expect(said).toMatch(/^unusable: .* is no repository of a registry$/)
  })
})

test('an archive is fetched by its address, and what is none is not kept', async () => {
  await using server = await chartRepository(versions)
  const wanted = ['shop-1.0.0.tgz', 'index.yaml', 'none.tgz'].map((file): RemoteChart => ({
    kind: 'archive',
    url: `${server.origin}/charts/${file}`,
  }))
  expect(await fetchAll([...wanted, { kind: 'archive', url: 'file:///etc/passwd' }])).toEqual([
    ': shop:1.0.0',
    `unusable: ${server.origin}/charts/index.yaml is no packaged chart`,
    `absent: ${server.origin}/charts/none.tgz`,
    'unusable: file:///etc/passwd is no web address',
  ])
})
