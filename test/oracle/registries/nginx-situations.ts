import { once } from 'node:events'
import { get } from 'node:https'
import { faultAt } from '../../../src/simulator/faults/move.ts'
import { redirectTo } from '../../../src/simulator/faults/redirect.ts'
import { singleManifest } from '../../../src/simulator/image.ts'
import type { SiteName } from './nginx.ts'
import { free, mutual, pullable, rejected, unknown, unpullable } from './outcomes.ts'
import type { Real, Situation } from './situation.ts'
import type { Stage } from './stage.ts'

function at(site: SiteName): Pick<Situation, 'real'> {
  return { real: ({ nginx }) => ({ host: nginx.host(site), storage: nginx.host('good') }) }
}

/** The same situations where nginx and the simulator offer HTTP/2. */
export function overHttp2(situations: readonly Situation[]): readonly Situation[] {
  return situations.map(situation => ({
    ...situation,
    http2: true,
    real: stage => situation.real({ ...stage, nginx: stage.modern }),
  }))
}

/** nginx lets the first request of a minute pass. */
async function spent({ nginx }: Stage): Promise<Real> {
  const host = nginx.host('limited')
  const asked = get(`https://${host}/v2/`, { rejectUnauthorized: false })
  asked.on('response', answer => void answer.resume())
  await once(asked, 'close')
  return { host }
}

const failing = { ...free, ...unknown, code: 'registry-error' } as const
const stalled = { ...free, ...unknown, code: 'registry-unreachable', patienceMs: 400 } as const

/** nginx before a registry. */
export const nginxSituations: readonly Situation[] = [
  { name: 'TLS', ...free, ...pullable, ...at('good') },
  { name: 'an expired certificate', ...free, tls: 'expired', ...unpullable, code: 'tls-expired', ...at('expired') },
  {
    name: 'a certificate of tomorrow',
    ...free,
    tls: 'not-yet-valid',
    ...unpullable,
    code: 'tls-expired',
    ...at('tomorrow'),
  },
  {
    name: 'a certificate for another name',
    ...free,
    tls: 'wrong-name',
    ...unpullable,
    code: 'tls-name-mismatch',
    ...at('otherName'),
  },
  {
    name: 'an unknown authority',
    ...free,
    tls: 'missing-intermediate',
    ...unknown,
    code: 'tls-untrusted',
    ...at('stranger'),
  },
  { name: 'TLS 1.1', ...free, tls: 'old-protocol', ...unpullable, code: 'tls-handshake', ...at('oldProtocol') },
  { name: 'plain HTTP', ...free, tls: 'none', ...unpullable, code: 'plain-http-registry', ...at('plain') },
  {
    name: 'blobs that lie elsewhere',
    ...free,
    holds: singleManifest(),
    ...pullable,
    faults: [[{ route: 'blob', times: 1 }, redirectTo('https://storage.test')]],
    alsoKnownAs: ['storage.test'],
    real: ({ nginx }) => ({
      host: nginx.host('elsewhere'),
      storage: nginx.host('good'),
      image: 'registry.test/acme/single:v1',
    }),
  },
  { name: 'a redirect in a circle', ...failing, fault: 'redirect-loop', ...at('loop') },
  {
    name: 'a redirect to plain HTTP',
    ...failing,
    fault: faultAt('door', redirectTo('http://plain.test/')),
    ...at('downgrade'),
  },
  { name: '429', ...free, ...unknown, code: 'rate-limited', fault: 'limited-hub-abuse', real: spent },
  { name: 'a client certificate that is wanted', ...mutual, ...at('mutual') },
  { name: '503', ...failing, fault: 'error-503', ...at('maintenance') },
  { name: 'an upstream that is down', ...failing, fault: 'error-502', ...at('down') },
  { name: 'an upstream that is late', ...failing, fault: 'error-504', ...at('late') },
  { name: 'an upstream that hangs', ...stalled, fault: 'hang-before-headers', ...at('hanging') },
  { name: 'a slow body', ...stalled, fault: 'slow-drip', ...at('slow') },
  { name: 'a body that is cut', ...failing, fault: 'close-mid-body', ...at('cut') },
  { name: 'a page for people', ...failing, fault: 'html-200', ...at('page') },
  { name: 'a 404 that no registry wrote', ...failing, fault: 'not-found-html', ...at('lost') },
  {
    name: 'a connection that is dropped',
    ...free,
    ...unknown,
    code: 'registry-unreachable',
    fault: 'close-before-headers',
    ...at('dropped'),
  },
  { name: 'Basic by the server before it', auth: { style: 'htpasswd' }, ...pullable, ...at('guarded') },
  { name: 'a stale secret before it', auth: { style: 'htpasswd' }, who: 'stale-secret', ...rejected, ...at('guarded') },
]
