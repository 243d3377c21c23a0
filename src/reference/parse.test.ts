import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vectors from '../../test/vectors/reference.json' with { type: 'json' }
import { parseReference } from './parse.ts'
import type { ReferenceErrorClass, ReferenceReasonCode } from './types.ts'

interface Row {
  readonly input: string
  readonly domain?: string
  readonly path?: string
  readonly tag?: string
  readonly digest?: string
  readonly pull?: string
  readonly error?: string
}

const rows: readonly Row[] = vectors

/** The answer in the vectors' form. */
function answer(input: string): Row {
  const parsed = parseReference(input)
  if (parsed.kind === 'reference-error') return { input, error: parsed.error }
  const { domain, path, tag, digest, pull } = parsed
  return {
    input,
    domain,
    path,
    ...(tag !== null && { tag }),
    ...(digest !== null && { digest }),
    pull,
  }
}

describe('distribution/reference answers the same', () => {
  test.each(rows.map((row, number) => ({ number, row })))('on vector $number', ({ row }) => {
    expect(answer(row.input)).toEqual(row)
  })
})

const f = (count: number): string => 'f'.repeat(count)
const sha256 = `sha256:${f(64)}`

test.each<[written: string, repository: string, tag: string | null, normalized: string]>([
  ['nginx', 'docker.io/library/nginx', null, 'docker.io/library/nginx:latest'],
  ['nginx:1.25', 'docker.io/library/nginx', '1.25', 'docker.io/library/nginx:1.25'],
  ['docker.io/nginx', 'docker.io/library/nginx', null, 'docker.io/library/nginx:latest'],
  ['index.docker.io/foo/bar:1', 'docker.io/foo/bar', '1', 'docker.io/foo/bar:1'],
  ['docker.io:443/library/nginx', 'docker.io:443/library/nginx', null, 'docker.io:443/library/nginx:latest'],
  ['my_registry/app', 'docker.io/my_registry/app', null, 'docker.io/my_registry/app:latest'],
  ['foo_bar.com/app', 'foo_bar.com/app', null, 'foo_bar.com/app:latest'],
  ['test.com:5000', 'docker.io/library/test.com', '5000', 'docker.io/library/test.com:5000'],
  ['localhost:5000/foo', 'localhost:5000/foo', null, 'localhost:5000/foo:latest'],
  ['Foo/bar', 'Foo/bar', null, 'Foo/bar:latest'],
  [`sha256:${f(64)}`, 'docker.io/library/sha256', f(64), `docker.io/library/sha256:${f(64)}`],
  ['nginx:null', 'docker.io/library/nginx', 'null', 'docker.io/library/nginx:null'],
  ['[2001:db8::1]:5000/repo:tag', '[2001:db8::1]:5000/repo', 'tag', '[2001:db8::1]:5000/repo:tag'],
  ['ghcr.io', 'docker.io/library/ghcr.io', null, 'docker.io/library/ghcr.io:latest'],
  [`a@${sha256}`, 'docker.io/library/a', null, `docker.io/library/a@${sha256}`],
])('%s is in %s', (written, repository, tag, normalized) => {
  expect(parseReference(written)).toMatchObject({ kind: 'reference', written, repository, tag, normalized })
})

test('a tag beside a digest is kept in the name and dropped from what is pulled', () => {
  expect(parseReference(`quay.io/a/b:v1@${sha256}`)).toEqual({
    kind: 'reference',
    written: `quay.io/a/b:v1@${sha256}`,
    domain: 'quay.io',
    path: 'a/b',
    repository: 'quay.io/a/b',
    tag: 'v1',
    digest: sha256,
    normalized: `quay.io/a/b:v1@${sha256}`,
    pull: `quay.io/a/b@${sha256}`,
  })
})

type Failing = [written: string, error: ReferenceErrorClass, code: ReferenceReasonCode, detail: string]

test.each<Failing>([
  ['', 'format', 'empty', ''],
  [f(64), 'hex64', 'image-id', f(64)],
  ['ghcr.io/Org/app:1', 'uppercase', 'upper-case', 'Org/app'],
  ['Uppercase:tag', 'uppercase', 'upper-case', 'Uppercase'],
  ['docker/Docker', 'uppercase', 'upper-case', 'docker/Docker'],
  ['Foo_bar.com/app', 'uppercase', 'host', 'Foo_bar.com'],
  ['{{ .Values.image }}', 'uppercase', 'template-residue', '{{ .Values.image }}'],
  ['ghcr.io/a/{{.Values.x}}:1', 'uppercase', 'template-residue', '{{.Values.x}}'],
  ['ghcr.io/org/app:${TAG}', 'format', 'template-residue', '${TAG}'],
  ['$(REGISTRY)/app:1', 'format', 'template-residue', '$(REGISTRY)'],
  ['nginx:<no value>', 'format', 'template-residue', '<no value>'],
  ['nginx:<nil>', 'format', 'template-residue', '<nil>'],
  ['nginx:%!s(<nil>)', 'format', 'template-residue', '<nil>'],
  ['nginx:%!d(string=x)', 'format', 'template-residue', '%!d(string=x)'],
  ['docker.io/{user}/app', 'format', 'template-residue', '{user}'],
  ['app:%TAG%', 'format', 'template-residue', '%TAG%'],
  ['app:$TAG', 'format', 'template-residue', '$TAG'],
  ['https://ghcr.io/a/b:1', 'format', 'url-scheme', 'https://'],
  ['docker://nginx', 'format', 'url-scheme', 'docker://'],
  [' nginx', 'format', 'white-space', ' nginx'],
  ['nginx:1.0\n', 'format', 'white-space', 'nginx:1.0\n'],
  ['nginx:v1.0+build5', 'format', 'plus-in-tag', 'v1.0+build5'],
  ['nginx:', 'format', 'empty-tag', ''],
  ['localhost:5000/app:', 'format', 'empty-tag', ''],
  [`nginx:${'t'.repeat(129)}`, 'format', 'tag-too-long', 't'.repeat(80)],
  ['nginx:-1', 'format', 'tag-characters', '-1'],
  ['nginx:é', 'format', 'tag-characters', 'é'],
  ['nginx:1.0:2.0', 'format', 'several-tags', '1.0:2.0'],
  [':justtag', 'format', 'missing-name', ''],
  [`@${sha256}`, 'format', 'missing-name', ''],
  ['repo/:tag', 'format', 'empty-path-part', 'repo/'],
  ['/nginx:1', 'format', 'empty-path-part', '/nginx'],
  ['ghcr.io//app:1', 'format', 'empty-path-part', 'ghcr.io//app'],
  ['dock..er/x', 'format', 'host', 'dock..er'],
  ['a-/b', 'format', 'path-characters', 'a-/b'],
  ['my_registry:5000/app', 'format', 'host', 'my_registry:5000'],
  ['[fe80::1%eth0]:5000/repo', 'format', 'host', '[fe80::1%eth0]:5000'],
  ['foo.com:http/bar', 'format', 'port', 'foo.com:http'],
  ['foo.com:/bar', 'format', 'port', 'foo.com:'],
  ['(a)/b', 'format', 'path-characters', '(a)/b'],
  [`example.com/${'a'.repeat(256)}`, 'too-long', 'path-too-long', `example.com/${'a'.repeat(68)}`],
  ['repo@', 'format', 'empty-digest', ''],
  ['repo@sha256:', 'format', 'empty-digest', 'sha256:'],
  ['nginx@latest', 'format', 'digest-without-algorithm', 'latest'],
  [`a@${sha256}:tag`, 'format', 'tag-after-digest', 'tag'],
  [`repo@sha256:${f(34)}`, 'digest-length', 'digest-length', `sha256:${f(34)}`],
  [`repo@sha256:${f(31)}`, 'format', 'digest-length', `sha256:${f(31)}`],
  [`repo@sha256:${f(64).toUpperCase()}`, 'digest-format', 'digest-upper-case', `sha256:${f(64).toUpperCase()}`],
  [`repo@SHA256:${f(64)}`, 'uppercase', 'digest-upper-case', `SHA256:${f(64)}`],
  [`repo@md5:${f(32)}`, 'digest-unsupported', 'digest-algorithm', `md5:${f(32)}`],
  [`repo@sha256:${'g'.repeat(64)}`, 'format', 'digest-characters', `sha256:${'g'.repeat(64)}`],
  ['a'.repeat(4097), 'too-long', 'too-long', ''],
])('%j is refused, and the reason is a person’s', (written, error, code, detail) => {
  expect(parseReference(written)).toEqual({ kind: 'reference-error', written, error, reason: { code, detail } })
})

const pieces =
  'a nginx A 0 / // : @ . - _ __ [ ] {{ }} ${ < + docker.io index.docker.io ghcr.io localhost :5000 https:// latest sha512:'
const piece = fc.constantFrom(...pieces.split(' '), ' ', '\n', sha256, f(64))
const hostile = fc.oneof(
  fc.array(piece).map(chosen => chosen.join('')),
  fc.string({ unit: 'binary' }),
)

test('what is printed is parsed as the same reference', () => {
  fc.assert(
    fc.property(hostile, written => {
      const parsed = parseReference(written)
      if (parsed.kind === 'reference-error' || parsed.domain === '') return
      const tag = parsed.tag ?? (parsed.digest === null ? 'latest' : null)
      const again = { ...parsed, tag, written: parsed.normalized }
      expect(parseReference(parsed.normalized)).toEqual(again)
      expect(parseReference(parsed.pull)).toMatchObject({ repository: parsed.repository, pull: parsed.pull })
    }),
    { numRuns: 2000 },
  )
})

test('nothing makes it throw, and a reason is short', () => {
  fc.assert(
    fc.property(hostile, written => {
      const parsed = parseReference(written)
      expect(parsed.written).toBe(written)
      if (parsed.kind === 'reference') return
      expect(parsed.reason.detail.length).toBeLessThanOrEqual(80)
    }),
    { numRuns: 2000 },
  )
})

test.each(['a', 'a.', 'a-', 'a_', '-', '/', ':', '{', '{{', '${', '<', '%', '@', 'a:', 'a@', 'A', '[', 'é', '%!s('])(
  'a text of many %j takes no time to speak of',
  unit => {
    const started = performance.now()
    for (const length of [4000, 4_000_000]) parseReference(unit.repeat(Math.ceil(length / unit.length)))
    expect(performance.now() - started).toBeLessThan(1000)
  },
)
