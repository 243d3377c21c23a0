import { expect, test } from 'vitest'
import { http2Error, troubleOf } from './trouble.ts'
import type { End, Fate } from './trouble.ts'

const fine: Fate = { goaway: undefined, error: undefined, isOver: false }
const reset = (code: number): End => ({ id: 5, code, error: undefined })
const left = (code: number, last: number): Fate => ({ ...fine, goaway: { code, last }, isOver: true })
const broken = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })

// RFC 9113, 7 and 8.7
test.each<readonly [string, End, Fate, string]>([
  ['a refused stream', reset(7), fine, 'again: the server refused the stream: REFUSED_STREAM (HTTP/2 error 7)'],
  ['an internal error', reset(2), fine, 'none: the server reset the stream: INTERNAL_ERROR (HTTP/2 error 2)'],
  ['a cancelled stream', reset(8), fine, 'none: the server reset the stream: CANCEL (HTTP/2 error 8)'],
  ['no error', reset(0), fine, 'none: the server reset the stream: NO_ERROR (HTTP/2 error 0)'],
  ['an unknown code', reset(99), fine, 'none: the server reset the stream: an unknown code (HTTP/2 error 99)'],
  [
    'a wish for HTTP/1.1',
    reset(13),
    fine,
    'http/1.1: the server reset the stream: HTTP_1_1_REQUIRED (HTTP/2 error 13)',
  ],
  ['a protocol error', reset(1), fine, 'http/1.1: the server reset the stream: PROTOCOL_ERROR (HTTP/2 error 1)'],
  ['a connection that ended', reset(8), { ...fine, isOver: true }, 'none: other side closed'],
  ['a connection that was reset', reset(8), { ...fine, error: broken, isOver: true }, 'none: read ECONNRESET'],
  ['an error of the stream alone', { ...reset(2), error: broken }, fine, 'none: read ECONNRESET'],
  ['nonsense', reset(2), { ...fine, error: http2Error('Protocol error') }, 'http/1.1: Protocol error'],
  ['GOAWAY before it', reset(2), left(2, 3), 'again: the server ended the connection: INTERNAL_ERROR (HTTP/2 error 2)'],
  ['GOAWAY after it', reset(2), left(2, 5), 'none: the server ended the connection: INTERNAL_ERROR (HTTP/2 error 2)'],
  [
    'GOAWAY unsent',
    { ...reset(2), id: undefined },
    left(2, 5),
    'again: the server ended the connection: INTERNAL_ERROR (HTTP/2 error 2)',
  ],
  [
    'GOAWAY for nonsense',
    reset(1),
    left(1, 0),
    'http/1.1: the server ended the connection: PROTOCOL_ERROR (HTTP/2 error 1)',
  ],
])('%s', (_, end, fate, expected) => {
  const { remedy, error } = troubleOf(end, fate)
  expect(`${remedy}: ${error.message}`).toBe(expected)
})

test.each([
  [reset(11), fine],
  [reset(11), left(11, 0)],
])('a server that says to calm down is strained, and not asked again at once', (end, fate) => {
  expect(troubleOf(end, fate)).toMatchObject({ remedy: 'none', isStrained: true })
})
