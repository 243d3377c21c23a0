import type { IncomingMessage } from 'node:http'
import type { Ask } from './ask.ts'
import { routeOf } from './route.ts'

const bodyLimit = 1 << 20

/** Where requests are read: the mount point of the API and the path of the token server. */
export interface Mount {
  readonly prefix: string
  readonly tokenPath: string | undefined
}

/** Reads a request with its body, of which 1 MiB is kept at most. */
export async function readAsk(request: IncomingMessage, mount: Mount): Promise<Ask> {
  const url = new URL(request.url ?? '/', 'http://simulator.invalid')
  const body = await textOf(request)
  const base = { method: request.method ?? 'GET', url, headers: request.headers, body }
  if (url.pathname !== mount.tokenPath) return { ...base, route: routeOf(url.pathname, mount.prefix) }
  const [repository] = scopesOf({ ...base, route: { kind: 'other' } }).map(scope =>
    scope.split(':').slice(1, -1).join(':'),
  )
  return { ...base, route: { kind: 'token', repository } }
}

/** The scopes of a token request: repeated in the query of a GET, separated by spaces in the form of a POST. */
export function scopesOf(ask: Ask): string[] {
  const asked = ask.method === 'POST' ? new URLSearchParams(ask.body) : ask.url.searchParams
  return asked
    .getAll('scope')
    .flatMap(scope => scope.split(' '))
    .filter(scope => scope !== '')
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of request) {
    total += chunk.length
    if (total <= bodyLimit) chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
