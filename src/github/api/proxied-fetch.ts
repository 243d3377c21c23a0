import { EnvHttpProxyAgent, fetch } from 'undici'
import type { RequestInfo, RequestInit, Response } from 'undici'

/** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` as they are set. An empty text stands for none. */
export interface Proxies {
  readonly http: string
  readonly https: string
  readonly none: string
}

/** One page of a hundred files with their patches stays well below it. */
const largestAnswerBytes = 64 * 1024 * 1024

/**
 * A fetch that goes through the proxies; Node's own heeds them only with `NODE_USE_ENV_PROXY`. The agent is made by the
 * first call, so that a proxy address that is none fails like any other request.
 */
export function proxiedFetch(proxies: Proxies): (input: RequestInfo, init?: RequestInit) => Promise<Response> {
  let dispatcher: EnvHttpProxyAgent | undefined
  return async (input, init) => {
    dispatcher ??= createAgent(proxies)
    return await fetch(input, { ...init, dispatcher })
  }
}

function createAgent(proxies: Proxies): EnvHttpProxyAgent {
  return new EnvHttpProxyAgent({
    httpProxy: proxies.http,
    httpsProxy: proxies.https,
    noProxy: proxies.none,
    maxResponseSize: largestAnswerBytes,
  })
}
