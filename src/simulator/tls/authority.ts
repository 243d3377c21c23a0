import { makeCertificate } from './certificate.ts'
import type { Identity } from './certificate.ts'

/** Our own authority: made once in a process, known to nobody who is not told of it. */
export function ourAuthority(): Identity {
  made ??= makeCertificate({ name: 'Simulator Root', isAuthority: true })
  return made
}

/** A client certificate that a `client-certificate` registry accepts. */
export function clientIdentity(name = 'node-1'): Identity {
  return makeCertificate({ name, issuer: ourAuthority(), names: [name] })
}

let made: Identity | undefined
