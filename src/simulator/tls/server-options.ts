import { createSecureContext } from 'node:tls'
import type { SecureContext, TlsOptions } from 'node:tls'
import { ourAuthority } from './authority.ts'
import { makeCertificate } from './certificate.ts'
import type { Identity } from './certificate.ts'
import type { CertificateKind } from './kinds.ts'

const day = 24 * 60 * 60 * 1000

/** TLS settings of a server of this kind. It has a certificate for every name that a client asks for by SNI. */
export function serverOptions(kind: CertificateKind, address = '127.0.0.1'): TlsOptions {
  const contexts = new Map<string, SecureContext>()
  const contextFor = (name: string): SecureContext => {
    const context = contexts.get(name) ?? createSecureContext(served(kind, [name]))
    contexts.set(name, context)
    return context
  }
  return {
    ...served(kind, [address, '::1', 'localhost', 'registry.test']),
    ...protocol(kind),
    SNICallback: (name, done) => done(null, contextFor(name)),
  }
}

interface Served {
  readonly cert: string
  readonly key: string
  readonly ca?: string
}

function served(kind: CertificateKind, names: readonly string[]): Served {
  const { leaf, sent } = chain(kind, names)
  const cert = [leaf, ...sent].map(identity => identity.certificate).join('')
  const ca = kind === 'client-certificate' ? { ca: ourAuthority().certificate } : {}
  return { cert, key: leaf.privateKey, ...ca }
}

interface Chain {
  readonly leaf: Identity
  /** What is sent along with it. */
  readonly sent: readonly Identity[]
}

function chain(kind: CertificateKind, names: readonly string[]): Chain {
  const name = names[0] ?? 'registry.test'
  const issuer = ourAuthority()
  const now = Date.now()
  switch (kind) {
    case 'good':
    case 'client-certificate':
    case 'old-protocol':
    case 'no-common-cipher':
      return { leaf: makeCertificate({ name, issuer, names }), sent: [] }
    case 'expired':
      return { leaf: makeCertificate({ name, issuer, names, to: new Date(now - day / 2) }), sent: [] }
    case 'not-yet-valid':
      return { leaf: makeCertificate({ name, issuer, names, from: new Date(now + day / 2) }), sent: [] }
    case 'wrong-name':
      return { leaf: makeCertificate({ name, issuer, names: ['somewhere.else.test'] }), sent: [] }
    case 'self-signed':
      return { leaf: makeCertificate({ name, names }), sent: [] }
    case 'unknown-authority': {
      const stranger = makeCertificate({ name: 'Somebody Else Root', isAuthority: true })
      return { leaf: makeCertificate({ name, issuer: stranger, names }), sent: [stranger] }
    }
    case 'missing-intermediate': {
      const between = makeCertificate({ name: 'Simulator Intermediate', issuer, isAuthority: true })
      return { leaf: makeCertificate({ name, issuer: between, names }), sent: [] }
    }
  }
}

function protocol(kind: CertificateKind): TlsOptions {
  if (kind === 'client-certificate') return { requestCert: true, rejectUnauthorized: true }
  // OpenSSL gives the signatures of TLS 1.0 up at its usual security level.
  if (kind === 'old-protocol') return { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }
  // The certificate's key is ECDSA, so a cipher that signs with RSA can't be chosen.
  return kind === 'no-common-cipher' ? { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' } : {}
}
