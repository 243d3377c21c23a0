import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vectors from '../../test/vectors/keyring.json' with { type: 'json' }
import { Secret } from '../secret.ts'
import { decodePullSecret } from './decode.ts'
import { lookup } from './keyring.ts'
import type { KeyringEntry } from './types.ts'

/** Logins under the keys of a secret, decoded as from a manifest, each named by its position. */
function secret(keys: readonly string[], name: string): readonly KeyringEntry[] {
  const auths = Object.fromEntries(keys.map((key, at) => [key, { username: `${name}.${at}`, password: 'p' }]))
  const type = 'kubernetes.io/dockerconfigjson'
  const decoded = decodePullSecret({ name, type, data: { '.dockerconfigjson': JSON.stringify({ auths }) } })
  if (decoded.kind !== 'decoded') throw new Error(decoded.kind)
  return decoded.entries
}

function tried(secrets: readonly (readonly string[])[], repository: string): string[] {
  const entries = secrets.map((keys, at) => secret(keys, String(at)))
  return lookup(entries, repository).map(({ entry }) => entry.username)
}

describe('the kubelet’s keyring answers the same', () => {
  test.each(vectors.map((row, number) => ({ number, row })))('on vector $number', ({ row }) => {
    expect(tried(row.secrets, row.image)).toEqual(row.tried)
  })
})

describe('a key', () => {
  test.each([
    ['docker.io', 'docker.io/library/nginx', true],
    ['docker.io/acme', 'docker.io/acme/app', true],
    ['docker.io/acme', 'docker.io/acme-internal/app', true],
    ['acme', 'docker.io/acme/app', false],
    ['https://index.docker.io/v1', 'docker.io/acme/app', false],
    ['https://index.docker.io/v1/access-token', 'docker.io/acme/app', false],
    ['registry-1.docker.io', 'docker.io/acme/app', false],
    ['hub.docker.com', 'docker.io/acme/app', false],
    ['*.docker.io', 'docker.io/acme/app', false],
    ['*.io', 'ghcr.io/a', true],
    ['index.docker.io', 'registry.example.com/a', false],
    ['http://ghcr.io/', 'ghcr.io/acme/app', true],
    ['GHCR.IO', 'ghcr.io/acme/app', false],
    ['ghcr.io:443', 'ghcr.io/acme/app', false],
    ['ghcr.io', 'ghcr.io:443/acme/app', false],
    ['ghcr.io:', 'ghcr.io/acme/app', true],
    ['ghcr.io/acme', 'ghcr.io/acme-corp/app', true],
    ['ghcr.io/acme/app/', 'ghcr.io/acme/app', false],
    ['ghcr.io/acme/app:v1', 'ghcr.io/acme/app', false],
    ['ghcr.io/ac*', 'ghcr.io/acme/app', false],
    ['https://ghcr.io/v2', 'ghcr.io/acme/app', false],
    ['https://ghcr.io/v2/acme', 'ghcr.io/acme/app', true],
    ['ghcr.io/v2/', 'ghcr.io/acme/app', true],
    ['*.dkr.ecr.*.amazonaws.com', '1234.dkr.ecr.eu-west-1.amazonaws.com/app', true],
    ['*.amazonaws.com', '1234.dkr.ecr.eu-west-1.amazonaws.com/app', false],
    ['*', 'ghcr.io/acme/app', false],
    ['*.*', 'ghcr.io/acme/app', true],
    ['gcr*.io', 'gcr.io/p/i', true],
    ['g*c*r*.io', 'gxcyr.io/p', true],
    ['g*g.io', 'g.io/p', false],
    ['g[a-h]cr.io', 'ghcr.io/p', true],
    ['g[a-g]cr.io', 'ghcr.io/p', false],
    ['g[h.io', 'gh.io/p', false],
    ['g[]h]cr.io', 'ghcr.io/p', false],
    ['[gq]cr.io', 'gcr.io/p/i', false],
    ['g?r.io', 'gcr.io/p/i', false],
    ['registry.example.com:5000', 'registry.example.com:5000/a/b', true],
    ['registry.example.com:*', 'registry.example.com:5000/a/b', false],
    ['[2001:db8::1]:5000', '[2001:db8::1]:5000/app', true],
    ['[2001:db8::1]', '[2001:db8::1]/app', false],
    ['oci://ghcr.io', 'ghcr.io/acme/app', false],
    ['user:pw@ghcr.io', 'ghcr.io/acme/app', true],
    ['us er@ghcr.io', 'ghcr.io/acme/app', false],
    ['u%zz@ghcr.io', 'ghcr.io/acme/app', false],
    ['ghcr.io?x=1', 'ghcr.io/acme/app', true],
    ['ghcr.io#x', 'ghcr.io/acme/app', true],
    ['ghcr.io#%x', 'ghcr.io/acme/app', false],
    ['ghcr.io ', 'ghcr.io/acme/app', false],
    ['ghcr.io\n', 'ghcr.io/acme/app', false],
    ['gh%63r.io', 'ghcr.io/acme/app', false],
    ['ghcr.io/%61cme', 'ghcr.io/acme/app', true],
    ['ghcr.io/a%3Fb', 'ghcr.io/acme/app', true],
    ['ghcr.io/%', 'ghcr.io/acme/app', false],
    ['https://', 'ghcr.io/acme/app', false],
    ['', 'ghcr.io/acme/app', false],
  ])('%j for %s: %s', (key, repository, matches) => {
    expect(tried([[key]], repository)).toEqual(matches ? ['0.0'] : [])
  })
})

describe('the default registry’s key', () => {
  test.each([
    ['https://index.docker.io/v1/', 'docker.io/library/nginx'],
    ['index.docker.io', 'docker.io/acme/app'],
    ['https://index.docker.io/v1/', 'localhost/foo'],
    ['https://index.docker.io/v1/', 'MYHOST/foo'],
  ])('%s is the last resort for %s', (key, repository) => {
    expect(lookup([secret([key], 's')], repository)).toMatchObject([{ by: 'default-registry' }])
  })

  test('is not tried beside a key that matches', () => {
    const keyring = [secret(['https://index.docker.io/v1/', 'docker.io'], 's')]
    expect(lookup(keyring, 'docker.io/acme/app')).toMatchObject([{ by: 'key', entry: { key: 'docker.io' } }])
  })
})

test('longer paths are tried first, a leading star last, equal keys in the order of the secrets', () => {
  const keys = ['ghcr.io', '*.io', 'ghcr.io/acme/app', 'ghcr.io/acme']
  expect(tried([keys], 'ghcr.io/acme/app')).toEqual(['0.2', '0.3', '0.0', '0.1'])
  expect(tried([['ghcr.io'], ['https://ghcr.io/v2/']], 'ghcr.io/acme/app')).toEqual(['0.0', '1.0'])
})

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,5}[a-z0-9])?$/)
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map(labels => labels.join('.'))
const path = fc.array(label, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'))
const anyKey = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('a', '*', '.', '/', ':', '@', '[', ']', '%', '?', '#', '-', 'io', 'http://'))
    .map(parts => parts.join('')),
)

test('a login for one host is never tried for another', () => {
  fc.assert(
    fc.property(host, host, path, (own, other, path) => {
      fc.pre(own !== other && own !== 'index.docker.io')
      expect(tried([[own], [`https://${own}/v2/`], [`${own}/${path}`]], `${other}/${path}`)).toEqual([])
    }),
  )
})

test('a secret for another host changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyKey, { maxLength: 3 })), host, path, (secrets, host, path) => {
      const image = `${host}/${path}`
      expect(tried([...secrets, ['elsewhere.registry.test']], image)).toEqual(tried(secrets, image))
    }),
  )
})

test('what is tried are logins of the secrets, each once at most', () => {
  fc.assert(
    fc.property(fc.array(anyKey), fc.string({ unit: 'binary' }), (keys, repository) => {
      const found = lookup([secret([...keys, 'index.docker.io'], 's')], repository)
      expect(new Set(found.map(({ entry }) => entry)).size).toBe(found.length)
    }),
  )
})

test('a pattern of many stars takes no time to speak of', () => {
  const entry = { secret: 's', key: `${'a*'.repeat(2000)}b.io`, username: '', password: new Secret('') }
  const started = performance.now()
  expect(lookup([[entry]], `${'a'.repeat(20_000)}.io/x`)).toEqual([])
  expect(performance.now() - started).toBeLessThan(2000)
})
