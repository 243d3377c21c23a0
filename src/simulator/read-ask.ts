import type { IncomingMessage } from 'node:http'
import type { Ask } from './ask.ts'
import { routeOf } from './route.ts'
import { scopesOf } from './scopes.ts'

const bodyLimit = 1 << 20

/** Where requests are read: the mount point of the API, and which paths belong to the token server. */
export interface Mount {
  readonly prefix: string
  readonly isTokenPath: (path: string) => boolean
}

/** Reads a request with its body, of which 1 MiB is kept at most. */
export async function readAsk(request: IncomingMessage, mount: Mount): Promise<Ask> {
  const url = urlOf(request.url ?? '/')
  const { method = 'GET', headers, httpVersion } = request
  const base = { method, url, headers, httpVersion, body: await textOf(request) }
  if (!mount.isTokenPath(url.pathname)) return { ...base, route: routeOf(url.pathname, mount.prefix) }
  const repository = scopesOf(base)[0]?.split(':').slice(1, -1).join(':')
  return { ...base, route: { kind: 'token', repository } }
}

/** A proxy's client names the whole URL, everybody else the path. */
function urlOf(target: string): URL {
  const text = target.startsWith('/') ? `http://simulator.invalid${target}` : target
  return URL.parse(text) ?? new URL('http://simulator.invalid/')
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    total += chunk.length
    if (total <= bodyLimit) chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
