import { ociError, reply } from '../reply.ts'
import type { Reply } from '../reply.ts'
import type { AnswerFault, Fault, Scene } from './fault.ts'
import { html, onWire, tokenAnswer } from './make.ts'

/** What goes wrong at the token server. Match by repository (that of the scope) or `*`. */
export const tokenFaults = {
  'token-unauthorized': tokenAnswer(
    ociError({ status: 401, code: 'UNAUTHORIZED', message: 'incorrect username or password' }),
  ),
  'token-denied': tokenAnswer(ociError({ status: 403, code: 'DENIED', message: 'denied' })),
  'token-not-found': tokenAnswer(html(404, '404 - Nexus Repository Manager')),
  'token-feature-off': tokenAnswer(ociError({ status: 404, code: 'UNAVAILABLE', message: 'registry is disabled' })),
  'token-limited': tokenAnswer(reply(429, { details: 'too many login attempts' }, { 'retry-after': '3' })),
  'token-500': tokenAnswer(reply(500, 'Internal Server Error\n')),
  'token-503': tokenAnswer(reply(503, 'Service Unavailable\n', { 'retry-after': '1' })),
  'token-html': tokenAnswer(html(200, 'Sign in')),
  'token-absent': tokenAnswer(reply(200, { expires_in: 300 })),
  'token-empty': tokenAnswer(reply(200, { token: '', access_token: '' })),
  'token-number': tokenAnswer(reply(200, { token: 42 })),
  'token-null': tokenAnswer(reply(200, null)),
  'token-with-line-breaks': tokenAnswer(reply(200, { token: 'abc\r\nX-Injected: yes' })),
  'token-not-json': tokenAnswer(reply(200, 'token=abc')),
  'token-huge': tokenAnswer(reply(200, { token: 'x'.repeat(2 << 20) })),
  'token-worthless': tokenAnswer(reply(200, { token: 'made-up', expires_in: 300 })),
  'token-hang': tokenAnswer(onWire(() => undefined)),
  'token-reset': tokenAnswer(onWire(wire => wire.reset())),
  'token-redirect-loop': tokenAnswer(({ ask }) => reply(307, '', { location: ask.url.pathname + ask.url.search })),
  'token-redirect-other-host': tokenAnswer(reply(307, '', { location: 'https://attacker.example.test/token' })),
  'token-redirect-metadata': tokenAnswer(reply(302, '', { location: 'http://169.254.169.254/token' })),
  /** Says what it was told: names, passwords and all. */
  'token-echoes-password': tokenAnswer(scene => reply(403, `denied for ${echo(scene)}`)),
  /** Its clock is a day behind. */
  'token-issued-yesterday': amended({ issued_at: '2020-01-01T00:00:00Z' }),
  'token-expires-at-once': amended({ expires_in: 0 }),
  'token-expires-in-text': amended({ expires_in: '300' }),
  'token-expires-never': amended({ expires_in: 1e308 }),
  'token-post-404': postAnswer(reply(404, '404 page not found\n')),
  'token-post-405': postAnswer(reply(405, '')),
} as const satisfies Record<string, Fault>

/** Gives the right token with other fields beside it. */
function amended(fields: Readonly<Record<string, unknown>>): AnswerFault {
  return tokenAnswer(scene => {
    const right = scene.right()
    if (right.kind !== 'http' || right.status !== 200) return right
    const issued: unknown = JSON.parse(right.body.toString())
    return reply(200, { ...Object(issued), ...fields })
  })
}

function postAnswer(answer: Reply): AnswerFault {
  return tokenAnswer(scene => (scene.ask.method === 'POST' ? answer : scene.right()))
}

function echo({ ask }: Scene): string {
  const header = ask.headers.authorization ?? ''
  const login = /^basic +(.+)$/i.exec(header)?.[1]
  return `${header} ${login === undefined ? '' : Buffer.from(login, 'base64').toString()} ${ask.url.search} ${ask.body}`
}
