import { sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { makeCertificate } from '../../../src/simulator/tls/certificate.ts'
import type { Identity } from '../../../src/simulator/tls/certificate.ts'
import { serverOptions } from '../../../src/simulator/tls/server-options.ts'
import type { Login } from '../../support/docker-registry.ts'

/**
 * A small token server for docker-registry (distribution docs, spec/auth/jwt.md): it signs with a key that the registry
 * trusts by a certificate. Anybody may pull `public/**`, the login everything.
 */
export interface TokenServer extends AsyncDisposable {
  readonly host: string
  /** PEM for `rootcertbundle`. */
  readonly authority: string
}

export const issuer = 'of-the-tests'

/** Starts it on a free port of 127.0.0.1; with another key than it tells where `isForger`. */
export async function startTokenServer(login: Login, { isForger = false } = {}): Promise<TokenServer> {
  const root = makeCertificate({ name: 'Token Root', isAuthority: true })
  const told = isForger ? makeCertificate({ name: 'Token Root', isAuthority: true }) : root
  const signer = makeCertificate({ name: 'token signer', issuer: root, names: ['auth.test'] })
  const server = createServer(serverOptions('good'), (request, response) => {
    const user = userOf(request, login)
    response.writeHead(user === 'wrong' ? 401 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(user === 'wrong' ? refusal : tokenFor(request, user, signer)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the port is not open')
  return {
    host: `127.0.0.1:${address.port}`,
    authority: told.certificate,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

const refusal = { errors: [{ code: 'UNAUTHORIZED', message: 'incorrect username or password' }] }

function userOf({ headers }: IncomingMessage, { user, password }: Login): 'known' | 'nobody' | 'wrong' {
  if (headers.authorization === undefined) return 'nobody'
  const right = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return headers.authorization === right ? 'known' : 'wrong'
}

function tokenFor({ url = '' }: IncomingMessage, user: 'known' | 'nobody', signer: Identity): unknown {
  const query = new URL(url, ourOrigin).searchParams
  const scopes = query.getAll('scope').flatMap(scope => scope.split(' '))
  const access = scopes.flatMap(scope => {
    const [type, name = ''] = scope.split(':')
    const isAllowed = user === 'known' || name.startsWith('public/')
    return isAllowed ? [{ type, name, actions: ['pull'] }] : []
  })
  const now = Math.floor(Date.now() / 1000)
  const times = { iat: now, nbf: now - 10, exp: now + 300 }
  const claims = { iss: issuer, sub: user, aud: query.get('service'), jti: `${now}`, access, ...times }
  return { token: jwt(claims, signer), expires_in: 300 }
}

const ourOrigin = 'https://auth.test'

/** RFC 7515, ES256, with the signer's certificate in the header. */
function jwt(claims: unknown, { key, certificate }: Identity): string {
  const x5c = [certificate.replaceAll(/-----[A-Z ]+-----|\s/g, '')]
  const parts = [{ typ: 'JWT', alg: 'ES256', x5c }, claims].map(part =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const signature = sign('sha256', Buffer.from(parts.join('.')), { key, dsaEncoding: 'ieee-p1363' })
  return [...parts, signature.toString('base64url')].join('.')
}
