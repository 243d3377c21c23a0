import type { Buffer } from 'node:buffer'
import { failed } from '../diagnosis/cause.ts'
import { objectOf } from './descriptor.ts'
import { header } from '../transport/http.ts'
import type { Reply } from '../inquiry.ts'
import type { Outcome } from '../diagnosis/outcome.ts'
import { causeOf, flawOf, goodResponse } from '../reading.ts'
import type { Desk } from '../reading.ts'
import type { Trail } from '../diagnosis/trail.ts'
import type { TagList, Target } from '../types.ts'

// ECR refuses more than 1000 with 405; Quay gives 100 whatever is asked for
const pageSize = '1000'
const maximumPages = 30
const maximumTags = 20_000
const pageLimit = 4 * 1024 * 1024

/** Tag grammar of the distribution spec ("Pulling manifests"). */
const tagGrammar = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

/** Lists a repository's tags, page by page, within bounds. */
export async function askTags(
  question: { readonly target: Target; readonly trail: Trail },
  desk: Desk,
): Promise<Outcome<TagList>> {
  const tags = new Set<string>()
  const asked = new Set<string>()
  let query: Readonly<Record<string, string>> | undefined = { n: pageSize }
  for (let page = 0; page < maximumPages; page++) {
    const got = await askPage(question, query, desk)
    if (got.kind !== 'value') return page === 0 ? got : held([...tags], false, { question, desk })
    for (const tag of got.value.tags) tags.add(tag)
    if (got.value.next === undefined && tags.size <= maximumTags) return held([...tags], true, { question, desk })
    query = got.value.next === 'refused' ? undefined : got.value.next
    const key = JSON.stringify(query)
    if (query === undefined || asked.has(key) || tags.size >= maximumTags) break
    asked.add(key)
  }
  return held([...tags].slice(0, maximumTags), false, { question, desk })
}

/** As large as tags may be, all lists of a run together take no more than it holds. */
function held(tags: readonly string[], complete: boolean, { question, desk }: Asked): Outcome<TagList> {
  const size = tags.reduce((sum, tag) => sum + tag.length, 0)
  return desk.allowance.weigh({ tags, complete }, size, { host: question.target.host.authority, at: 'registry' })
}

interface Asked {
  readonly question: { readonly target: Target; readonly trail: Trail }
  readonly desk: Desk
}

interface Page {
  readonly tags: readonly string[]
  readonly next?: Readonly<Record<string, string>> | 'refused' | undefined
}

async function askPage(
  { target, trail }: { readonly target: Target; readonly trail: Trail },
  query: Readonly<Record<string, string>> | undefined,
  desk: Desk,
): Promise<Outcome<Page>> {
  const inquiry = {
    target,
    trail,
    path: '/tags/list',
    query,
    headers: { accept: 'application/json' },
    bodyLimit: pageLimit,
  }
  const reply = await desk.inquirer.ask({ ...inquiry, method: 'GET' })
  if (reply.kind === 'cause' || goodResponse(reply) === undefined) return causeOf(reply, desk.now())
  return flawOf(reply) ?? readPage(reply)
}

function readPage({ response, url, at }: Extract<Reply, { kind: 'response' }>): Outcome<Page> {
  const tags = tagsIn(response.body)
  if (tags === undefined)
    return failed('body-invalid', {
      host: url.host,
      at,
      status: response.status,
      detail: 'the answer is no list of tags',
    })
  return { kind: 'value', value: { tags, next: nextPage(header(response.headers, 'link'), url) } }
}

function tagsIn(body: Buffer): readonly string[] | undefined {
  try {
    const tags = objectOf(JSON.parse(body.toString()))?.['tags']
    if (tags === null) return []
    return Array.isArray(tags) ? tags.filter(tag => typeof tag === 'string' && tagGrammar.test(tag)) : undefined
  } catch {
    return undefined
  }
}

/**
 * The query of the next page (RFC 8288, `rel="next"`). Only the query is taken: Artifactory's link lacks a part of the
 * path, and a link to another origin leads away from what was asked.
 */
function nextPage(link: string | undefined, from: URL): Page['next'] {
  const written = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(link ?? '')?.[1]
  if (written === undefined) return undefined
  const url = URL.parse(written, from.href)
  if (url === null || url.origin !== from.origin) return 'refused'
  return Object.fromEntries(url.searchParams)
}
