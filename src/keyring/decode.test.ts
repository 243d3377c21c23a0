import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../secret.ts'
import { decodePullSecret } from './decode.ts'
import type { DecodedSecret } from './types.ts'

const json = 'kubernetes.io/dockerconfigjson'
const cfg = 'kubernetes.io/dockercfg'

function decode(content: unknown, type = json): DecodedSecret {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return decodePullSecret({ name: 's', type, data: { [type.replace('kubernetes.io/', '.')]: text } })
}

/** `key username:password` of each login. */
function logins(decoded: DecodedSecret): readonly string[] | string {
  if (decoded.kind === 'ignored') return decoded.why
  if (decoded.kind === 'undecodable') return decoded.error
  return decoded.entries.map(({ key, username, password }) => `${key} ${username}:${password.reveal()}`)
}

const auth = (text: string): string => Buffer.from(text).toString('base64')

describe('of an entry', () => {
  test.each<[name: string, entry: unknown, login: string]>([
    ['user name and password count', { username: 'u', password: 'p' }, 'u:p'],
    ['auth counts', { auth: auth('u:p') }, 'u:p'],
    ['auth counts without padding', { auth: auth('user:p').replaceAll('=', '') }, 'user:p'],
    [
      'auth counts with line breaks',
      { auth: `${auth('user:password').slice(0, 8)}\n${auth('user:password').slice(8)}` },
      'user:password',
    ],
    ['auth wins', { username: 'x', password: 'y', auth: auth('u:p') }, 'u:p'],
    ['an empty auth does not', { username: 'x', password: 'y', auth: '' }, 'x:y'],
    ['a password may hold colons', { auth: auth('u:p:q:') }, 'u:p:q:'],
    ['text is UTF-8', { auth: auth('ü:пароль') }, 'ü:пароль'],
    ['tokens are not looked at', { identitytoken: 't', registrytoken: 5 }, ':'],
    ['names of fields are in any case', { UserName: 'u', PASSWORD: 'p' }, 'u:p'],
    ['null is nothing', { username: 'u', password: null }, 'u:'],
    ['null may stand for the whole', null, ':'],
  ])('%s', (_, entry, login) => {
    expect(logins(decode({ auths: { 'ghcr.io': entry } }))).toEqual([`ghcr.io ${login}`])
    expect(logins(decode({ 'ghcr.io': entry }, cfg))).toEqual([`ghcr.io ${login}`])
  })
})

describe('of a config', () => {
  test.each<[name: string, content: unknown, expected: readonly string[]]>([
    ['auths in any case count', { Auths: { a: { username: 'u' } } }, ['a u:']],
    ['auths may be missing', { credHelpers: { a: 'ecr-login' }, credsStore: 'x' }, []],
    ['auths may be null', { auths: null }, []],
    ['null may be the whole', null, []],
    ['headers are allowed', { HttpHeaders: { 'User-Agent': 'x' }, auths: {} }, []],
    ['a key named like a member of objects counts', '{"auths":{"__proto__":{"username":"u"}}}', ['__proto__ u:']],
  ])('%s', (_, content, expected) => {
    expect(logins(decode(content))).toEqual(expected)
  })
})

describe('it keeps the kubelet from pulling', () => {
  const notAuth = 'unable to parse auth field, must be formatted as base64(username:password)'
  const cannot = 'json: cannot unmarshal'
  const field = 'into Go struct field DockerConfigJSON'
  test.each<[content: unknown, error: string]>([
    [{ auths: { a: { auth: auth('no colon') } } }, notAuth],
    [{ auths: { a: { auth: '!!!!' } } }, 'illegal base64 data at input byte 0'],
    [{ auths: { a: { auth: 'YTpi ' } } }, 'illegal base64 data at input byte 4'],
    [{ auths: { a: { auth: 'YTpi=' } } }, 'illegal base64 data at input byte 4'],
    [{ auths: { a: { auth: 'YTp=x' } } }, 'illegal base64 data at input byte 3'],
    [{ auths: { a: { auth: 'YT=pi=' } } }, 'illegal base64 data at input byte 2'],
    [{ auths: { a: { auth: 'YTpiY' } } }, 'illegal base64 data at input byte 4'],
    [{ auths: { a: { auth: '{{ .Values.auth }}' } } }, 'illegal base64 data at input byte 0'],
    [{ auths: { ok: { auth: auth('u:p') }, bad: { auth: 'x' } } }, 'illegal base64 data at input byte 0'],
    [{ auths: { a: { auth: 5 } } }, `${cannot} number ${field}.auths.auth of type string`],
    [{ auths: { a: { email: true } } }, `${cannot} bool ${field}.auths.email of type string`],
    [{ auths: { a: { password: ['p'] } } }, `${cannot} array ${field}.auths.password of type string`],
    [{ auths: { a: 'x' } }, `${cannot} string ${field}.auths of type credentialprovider.dockerConfigEntryWithAuth`],
    [{ auths: [] }, `${cannot} array ${field}.auths of type credentialprovider.DockerConfig`],
    [{ HttpHeaders: 5 }, `${cannot} number ${field}.HttpHeaders of type map[string]string`],
    [{ HttpHeaders: { a: {} } }, `${cannot} object ${field}.HttpHeaders of type string`],
    [[], `${cannot} array into Go value of type credentialprovider.DockerConfigJSON`],
  ])('%j', (content, error) => {
    expect(decode(content)).toEqual({ kind: 'undecodable', error })
  })

  test.each<[content: unknown, error: string]>([
    [{ a: { auth: 5 } }, `${cannot} number into Go struct field dockerConfigEntryWithAuth.auth of type string`],
    [{ auths: 5 }, `${cannot} number into Go value of type credentialprovider.dockerConfigEntryWithAuth`],
    ['"x"', `${cannot} string into Go value of type credentialprovider.DockerConfig`],
  ])('as a .dockercfg: %j', (content, error) => {
    expect(decode(content, cfg)).toEqual({ kind: 'undecodable', error })
  })

  test('what is no JSON, without a word of its content', () => {
    const decoded = logins(decode('hunter2 {'))
    expect(decoded).toBe('invalid JSON, which the API server refuses in this secret')
  })

  test('a value that is no base64', () => {
    const decoded = decodePullSecret({ name: 's', type: json, data: { '.dockerconfigjson': undefined } })
    expect(decoded).toEqual({ kind: 'undecodable', error: 'illegal base64 data' })
  })
})

describe('the kubelet passes over', () => {
  const content = '{"auths":{"a":{"username":"u"}}}'
  test.each<[name: string, type: string, data: Record<string, string>, why: string]>([
    ['a type that is not for pulls', 'Opaque', { '.dockerconfigjson': content }, 'type'],
    ['a key of the other type', json, { '.dockercfg': content }, 'key-missing'],
    ['a type in another case', 'Kubernetes.io/dockerconfigjson', { '.dockerconfigjson': content }, 'type'],
    ['an empty content', json, { '.dockerconfigjson': '' }, 'empty'],
  ])('%s', (_, type, data, why) => {
    expect(decodePullSecret({ name: 's', type, data })).toEqual({ kind: 'ignored', why })
  })
})

test.each([
  ['user:hunter2@ghcr.io/a', 'ghcr.io/a'],
  ['https://user:hunter2@ghcr.io', 'https://ghcr.io'],
  ['user:hunter2@x@ghcr.io', 'ghcr.io'],
  ['us er:hunter2@ghcr.io', '<user info>@ghcr.io'],
  ['http://user:hun/ter2@ghcr.io', 'http://<user info>@ghcr.io'],
  ['ghcr.io/a@b', 'ghcr.io/a@b'],
])('the password in the key %s is not shown', (written, shown) => {
  const decoded = decode({ auths: { [written]: {} } })
  expect(decoded).toMatchObject({ entries: [{ key: shown }] })
})

test('contents may come as secrets, and passwords leave as such', () => {
  const content = new Secret(JSON.stringify({ auths: { a: { auth: auth('u:hunter2') } } }))
  const decoded = decodePullSecret({ name: 'pull', type: json, data: { '.dockerconfigjson': content } })
  expect(decoded).toMatchObject({ kind: 'decoded', entries: [{ secret: 'pull', key: 'a', username: 'u' }] })
  expect(JSON.stringify(decoded)).not.toContain('hunter2')
})

test('any user name and password that auth can hold is read back', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(text, text, fc.boolean(), (username, password, isPadded) => {
      fc.pre(!username.includes(':'))
      const written = auth(`${username}:${password}`)
      const decoded = decode({ auths: { a: { auth: isPadded ? written : written.replaceAll('=', '') } } })
      expect(logins(decoded)).toEqual([`a ${username}:${password}`])
    }),
  )
})

test.each([
  ['any JSON', fc.json()],
  ['any auth', fc.string({ minLength: 1 }).map(text => JSON.stringify({ auths: { a: { auth: text } } }))],
])('%s is either decoded or undecodable', (_, content) => {
  fc.assert(
    fc.property(content, text => {
      expect(['decoded', 'undecodable']).toContain(decode(text).kind)
    }),
  )
})
