import type { HttpRequest, HttpResult } from '../transport/http.ts'
import { readErrorBody } from './error-body.ts'
import { printable } from './text.ts'
import type { Access } from '../types.ts'
import type { RequestRecord } from '../answers/types.ts'

/** The requests that one question cost so far. */
export class Trail {
  readonly records: RequestRecord[] = []

  add(request: HttpRequest, result: HttpResult, as: Access | undefined): void {
    const base = { method: request.method, url: publicUrl(request.url), credentials: nameOf(as) }
    if (result.kind === 'failure') {
      this.records.push({ ...base, failure: result.code, codes: [] })
      return
    }
    const codes = result.status >= 400 ? readErrorBody(result).codes : []
    const failure = result.bodyFailure === undefined ? {} : { failure: result.bodyFailure.code }
    const trust = result.onlyRunnerTrusts && { onlyRunnerTrusts: true as const }
    this.records.push({ ...base, status: result.status, ...failure, codes, ...trust })
  }
}

/** `none`, `runner` or `secret:<name>`. */
function nameOf(as: Access | undefined): string {
  if (as === undefined || as.kind === 'anonymous') return 'none'
  return as.kind === 'secret' ? `secret:${as.name}` : as.kind
}

const tellingParameters: ReadonlySet<string> = new Set(['service', 'scope', 'ns', 'n', 'last'])

/** The URL without what may open doors: user info, fragment, and of the query all but known harmless parameters. */
function publicUrl(url: URL): string {
  const copy = new URL(url)
  copy.username = ''
  copy.password = ''
  copy.hash = ''
  // all at once: each change of the parameters alone writes the URL anew
  copy.search = new URLSearchParams([...url.searchParams].filter(([name]) => tellingParameters.has(name))).toString()
  return printable(copy.href, 500)
}
