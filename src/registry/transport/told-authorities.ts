import type { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { TLSSocket, getCACertificates } from 'node:tls'
import type { Connect } from './http2/dials.ts'
import { tlsKey } from './http.ts'
import type { TlsProfile } from './http.ts'
import type { Environment } from './proxy.ts'

/**
 * Remembers the servers whose certificates are good only since this process was told of their authority, by
 * `NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE` or `SSL_CERT_DIR`: nodes need not know it. Costs nothing where it was told of
 * none.
 */
export class ToldAuthorities {
  /** Whether the system's store as Node reads it is another than the system's own. */
  readonly #isSystemTold: boolean
  readonly #known: readonly string[]
  readonly #hosts = new Map<string, boolean>()
  #stores: { readonly told: ReadonlySet<string>; readonly usual: ReadonlySet<string> } | undefined

  /** `known`: PEM texts of authorities that the nodes are said to trust. */
  constructor(environment: Environment, known: readonly string[]) {
    const isNamed = Boolean(environment['SSL_CERT_FILE']) || Boolean(environment['SSL_CERT_DIR'])
    // Windows and macOS have stores that no variable replaces
    this.#isSystemTold = isNamed && process.platform !== 'win32' && process.platform !== 'darwin'
    this.#known = known
  }

  /** Looks at the certificates of the connections to an origin. */
  watch(connect: Connect, { origin }: URL, tls: TlsProfile): Connect {
    if (!tls.verify || (!this.#isSystemTold && getCACertificates('extra').length === 0)) return connect
    return (target, callback) =>
      connect(target, (...result) => {
        const [, socket] = result
        if (socket instanceof TLSSocket) this.#note(socket, keyOf(origin, tls), tls)
        callback(...result)
      })
  }

  /** Whether an origin that was connected to is trusted for nothing else. */
  vouchFor({ origin }: URL, tls: TlsProfile): boolean {
    return this.#hosts.size > 0 && this.#hosts.get(keyOf(origin, tls)) === true
  }

  // the first connection tells: a resumed session no longer has the whole chain
  #note(socket: TLSSocket, key: string, { ca = '' }: TlsProfile): void {
    if (this.#hosts.has(key)) return
    const root = rootOf(socket)?.toString('base64')
    if (root !== undefined) this.#hosts.set(key, this.#isTold(root) && !bodiesOf([ca]).includes(root))
  }

  #isTold(root: string): boolean {
    this.#stores ??= {
      told: new Set(bodiesOf([...getCACertificates('extra'), ...this.#system(true)])),
      usual: new Set(bodiesOf([...getCACertificates('bundled'), ...this.#known])),
    }
    const { told, usual } = this.#stores
    return told.has(root) && !usual.has(root) && !bodiesOf(this.#system(false)).includes(root)
  }

  /** The system's store: what it was made to by a variable, or what it is by itself. */
  #system(asTold: boolean): readonly string[] {
    if (asTold) return this.#isSystemTold ? getCACertificates('system') : []
    return this.#isSystemTold ? usualBundles.map(readIfThere) : getCACertificates('system')
  }
}

// where Go, and with it the runtimes, looks without SSL_CERT_FILE (crypto/x509/root_linux.go)
const usualBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

const pem = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]+)-----END/g

/** The certificates of PEM texts, in base64 without breaks. */
function bodiesOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap(text => [...text.matchAll(pem)].map(([, body = '']) => body.replaceAll(/\s/g, '')))
}

const longestChain = 20

/** The certificate that the server's chain ends at; undefined where that is not one that signed itself. */
function rootOf(socket: TLSSocket): Buffer | undefined {
  let certificate = socket.getPeerCertificate(true)
  for (let depth = 0; depth < longestChain; depth++) {
    const issuer: typeof certificate | undefined = certificate.issuerCertificate
    if (issuer === undefined) return undefined
    if (issuer.fingerprint256 === certificate.fingerprint256) return certificate.raw
    certificate = issuer
  }
  return undefined
}

function keyOf(origin: string, tls: TlsProfile): string {
  return `${origin} ${tlsKey(tls)}`
}
