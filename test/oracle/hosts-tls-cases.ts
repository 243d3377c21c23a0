import { clientIdentity } from '../../src/simulator/tls/authority.ts'
import { before, from17, hostsCases } from './hosts-rules.ts'
import type { Stage } from './stage.ts'

const authority = ({ tls }: Stage) => ({ 'rules.test/ca.crt': tls.ca })

function identity(stage: Stage) {
  const { certificate, privateKey } = clientIdentity()
  const one = { 'rules.test/own.cert': certificate, 'rules.test/own.key': privateKey }
  return { ...authority(stage), ...one, 'rules.test/both.pem': certificate + privateKey }
}

const secure = (...lines: readonly string[]) => before('http://OPEN', 'https://TLS', ...lines)
const expired = (...lines: readonly string[]) => before('http://OPEN', 'https://EXPIRED', ...lines)
const mutual = (...lines: readonly string[]) => before('http://OPEN', 'https://MUTUAL', 'ca = "ca.crt"', ...lines)
const at = ['tls'] as const
const own = { at: ['mutual'], files: identity } as const

/** Transport of hosts.toml: whom a node trusts, what it shows, and when it speaks plain HTTP. */
export const hostsTlsCases = hostsCases([
  ['HTTPS with its authority', 'pullable', { toml: secure('ca = "ca.crt"'), at, files: authority }],
  ['HTTPS with its authority in a list', 'pullable', { toml: secure('ca = ["ca.crt"]'), at, files: authority }],
  ['HTTPS without its authority', 'unknown', { toml: secure(), at }, { pulls: false }],
  ['HTTPS that is not verified', 'pullable', { toml: secure('skip_verify = true'), at }],
  ['an expired certificate', 'unpullable', { toml: expired('ca = "ca.crt"'), at: ['expired'], files: authority }],
  ['an expired certificate that is not verified', 'pullable', { toml: expired('skip_verify = true'), at: ['expired'] }],
  ['a client certificate and its key', 'pullable', { toml: mutual('client = [["own.cert", "own.key"]]'), ...own }],
  ['a client certificate with its key in one file', 'pullable', { toml: mutual('client = "both.pem"'), ...own }],
  ['without the client certificate', 'unknown', { toml: mutual(), ...own }, { pulls: false }],
  [
    'certificate files without a hosts.toml',
    'pullable',
    { toml: '', at, folder: 'unused', registry: 'TLS', files: ({ tls }) => ({ [`${tls.host}/ca.crt`]: tls.ca }) },
    from17,
  ],
  [
    'plain HTTP where HTTPS is written',
    'unpullable',
    { toml: before('http://OPEN', 'https://MIRROR'), at: ['mirror'] },
  ],
  [
    'plain HTTP with TLS options: HTTPS first, then HTTP',
    'pullable',
    { toml: before('http://CLOSED', 'http://MIRROR', 'skip_verify = true'), at: ['mirror'] },
  ],
  [
    'HTTPS behind http with TLS options',
    'pullable',
    { toml: before('http://OPEN', 'http://TLS', 'skip_verify = true'), at },
    from17,
  ],
  ['HTTPS behind http', 'unknown', { toml: before('http://OPEN', 'http://TLS'), at }, { pulls: false }],
])
