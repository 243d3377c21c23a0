import { Secret } from '../secret.ts'
import { readDockerConfig, type ConfigShape } from './docker-config.ts'
import { shownKey } from './shown-key.ts'
import type { DecodedSecret, KeyringEntry, PullSecret } from './types.ts'

interface Format {
  readonly key: string
  readonly shape: ConfigShape
}

const formats: ReadonlyMap<string, Format> = new Map([
  ['kubernetes.io/dockerconfigjson', { key: '.dockerconfigjson', shape: 'config.json' }],
  ['kubernetes.io/dockercfg', { key: '.dockercfg', shape: 'dockercfg' }],
])

/**
 * What the kubelet reads from a pull secret (pkg/credentialprovider/secrets/secrets.go): of two types one key each. Any
 * other secret it passes over without a word; one that it cannot decode keeps it from pulling for the pod at all.
 */
export function decodePullSecret({ name, type, data }: PullSecret): DecodedSecret {
  const format = formats.get(type)
  if (format === undefined) return { kind: 'ignored', why: 'type' }
  if (!Object.hasOwn(data, format.key)) return { kind: 'ignored', why: 'key-missing' }
  const content = data[format.key]
  if (content === undefined) return { kind: 'undecodable', error: 'illegal base64 data' }
  const text = typeof content === 'string' ? content : content.reveal()
  if (text === '') return { kind: 'ignored', why: 'empty' }
  const config = readDockerConfig(text, format.shape)
  if (config.kind === 'error') return { kind: 'undecodable', error: config.error }
  const entries = config.logins.map(({ key, username, password }): KeyringEntry => ({
    secret: name,
    key: shownKey(key),
    username,
    password: new Secret(password),
  }))
  return { kind: 'decoded', entries }
}
