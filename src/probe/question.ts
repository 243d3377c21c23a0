import type { Access, RegistryHost } from '../registry/types.ts'
import { Secret } from '../secret.ts'
import type { Question } from './types.ts'

/** Equal questions have equal keys; a key holds no secret. */
export function questionKey(question: Question): string {
  switch (question.ask) {
    case 'login':
      return `login ${question.registry} ${question.repository}`
    case 'manifest':
      return `manifest ${at(question)} ${question.reference} ${question.mediaType ?? ''}`
    case 'by-head':
      return `by-head ${at(question)} ${question.reference}`
    case 'greeting':
      return `greeting ${hostKey(question.host)}`
    case 'exists':
      return `${question.content} ${at(question)} ${question.digest}`
    case 'config':
      return `config ${at(question)} ${question.config.digest}`
    case 'tags':
      return `tags ${at(question)}`
  }
}

/** Tells hosts apart by everything that changes what they may answer. */
export function hostKey(host: RegistryHost): string {
  const known = hostKeys.get(host)
  if (known !== undefined) return known
  const { authority, path, scheme, verify, mirrorOf = '', ca, client, headers } = host
  const own = new Secret(JSON.stringify([ca, client?.certificate, client?.key.reveal(), headers]))
  const key = `${scheme}:${verify} ${authority}${path} ${mirrorOf} ${own.fingerprint()}`
  hostKeys.set(host, key)
  return key
}

const hostKeys = new WeakMap<RegistryHost, string>()

function at(question: { readonly host: RegistryHost; readonly repository: string; readonly as: Access }): string {
  return `${hostKey(question.host)} ${question.repository} as ${accessKey(question.as)}`
}

/** Tells logins apart by what they hold, not by their name: two sources may render one name differently. */
export function accessKey(access: Access): string {
  if (access.kind === 'anonymous') return access.kind
  const { credential } = access
  if (credential.kind !== 'basic') return `${accessName(access)} ${credential.token.fingerprint()}`
  return `${accessName(access)} ${credential.username} ${credential.password.fingerprint()}`
}

/** `anonymous`, `runner` or `secret:<name>`, as reports print it. */
export function accessName(access: Access): string {
  return access.kind === 'secret' ? `secret:${access.name}` : access.kind
}
