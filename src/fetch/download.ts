import type { Buffer } from 'node:buffer'
import { failed } from '../registry/diagnosis/cause.ts'
import type { Cause } from '../registry/diagnosis/cause.ts'
import type { Courier } from '../registry/courier.ts'
import { diagnose } from '../registry/diagnosis/diagnose.ts'
import { follow } from '../registry/transport/follow.ts'
import type { Journey } from '../registry/transport/follow.ts'
import { isLoopback } from '../registry/transport/reach.ts'
import { Trail } from '../registry/diagnosis/trail.ts'

/** How files are got from web servers. */
export interface DownloadOptions {
  readonly courier: Courier
  readonly userAgent: string
  /** A fork's run: only public addresses. */
  readonly forkRun: boolean
  readonly now: () => number
}

export type Downloaded =
  | { readonly kind: 'body'; readonly bytes: Buffer }
  | { readonly kind: 'cause'; readonly cause: Cause }

/** Gets a file as nobody: no login is sent, and no redirect leads inwards. */
export async function download(url: URL, bodyLimit: number, options: DownloadOptions): Promise<Downloaded> {
  const arrival = await follow(journeyTo(url, bodyLimit, options), options.courier)
  if (arrival.kind === 'cause') return arrival
  const { response, at } = arrival
  const { host } = arrival.url
  if (response.status !== 200) {
    return { kind: 'cause', cause: diagnose({ response, host, at, tokenIssued: false, now: options.now() }) }
  }
  const { bodyFailure } = response
  if (bodyFailure === undefined) return { kind: 'body', bytes: response.body }
  return { kind: 'cause', cause: failed(bodyFailure.code, { host, at, detail: bodyFailure.detail }) }
}

function journeyTo(url: URL, bodyLimit: number, { userAgent, forkRun }: DownloadOptions): Journey {
  const tls = { verify: true }
  const inwards = isLoopback(url.hostname) ? 'near' : 'remote'
  return {
    url,
    method: 'GET',
    headers: { 'user-agent': userAgent },
    ownHeaders: {},
    tls,
    reach: forkRun ? 'public' : 'any',
    elsewhere: { tls, reach: forkRun ? 'public' : inwards },
    bodyLimit,
    trail: new Trail(),
    at: 'registry',
  }
}
