import { Buffer } from 'node:buffer'
import { Secret } from '../../secret.ts'
import { objectOf } from '../content/descriptor.ts'
import type { Credential } from '../types.ts'

/** A docker config or a podman auth file, as far as logins go (docker/cli, cli/config/configfile/file.go). */
export interface DockerConfig {
  readonly auths: ReadonlyMap<string, Credential>
  readonly credentialHelpers: ReadonlyMap<string, string>
  readonly credentialStore?: string | undefined
}

/** Reads a config's text; a text says what is wrong with it. */
export function readDockerConfig(text: string): DockerConfig | string {
  const document = parse(text)
  if (document === undefined) return 'it holds no JSON object'
  const auths = objectOf(document['auths'] ?? {})
  const helpers = objectOf(document['credHelpers'] ?? {})
  if (auths === undefined || helpers === undefined) return 'auths or credHelpers is no object'
  const read = new Map<string, Credential>()
  for (const [key, entry] of Object.entries(auths)) {
    const credential = readEntry(entry)
    if (typeof credential === 'string') return `the entry ${key.replace(/\/\/[^/@]*@/, '//')} ${credential}`
    if (credential !== undefined) read.set(key, credential)
  }
  const store = document['credsStore']
  return {
    auths: read,
    credentialHelpers: new Map(Object.entries(helpers).filter(isText)),
    credentialStore: typeof store === 'string' && store !== '' ? store : undefined,
  }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return objectOf(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return undefined
  }
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string' && entry[1] !== ''
}

/** An empty entry stands for "ask the helper". */
function readEntry(value: unknown): Credential | undefined | string {
  const entry = objectOf(value)
  if (entry === undefined) return 'is no object'
  const text = (name: string) => {
    const field = entry[name]
    return typeof field === 'string' ? field : ''
  }
  if (text('identitytoken') !== '') return { kind: 'identity-token', token: new Secret(text('identitytoken')) }
  if (text('registrytoken') !== '') return { kind: 'registry-token', token: new Secret(text('registrytoken')) }
  if (text('auth') !== '') return decode(text('auth'))
  const username = text('username')
  return username === '' ? undefined : { kind: 'basic', username, password: new Secret(text('password')) }
}

// padded or not; NULs at the end are docker's own leftovers
function decode(written: string): Credential | string {
  // line ends are no part of it for Go (encoding/base64)
  const auth = written.replace(/[\r\n]/g, '').trim()
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(auth)) return 'has an auth that is no base64'
  const pair = Buffer.from(auth, 'base64').toString()
  const colon = pair.indexOf(':')
  if (colon < 1) return 'has an auth without user and password'
  return {
    kind: 'basic',
    username: pair.slice(0, colon),
    password: new Secret(pair.slice(colon + 1).replace(/\0+$/, '')),
  }
}
