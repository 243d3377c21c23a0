import { Secret } from '../../secret.ts'
import { image, singleManifest } from '../../simulator/image.ts'
import { startProxy } from '../../simulator/proxy.ts'
import { faults } from '../../simulator/faults/faults.ts'
import type { FaultName } from '../../simulator/faults/faults.ts'
import { http2Faults } from '../../simulator/faults/http2.ts'
import type { Http2FaultName } from '../../simulator/faults/http2.ts'
import { startRegistry } from '../../simulator/registry.ts'
import { hostFor } from './host-for.ts'
import type { Access, Registry, Target } from '../types.ts'
import type { Answer } from '../answers/types.ts'
import { anonymous, patient, registryFor } from './registry-for.ts'

export const password = 'pa55-w0rd-of-ann'

export const ann: Access = {
  kind: 'runner',
  from: 'a test',
  credential: { kind: 'basic', username: 'ann', password: new Secret(password) },
}

export type Asked = 'manifest' | 'head' | 'greeting' | 'digest' | 'child' | 'blob' | 'config' | 'tags'

export interface FaultyAsk {
  readonly fault: FaultName | Http2FaultName
  readonly ask: Asked
  readonly as?: Access
  /** Whether the registry wants tokens. */
  readonly guarded: boolean
  /** Whether it speaks TLS and offers HTTP/2. */
  readonly http2?: boolean
}

/** Faults that end with a limit of ours; with the others no machine is too slow. */
const hanging: ReadonlySet<string> = new Set([
  'hang-on-connect',
  'hang-before-headers',
  'hang-mid-headers',
  'hang-mid-body',
  'slow-drip',
  'token-hang',
  'h2-early-hints',
])
const hasty = { connectMs: 300, headersMs: 300, bodyMs: 300, totalMs: 900 }

/** One question to a registry with one fault. Names other than loopback end at a proxy that knows none of them. */
export async function askFaulty({ fault, ask, as = anonymous, guarded, http2 = false }: FaultyAsk) {
  await using proxy = await startProxy({ routes: {} })
  const users = [{ name: 'ann', password }]
  const auth = guarded ? { users, public: ['acme/web'] } : undefined
  await using server = await startRegistry({ auth, ...(http2 && { tls: 'good', http2: 'raw' }) })
  const held = { index: server.push('acme/web', ['v1', 'v2'], image()), single: server.push('acme/web', 'v3', single) }
  using _ = server.fault('*', { ...faults, ...http2Faults }[fault])
  await using registry = registryFor({
    environment: { HTTPS_PROXY: proxy.origin, HTTP_PROXY: proxy.origin },
    timeouts: hanging.has(fault) ? hasty : patient,
  })
  const target = { host: hostFor(server.host), repository: 'acme/web', as }
  const answer = await questions[ask](registry, target, held)
  return { answer, requests: server.requestCount, received: server.requests }
}

const single = singleManifest()
const config = single.blobs[0]?.digest ?? ''

interface Held {
  readonly index: string
  readonly single: string
}

const questions: Readonly<Record<Asked, (registry: Registry, target: Target, held: Held) => Promise<Answer<unknown>>>> =
  {
    manifest: (registry, target) => registry.manifest(target, 'v1'),
    head: (registry, target) => registry.byHead(target, 'v1'),
    greeting: (registry, { host }) => registry.greet(host),
    digest: (registry, target, { index }) => registry.manifest(target, index),
    child: (registry, target, held) => registry.exists(target, { kind: 'manifest', digest: held.single }),
    blob: (registry, target) => registry.exists(target, { kind: 'blob', digest: config }),
    config: (registry, target) => registry.config(target, { mediaType: '', digest: config, size: 1 }),
    tags: (registry, target) => registry.tags(target),
  }
