import { reply, withHeaders } from '../reply.ts'
import type { HttpReply } from '../reply.ts'
import type { AnswerFault, Fault } from './fault.ts'
import { doorAnswer, insideAnswer, spoil } from './make.ts'
import { content } from '../content.ts'

const index = 'application/vnd.oci.image.index.v1+json'
const manifest = 'application/vnd.oci.image.manifest.v1+json'
const strange = `sha256:${'ab'.repeat(32)}`

/** Answers that are 200 and still no image. */
export const contentFaults = {
  // Headers that lie or lack.
  'type-json': typed('application/json'),
  'type-text': typed('text/plain; charset=utf-8'),
  'type-absent': typed(undefined),
  'type-with-parameters': insideAnswer(
    spoil(right => withHeaders(right, { 'content-type': `${String(right.headers['content-type'])}; charset=utf-8` })),
  ),
  'type-of-the-other-kind': typed(manifest),
  'digest-absent': headers({ 'docker-content-digest': undefined }),
  'digest-lies': headers({ 'docker-content-digest': strange }),
  'digest-malformed': headers({ 'docker-content-digest': 'sha256:zz' }),
  'digest-sha512': headers({ 'docker-content-digest': `sha512:${'ab'.repeat(64)}` }),
  'head-without-digest-and-length': headOnly({ 'docker-content-digest': undefined, 'content-length': 'none' }),
  'head-length-wrong': headOnly({ 'content-length': '7' }),
  'head-type-json': headOnly({ 'content-type': 'application/json' }),
  'head-type-html': headOnly({ 'content-type': 'text/html', 'docker-content-digest': undefined }),
  'head-type-of-the-other-kind': insideAnswer(
    spoil((right, { ask }) => (ask.method === 'HEAD' ? otherKind(right) : right)),
  ),
  'head-type-json-without-length': headOnly({ 'content-type': 'application/json', 'content-length': 'none' }),
  'head-digest-absent': headOnly({ 'docker-content-digest': undefined }),
  'head-digest-lies': headOnly({ 'docker-content-digest': strange }),
  'head-digest-malformed': headOnly({ 'docker-content-digest': 'sha256:zz' }),
  'get-type-json': getOnly({ 'content-type': 'application/json' }),
  'get-digest-lies': getOnly({ 'docker-content-digest': strange }),
  'head-length-zero': headOnly({ 'content-length': '0' }),
  'head-length-huge': headOnly({ 'content-length': '99999999999' }),
  warning: headers({ warning: '299 - "this image is deprecated, use acme/next"' }),

  // Bodies that are none.
  'body-of-another': body({ schemaVersion: 2, mediaType: index, manifests: [] }),
  'json-invalid': body('{"schemaVersion": 2, "manifests": ['),
  'json-null': body('null'),
  'json-number': body('42'),
  'json-array': body('[]'),
  'json-deep': body(() => '['.repeat(200_000)),
  'json-duplicate-keys': body('{"schemaVersion":2,"manifests":[],"manifests":[{}]}'),
  'json-bom': insideAnswer(spoil(right => ({ ...right, body: Buffer.concat([Buffer.from('\uFEFF'), right.body]) }))),
  'json-not-utf8': body(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
  'manifest-oversize': body(() => ({
    schemaVersion: 2,
    mediaType: index,
    manifests: [],
    padding: 'x'.repeat(9 << 20),
  })),
  'manifest-empty-object': body({}),
  'manifest-wrong-types': body({ schemaVersion: '2', mediaType: 7, manifests: { not: 'a list' } }),
  'manifest-proto': body('{"schemaVersion":2,"__proto__":{"polluted":true},"manifests":[]}'),
  'manifest-both-kinds': body({ schemaVersion: 2, mediaType: index, manifests: [], config: {}, layers: [] }),
  'manifest-negative-size': body({
    schemaVersion: 2,
    mediaType: index,
    manifests: [{ mediaType: manifest, digest: strange, size: -1, platform: { os: 'linux', architecture: 'amd64' } }],
  }),
  'manifest-bad-child-digest': body({
    schemaVersion: 2,
    mediaType: index,
    manifests: [
      { mediaType: manifest, digest: '../../etc', size: 2, platform: { os: 'linux', architecture: 'amd64' } },
    ],
  }),
  'index-of-ten-thousand': body(() => ({
    schemaVersion: 2,
    mediaType: index,
    manifests: Array.from({ length: 10_000 }, () => ({
      mediaType: manifest,
      digest: strange,
      size: 2,
      platform: { os: 'linux', architecture: 'riscv64' },
    })),
  })),
  'config-not-json': { at: 'inside', routes: ['blob'], answer: () => reply(200, 'no config') },
  'config-oversize': { at: 'inside', routes: ['blob'], answer: () => reply(200, 'x'.repeat(9 << 20)) },
  'range-ignored': {
    at: 'inside',
    routes: ['blob'],
    answer: ({ ask, right }) => right({ ...ask, headers: { ...ask.headers, range: undefined } }),
  },

  // Bodies that say back what they were told.
  'echo-authorization': doorAnswer(({ ask }) =>
    reply(403, { errors: [{ code: 'DENIED', message: `not for ${ask.headers.authorization ?? 'nobody'}` }] }),
  ),
  'terminal-escapes': insideAnswer(
    reply(403, {
      errors: [{ code: 'DENIED', message: '\u001B[2J\u001B]0;title\u0007::error::injected%0A\r\n::add-mask::x\u202E' }],
    }),
  ),
  'error-code-odd': insideAnswer(reply(404, { errors: [{ code: { nested: true }, message: ['list'] }] })),
  'errors-bare-object': insideAnswer(reply(401, { code: 'UNAUTHORIZED', message: 'authentication required' })),
  'errors-legacy-details': insideAnswer(reply(401, { details: 'incorrect username or password' })),
} as const satisfies Record<string, Fault>

/** A body of one's own under its true digest and any type, whatever was asked for; a function makes it when asked. */
function bodyOf(mediaType: string, value: unknown): AnswerFault {
  return insideAnswer(() => {
    const made = content(mediaType, isMaker(value) ? value() : value)
    return reply(200, made.bytes, { 'content-type': mediaType, 'docker-content-digest': made.digest })
  })
}

function body(value: unknown): AnswerFault {
  return bodyOf(index, value)
}

function headers(changes: Readonly<Record<string, string | undefined>>): AnswerFault {
  return insideAnswer(spoil(right => withHeaders(right, changes)))
}

function typed(type: string | undefined): AnswerFault {
  return headers({ 'content-type': type })
}

function headOnly(changes: Readonly<Record<string, string | undefined>>): AnswerFault {
  return insideAnswer(spoil((right, { ask }) => (ask.method === 'HEAD' ? withHeaders(right, changes) : right)))
}

function otherKind(right: HttpReply): HttpReply {
  return withHeaders(right, { 'content-type': right.headers['content-type'] === index ? manifest : index })
}

function getOnly(changes: Readonly<Record<string, string | undefined>>): AnswerFault {
  return insideAnswer(spoil((right, { ask }) => (ask.method === 'GET' ? withHeaders(right, changes) : right)))
}

function isMaker(value: unknown): value is () => unknown {
  return typeof value === 'function'
}
