import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Artifact } from './artifact.ts'
import { listen } from './listen.ts'
import { readAsk } from './read-ask.ts'
import { recordOf } from './recorder.ts'
import type { RecordedRequest } from './recorder.ts'
import { sendHttp } from './send.ts'
import { serve } from './serve.ts'
import { Store } from './store.ts'

/** How the registry is to be. Without options: plain HTTP, open to all, on a free port of 127.0.0.1. */
export interface RegistryOptions {
  readonly address?: string
  readonly port?: number
  /** Round trip time: connecting costs one, and everything sent travels for half of it. */
  readonly latencyMs?: number
  /** Where the API is mounted; default `/v2`. */
  readonly prefix?: string
  /** Shares what another registry holds. */
  readonly store?: Store
}

/** A running registry. */
export interface SimulatedRegistry extends AsyncDisposable {
  /** `127.0.0.1:41231` */
  readonly host: string
  /** `http://127.0.0.1:41231` */
  readonly origin: string
  readonly store: Store
  /** Uploads; gives the digest of the root. */
  push(repository: string, tags: string | readonly string[], artifact: Artifact): string
  /** Every request so far, in the order in which they were answered. */
  readonly requests: readonly RecordedRequest[]
  readonly requestCount: number
  readonly connections: number
  /** Forgets the recorded requests. */
  clear(): void
}

/** Starts a registry; dispose it to close everything at once. */
export async function startRegistry(options: RegistryOptions = {}): Promise<SimulatedRegistry> {
  const store = options.store ?? new Store()
  const requests: RecordedRequest[] = []
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const ask = await readAsk(request, { prefix: options.prefix ?? '/v2', tokenPath: undefined })
    const answer = serve(ask, store)
    requests.push(
      recordOf({ ask, user: undefined, httpVersion: request.httpVersion, host: listener.host }, answer.status),
    )
    sendHttp(answer, response, ask.method)
  }
  const listener = await listen({ ...options, handler: (request, response) => void handle(request, response) })
  return {
    host: listener.host,
    origin: listener.origin,
    store,
    requests,
    push: (repository, tags, artifact) => store.push(repository, tags, artifact),
    get requestCount() {
      return requests.length
    },
    get connections() {
      return listener.connections
    },
    clear: () => void requests.splice(0),
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  }
}
