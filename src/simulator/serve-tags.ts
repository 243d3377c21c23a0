import type { Ask } from './ask.ts'
import { ociError, reply } from './reply.ts'
import type { HttpReply, ReplyHeaders } from './reply.ts'
import type { Repository } from './store.ts'

/** The tag list in lexical order, in pages of `n` with a relative Link to the next (distribution spec, end-8). */
export function serveTags(ask: Ask, name: string, repository: Repository | undefined): HttpReply {
  if (repository === undefined) {
    return ociError({
      status: 404,
      code: 'NAME_UNKNOWN',
      message: 'repository name not known to registry',
      detail: { name },
    })
  }
  const written = ask.url.searchParams.get('n')
  if (written !== null && !/^\d+$/.test(written)) {
    return ociError({
      status: 400,
      code: 'PAGINATION_NUMBER_INVALID',
      message: 'invalid number of results requested',
      detail: { n: written },
    })
  }
  const last = ask.url.searchParams.get('last') ?? ''
  const rest = [...repository.tags.keys()].toSorted().filter(tag => tag > last)
  const page = rest.slice(0, written === null ? 1000 : Number(written))
  return reply(200, { name, tags: page }, page.length < rest.length ? nextLink(ask, page) : {})
}

function nextLink(ask: Ask, page: readonly string[]): ReplyHeaders {
  const query = new URLSearchParams({ last: page.at(-1) ?? '', n: String(page.length) })
  return { link: `<${ask.url.pathname}?${query.toString()}>; rel="next"` }
}
