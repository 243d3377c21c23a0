import type { Ask } from './ask.ts'
import { ociError, reply } from './reply.ts'
import type { HttpReply } from './reply.ts'
import type { Repository } from './store.ts'

/** The tag list in lexical order, in pages of `n` with a relative Link to the next (distribution spec, end-8). */
export function serveTags(ask: Ask, name: string, repository: Repository | undefined): HttpReply {
  if (repository === undefined) {
    return ociError(404, 'NAME_UNKNOWN', 'repository name not known to registry', { name })
  }
  const written = ask.url.searchParams.get('n')
  if (written !== null && !/^\d+$/.test(written)) {
    return ociError(400, 'PAGINATION_NUMBER_INVALID', 'invalid number of results requested', { n: written })
  }
  const last = ask.url.searchParams.get('last') ?? ''
  const rest = [...repository.tags.keys()].sort().filter(tag => tag > last)
  const page = rest.slice(0, written === null ? 1000 : Number(written))
  return reply(200, { name, tags: page }, page.length < rest.length ? nextLink(ask, page) : {})
}

function nextLink(ask: Ask, page: readonly string[]): HttpReply['headers'] {
  const query = new URLSearchParams({ last: page.at(-1) ?? '', n: String(page.length) })
  return { link: `<${ask.url.pathname}?${query}>; rel="next"` }
}
