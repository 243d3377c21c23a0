import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** GitHub's cache as the runner offers it to actions: version 2 of the service, with a storage behind it. */
export interface CacheService extends AsyncDisposable {
  /** Variables of the step. */
  readonly environment: Readonly<Record<string, string>>
  /** What was saved: archives by key. */
  readonly entries: ReadonlyMap<string, Buffer>
  /** `GetCacheEntryDownloadURL`, `CreateCacheEntry` and so on, in order. */
  readonly calls: readonly string[]
}

export interface CacheServiceOptions {
  /** What a run of low trust gets: it may read, and not write. */
  readonly isReadOnly?: boolean
}

/** Starts one on a free port of 127.0.0.1. */
export async function startCacheService({ isReadOnly = false }: CacheServiceOptions = {}): Promise<CacheService> {
  const entries = new Map<string, Buffer>()
  const calls: string[] = []
  const desk: Desk = { entries, calls, isReadOnly, origin: '' }
  const server = createServer((request, response) => void serve(desk, request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the port is not open')
  desk.origin = `http://127.0.0.1:${address.port}`
  return {
    entries,
    calls,
    environment: {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${desk.origin}/`,
      ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-the-tests',
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

interface Desk {
  readonly entries: Map<string, Buffer>
  readonly calls: string[]
  readonly isReadOnly: boolean
  origin: string
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '', desk.origin)
  const body = await buffer(request)
  if (pathname.startsWith('/twirp/')) return answer(response, rpc(desk, pathname.split('/').at(-1) ?? '', body))
  const key = decodeURIComponent(pathname.split('/').at(-1) ?? '')
  if (request.method === 'PUT') {
    desk.entries.set(key, body)
    response.writeHead(201, { etag: '"1"', 'x-ms-request-id': '1', 'last-modified': new Date().toUTCString() }).end()
    return
  }
  const entry = desk.entries.get(key)
  response.writeHead(entry === undefined ? 404 : 200, { 'content-length': entry?.length ?? 0 }).end(entry)
}

function answer(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function rpc(desk: Desk, method: string, body: Buffer): unknown {
  desk.calls.push(method)
  const asked: unknown = JSON.parse(body.toString())
  const [key, prefixes] = [textOf(asked, 'key'), listOf(asked, 'restore_keys')]
  const place = (name: string) => `${desk.origin}/storage/container/${encodeURIComponent(name)}?sig=of-the-tests`
  if (method === 'CreateCacheEntry' && desk.isReadOnly)
    return { ok: false, signed_upload_url: '', message: 'cache write denied: the token is read-only' }
  if (method === 'CreateCacheEntry') return { ok: !desk.entries.has(key), signed_upload_url: place(key), message: '' }
  if (method === 'FinalizeCacheEntryUpload') return { ok: true, entry_id: '1', message: '' }
  const matched = [...desk.entries.keys()].findLast(name => prefixes.some(prefix => name.startsWith(prefix)))
  if (matched === undefined) return { ok: false, signed_download_url: '', matched_key: '' }
  return { ok: true, signed_download_url: place(matched), matched_key: matched }
}

function textOf(value: unknown, name: string): string {
  const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof field === 'string' ? field : ''
}

function listOf(value: unknown, name: string): readonly string[] {
  const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return Array.isArray(field) ? field.filter(item => typeof item === 'string') : []
}
