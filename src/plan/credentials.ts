import type { Environment } from '../config/types.ts'
import type { Use } from '../extract/types.ts'
import { decodePullSecret } from '../keyring/decode.ts'
import { lookup } from '../keyring/keyring.ts'
import type { KeyringEntry } from '../keyring/types.ts'
import type { Access } from '../registry/types.ts'
import type { Namespaces, NamedSecret } from './pull-secrets.ts'
import type { CredentialNote, PlannedCredentials } from './types.ts'

interface Named {
  readonly name: string
  readonly secret: NamedSecret
}

/**
 * The credentials that the kubelet would try for a repository, in its order: the pod's pull secrets, else those of its
 * ServiceAccount (never merged: plugin/pkg/admission/serviceaccount), then the node's docker config.
 */
export function planCredentials(
  use: Use,
  repository: string,
  context: { readonly namespaces: Namespaces; readonly nodeKeyring: readonly (readonly KeyringEntry[])[] },
): PlannedCredentials {
  const { namespaces, nodeKeyring } = context
  const namespace = namespaces.of(use.workload.namespace, use.source)
  const serviceAccount = use.pod.serviceAccount ?? 'default'
  const names = use.pod.pullSecrets?.length ? use.pod.pullSecrets : accountSecrets(use, serviceAccount, context)
  const named = names.map(name => ({
    name,
    secret: namespaces.secret(name, namespace, use.source),
  }))
  const keyrings = [secretKeyring(named, namespace), nodeKeyring]
  const known = keyrings.flatMap(keyring => lookup(keyring, repository).map(match => access(match.entry)))
  return {
    serviceAccount,
    secrets: names,
    known,
    unknown: named.filter(({ secret }) => isUnknown(secret)).map(({ name }) => `${namespace}/${name}`),
    undecodable: undecodable(named, namespace),
    notes: notes(named, namespace, known.length),
  }
}

function accountSecrets(
  use: Use,
  account: string,
  { namespaces }: { readonly namespaces: Namespaces },
): readonly string[] {
  // which pod a text is for that only looks like an image, and so which account, is not known
  if (use.role === 'heuristic' && use.pod.serviceAccount === undefined) return []
  const namespace = namespaces.of(use.workload.namespace, use.source)
  return namespaces.serviceAccount(account, namespace, use.source)?.pullSecrets ?? []
}

function secretKeyring(named: readonly Named[], namespace: string): readonly (readonly KeyringEntry[])[] {
  return named.map(({ name, secret }) =>
    secret.kind === 'known' ? secret.entries.map(entry => ({ ...entry, secret: `${namespace}/${name}` })) : [],
  )
}

/** The logins of the nodes themselves, where a docker config of theirs is known. */
export function nodeKeyring({ nodeCredentials }: Environment): readonly (readonly KeyringEntry[])[] {
  if (nodeCredentials.kind !== 'docker-config') return []
  const decoded = decodePullSecret({
    name: 'node',
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': nodeCredentials.content },
  })
  return decoded.kind === 'decoded' ? [decoded.entries.map(entry => ({ ...entry, secret: 'node' }))] : []
}

function access(entry: KeyringEntry): Access {
  return {
    kind: 'secret',
    name: `${entry.secret}#${entry.key}`,
    credential: { kind: 'basic', username: entry.username, password: entry.password },
  }
}

function isUnknown(secret: NamedSecret): boolean {
  return secret.kind === 'produced' || secret.kind === 'elsewhere' || secret.kind === 'missing'
}

function undecodable(named: readonly Named[], namespace: string): PlannedCredentials['undecodable'] {
  for (const { name, secret } of named)
    if (secret.kind === 'undecodable') return { secret: `${namespace}/${name}`, error: secret.error }
  return undefined
}

function notes(named: readonly Named[], namespace: string, matches: number): readonly CredentialNote[] {
  return named.flatMap(({ name, secret }) => note(`${namespace}/${name}`, secret, matches))
}

function note(secret: string, found: NamedSecret, matches: number): readonly CredentialNote[] {
  switch (found.kind) {
    case 'known':
      return matches > 0
        ? []
        : [
            {
              code: 'pull-secret-no-match',
              secret,
              detail: found.entries.map(entry => entry.key),
            },
          ]
    case 'ignored':
      return [{ code: 'pull-secret-ignored', secret, detail: [found.why] }]
    case 'elsewhere':
      return [{ code: 'pull-secret-other-namespace', secret, detail: found.namespaces }]
    case 'missing':
      return [{ code: 'pull-secret-missing', secret, detail: [] }]
    case 'produced':
    case 'undecodable':
      return []
  }
}
