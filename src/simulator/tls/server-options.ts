import type { TlsOptions } from 'node:tls'
import type { CertificateKind } from './kinds.ts'

export function serverOptions(_kind: CertificateKind): Promise<TlsOptions> {
  return Promise.resolve({})
}
