import { ociError, reply, withHeaders } from '../reply.ts'
import type { HttpReply, Reply } from '../reply.ts'
import type { AnswerFault, Fault, Scene } from './fault.ts'
import { html, spoil } from './make.ts'

/** What goes wrong with tag lists. */
export const tagsFaults = {
  'tags-same-page-forever': tags(
    spoil((right, { ask }) => linked(right, `<${ask.url.pathname}${ask.url.search}>; rel="next"`)),
  ),
  'tags-new-page-forever': tags(({ ask }) => page(ask.url.searchParams.get('last') ?? '', ask.url.pathname)),
  'tags-link-elsewhere': tags(
    spoil(right => linked(right, '<https://attacker.example.test/v2/x/tags/list?last=a>; rel="next"')),
  ),
  'tags-link-garbled': tags(spoil(right => linked(right, '<<>; rel=next, nonsense'))),
  /** Artifactory: the link lacks the first component of the repository. */
  'tags-link-loses-prefix': tags(
    spoil(right => {
      const link = right.headers['link']
      return typeof link === 'string' ? linked(right, link.replace(/^<\/v2\/[^/]+\//, '</v2/')) : right
    }),
  ),
  /** ECR: at most 1000 at once. */
  'tags-405-above-1000': tags(scene =>
    Number(scene.ask.url.searchParams.get('n') ?? 0) > 1000
      ? ociError({
          status: 405,
          code: 'UNSUPPORTED',
          message:
            "Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must have value less than or equal to 1000'",
        })
      : scene.right(),
  ),
  'tags-null': tags(spoil(right => ({ ...reply(200, { name: 'x', tags: null }), status: right.status }))),
  'tags-not-strings': tags(() => reply(200, { name: 'x', tags: [1, null, { tag: 'v1' }, 'v2'] })),
  'tags-not-a-list': tags(() => reply(200, { name: 'x', tags: 'v1,v2' })),
  'tags-html': tags(() => html(200, 'Tags')),
  'tags-unauthorized': tags(() => ociError({ status: 401, code: 'UNAUTHORIZED', message: 'authentication required' })),
  'tags-denied': tags(() => ociError({ status: 403, code: 'DENIED', message: 'denied' })),
  'tags-404': tags(() => reply(404, '404 page not found\n')),
  'tags-500': tags(() => reply(500, 'Internal Server Error\n')),
  'tags-hundred-thousand': tags(() =>
    reply(200, { name: 'x', tags: Array.from({ length: 100_000 }, (_, at) => `v${at}`) }),
  ),
  'tags-hostile-names': tags(() =>
    reply(200, { name: 'x', tags: ['../../x', '\u001B[31mred', 'a'.repeat(4096), '', 'v1'] }),
  ),
} as const satisfies Record<string, Fault>

function tags(answer: (scene: Scene) => Reply): AnswerFault {
  return { at: 'inside', routes: ['tags'], answer }
}

function linked(right: HttpReply, link: string): HttpReply {
  return withHeaders(right, { link })
}

function page(last: string, path: string): HttpReply {
  const next = `v${Number(last.slice(1)) + 1}`
  return reply(200, { name: 'x', tags: [next] }, { link: `<${path}?last=${next}>; rel="next"` })
}
