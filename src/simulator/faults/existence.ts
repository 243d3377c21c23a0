import { ociError, reply } from '../reply.ts'
import type { Reply } from '../reply.ts'
import type { AnswerFault, Fault } from './fault.ts'
import { html, insideAnswer, insideError } from './make.ts'

/** Ways of saying, or seeming to say, that something is not there. */
export const existenceFaults = {
  'manifest-unknown': insideError({ status: 404, code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }),
  'name-unknown': {
    ...insideError({ status: 404, code: 'NAME_UNKNOWN', message: 'repository name not known to registry' }),
    routes: ['manifest', 'tags'],
  },
  'tag-expired': insideError({
    status: 404,
    code: 'TAG_EXPIRED',
    message: 'Tag was deleted or has expired. To pull, revive via time machine',
  }),
  'not-found-harbor': insideError({ status: 404, code: 'NOT_FOUND', message: 'artifact not found' }),
  'not-found-artifactory': insideError({
    status: 404,
    code: 'MANIFEST_UNKNOWN',
    message: 'The named manifest is not known to the registry.',
  }),
  'not-found-plain': insideAnswer(reply(404, '404 page not found\n')),
  'not-found-html': insideAnswer(html(404, '404 Not Found')),
  'not-found-empty': insideAnswer(reply(404, Buffer.alloc(0))),
  gone: insideAnswer(reply(410, 'Gone\n')),
  'name-invalid': insideError({ status: 400, code: 'NAME_INVALID', message: 'invalid repository name' }),
  'bad-request': insideAnswer(reply(400, 'Bad Request\n')),
  /** Quay's proxy organisations: the upstream's error as text. */
  'upstream-error-400': insideError({
    status: 400,
    code: 'INVALID_REQUEST',
    message: 'upstream: unauthorized: authentication required',
  }),
  'blob-unknown': {
    ...insideError({ status: 404, code: 'BLOB_UNKNOWN', message: 'blob unknown to registry' }),
    routes: ['blob'],
  },

  // HEAD and GET that do not agree.
  'head-405': onMethod('HEAD', reply(405, '')),
  'head-403': onMethod('HEAD', reply(403, '')),
  'head-401': onMethod('HEAD', reply(401, '')),
  'head-404': onMethod('HEAD', reply(404, '')),
  'head-500': onMethod('HEAD', reply(500, '')),
  'head-501': onMethod('HEAD', reply(501, '')),
  'head-429': onMethod('HEAD', reply(429, '')),
  /** 200 to every HEAD, and no word of what. */
  'head-empty-200': onMethod('HEAD', reply(200, '', { 'content-length': '0' })),
  'get-404': onMethod('GET', ociError({ status: 404, code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' })),
  'get-500': onMethod('GET', reply(500, 'Internal Server Error\n')),

  // The greeting, `/v2/`, refused or answered by something else; what comes after is right.
  'ping-403': onPing(reply(403, '')),
  'ping-404': onPing(reply(404, '404 page not found\n')),
  'ping-500': onPing(reply(500, '')),
  'ping-html': onPing(html(200, 'Welcome')),

  // Quay: a disabled namespace, and a repository that does not hold images.
  'denied-405': insideError({
    status: 405,
    code: 'DENIED',
    message: 'Namespace has been disabled. Please contact a system administrator.',
  }),
  'unsupported-405': insideError({ status: 405, code: 'UNSUPPORTED', message: 'The operation is unsupported.' }),
} as const satisfies Record<string, Fault>

function onMethod(method: 'HEAD' | 'GET', answer: Reply): AnswerFault {
  return {
    at: 'inside',
    routes: ['manifest', 'blob'],
    answer: scene => (scene.ask.method === method ? answer : scene.right()),
  }
}

function onPing(answer: Reply): AnswerFault {
  return { at: 'door', routes: ['ping'], answer: () => answer }
}
