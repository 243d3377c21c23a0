import { once } from 'node:events'
import { connect } from 'node:net'
import { assert, expect, test } from 'vitest'
import { sha256 } from './content.ts'
import { image, singleManifest } from './image.ts'
import { startRegistry } from './registry.ts'
import { without } from './artifact.ts'

const accept = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

interface Body {
  readonly manifests?: { digest: string }[]
  readonly config?: { digest: string }
  readonly layers?: { digest: string }[]
}

const formats = ['oci', 'docker'] as const

test.each(formats)(
  'an %s index, its children, configs and layers are served under their true digests',
  async format => {
    await using registry = await startRegistry()
    const digest = registry.push(
      'acme/web',
      'v1',
      image({ format, attestations: true, withoutPlatform: ['linux/s390x'] }),
    )
    const queue = [`manifests/${digest}`]
    let seen = 0
    for (const path of queue) {
      const response = await fetch(`${registry.origin}/v2/acme/web/${path}`, { headers: { accept } })
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(path.endsWith(sha256(bytes))).toBe(true)
      seen += 1
      if (!path.startsWith('manifests')) continue
      const body = JSON.parse(bytes.toString()) as Body
      queue.push(...(body.manifests ?? []).map(({ digest }) => `manifests/${digest}`))
      queue.push(...[body.config ?? [], body.layers ?? []].flat().map(({ digest }) => `blobs/${digest}`))
    }
    expect(seen).toBe(1 + 5 * 3)
  },
)

test('a tag is answered with digest, type and length, and a HEAD with the same headers', async () => {
  await using registry = await startRegistry()
  const digest = registry.push('acme/one', 'v1', singleManifest({ platform: 'linux/arm64' }))
  const url = `${registry.origin}/v2/acme/one/manifests/v1`
  const got = await fetch(url, { headers: { accept } })
  const head = await fetch(url, { method: 'HEAD', headers: { accept } })
  for (const name of ['docker-content-digest', 'content-type', 'content-length']) {
    expect(head.headers.get(name)).toBe(got.headers.get(name))
  }
  expect(got.headers.get('docker-content-digest')).toBe(digest)
  expect(registry.requests.map(({ method, path, status }) => [method, path, status])).toEqual([
    ['GET', '/v2/acme/one/manifests/v1', 200],
    ['HEAD', '/v2/acme/one/manifests/v1', 200],
  ])
})

const absent = [
  { path: 'acme/web/manifests/v2', code: 'MANIFEST_UNKNOWN', status: 404 },
  { path: 'acme/nothing/manifests/v1', code: 'MANIFEST_UNKNOWN', status: 404 },
  { path: 'acme/nothing/tags/list', code: 'NAME_UNKNOWN', status: 404 },
  { path: `acme/web/blobs/sha256:${'0'.repeat(64)}`, code: 'BLOB_UNKNOWN', status: 404 },
  { path: 'acme/web/blobs/sha256:bad', code: 'DIGEST_INVALID', status: 400 },
  { path: 'Acme/web/manifests/v1', code: 'NAME_INVALID', status: 400 },
  { path: 'acme/web/tags/list?n=x', code: 'PAGINATION_NUMBER_INVALID', status: 400 },
]

test.each(absent)('$path is $status $code', async ({ path, code, status }) => {
  await using registry = await startRegistry()
  registry.push('acme/web', 'v1', image())
  const response = await fetch(`${registry.origin}/v2/${path}`, { headers: { accept } })
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ errors: [{ code }] })
})

test('an OCI index that the caller does not accept is a 404 that names the Accept header', async () => {
  await using registry = await startRegistry()
  registry.push('acme/web', 'v1', image())
  const response = await fetch(`${registry.origin}/v2/acme/web/manifests/v1`, { headers: { accept: '*/*' } })
  expect(await response.text()).toContain('accept header does not support OCI indexes')
})

test('a Docker list that the caller does not accept is answered with its linux/amd64 child', async () => {
  await using registry = await startRegistry()
  registry.push('acme/web', 'v1', image({ format: 'docker', platforms: ['linux/arm64', 'linux/amd64'] }))
  const type = 'application/vnd.docker.distribution.manifest.v2+json'
  const response = await fetch(`${registry.origin}/v2/acme/web/manifests/v1`, { headers: { accept: type } })
  expect(response.headers.get('content-type')).toBe(type)
})

test('tags come in pages, each with a link to the next', async () => {
  await using registry = await startRegistry()
  registry.push('acme/web', ['c', 'a', 'b'], image())
  const first = await fetch(`${registry.origin}/v2/acme/web/tags/list?n=2`)
  expect(await first.json()).toEqual({ name: 'acme/web', tags: ['a', 'b'] })
  const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  const second = await fetch(new URL(next, registry.origin))
  expect(await second.json()).toEqual({ name: 'acme/web', tags: ['c'] })
  expect(second.headers.get('link')).toBeNull()
})

test('a part that was never uploaded is a 404, the rest is there', async () => {
  await using registry = await startRegistry()
  const artifact = image({ platforms: ['linux/amd64', 'linux/arm64'] })
  registry.push('acme/web', 'v1', without(artifact, { child: 'linux/arm64' }))
  const digests = artifact.manifests.map(manifest => manifest.digest)
  const statuses = digests.map(async digest => {
    const response = await fetch(`${registry.origin}/v2/acme/web/manifests/${digest}`, { headers: { accept } })
    await response.arrayBuffer()
    return response.status
  })
  expect(await Promise.all(statuses)).toEqual([200, 200, 404])
})

test('a byte range of a blob is served alone', async () => {
  await using registry = await startRegistry()
  const artifact = singleManifest()
  registry.push('acme/one', 'v1', artifact)
  const [blob] = artifact.blobs
  assert(blob !== undefined)
  const url = `${registry.origin}/v2/acme/one/blobs/${blob.digest}`
  const response = await fetch(url, { headers: { range: 'bytes=0-3' } })
  expect(response.status).toBe(206)
  expect(response.headers.get('content-range')).toBe(`bytes 0-3/${blob.bytes.length}`)
  expect(await response.text()).toBe(blob.bytes.toString('latin1', 0, 4))
})

test('a caller who goes away in the middle of a body does no harm', async () => {
  await using registry = await startRegistry()
  const socket = connect(Number(registry.host.split(':')[1]), '127.0.0.1')
  socket.write('POST /v2/ HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf', () => socket.resetAndDestroy())
  await once(socket, 'close')
  const response = await fetch(`${registry.origin}/v2/`)
  expect(response.status).toBe(200)
})

test('closing ends open connections at once and leaves the port free', async () => {
  const registry = await startRegistry()
  registry.fault('*', 'hang-before-headers')
  const pending = fetch(`${registry.origin}/v2/`).then(
    () => 'answered',
    () => 'ended',
  )
  while (registry.requestCount === 0) await new Promise(resolve => setImmediate(resolve))
  await registry[Symbol.asyncDispose]()
  expect(await pending).toBe('ended')
  await using next = await startRegistry({ port: Number(registry.host.split(':')[1]) })
  expect(next.host).toBe(registry.host)
})

test('a registry can be mounted elsewhere and listen on another loopback address', async () => {
  await using registry = await startRegistry({ address: '127.0.0.9', prefix: '/mirror/v2' })
  registry.push('acme/web', 'v1', image())
  const response = await fetch(`${registry.origin}/mirror/v2/acme/web/tags/list?ns=docker.io`)
  expect([registry.host.startsWith('127.0.0.9:'), response.status]).toEqual([true, 200])
})
