import { Agents } from '../registry/transport/agents.ts'
import { ceilingOf } from '../registry/pace/concurrency.ts'
import { Courier } from '../registry/courier.ts'
import { Inquirer } from '../registry/inquirer.ts'
import type { Environment } from '../registry/transport/proxy.ts'
import { Redactor } from '../registry/diagnosis/redact.ts'
import { Tokens } from '../registry/access/token.ts'
import { createTransport } from '../registry/transport/transport.ts'
import type { Registry } from '../registry/types.ts'
import type { Clock, Scratch } from '../world.ts'
import { archiveOf, keepFile } from './archive.ts'
import { download } from './download.ts'
import { registryChart } from './registry-chart.ts'
import { repositoryChart, webAddress } from './repository-chart.ts'
import { unavailable } from './trouble.ts'
import type { Charts, FetchedChart, RemoteChart } from './types.ts'

/** Everything that fetching charts takes from outside. */
export interface ChartsOptions {
  readonly clock: Clock
  /** For logins, tags and manifests. */
  readonly registry: Pick<Registry, 'login' | 'manifest' | 'tags'>
  readonly scratch: () => Promise<Scratch>
  /** Where proxies are named. */
  readonly environment: Environment
  readonly userAgent: string
  /** PEM texts of authorities that are trusted besides the usual roots. */
  readonly authorities?: readonly string[] | undefined
  /** A fork's run: no loopback, private, link-local or metadata address is contacted. */
  readonly forbidPrivateAddresses: boolean
}

const timeouts = { connectMs: 10_000, headersMs: 30_000, bodyMs: 20_000, totalMs: 60_000 }
const concurrency = 8

/** Fetches charts of a run into a private folder. Disposing it ends all connections. */
export function createCharts(options: ChartsOptions): Charts & AsyncDisposable {
  const { clock, userAgent, registry, forbidPrivateAddresses: forkRun } = options
  const { agents, courier } = connect(options)
  const redactor = new Redactor()
  const tokens = new Tokens({ courier, clock, redactor, userAgent })
  const inquirer = new Inquirer({ courier, tokens, redactor, clock, userAgent, forkRun })
  const now = () => clock.now()
  const keep = createKeep(options.scratch)
  const ask = async (url: URL, limit: number) => {
    const got = await download(url, limit, { courier, userAgent, forkRun, now })
    return got.kind === 'cause' ? got : keepFile(got.bytes, keep)
  }
  const desk = { registry, inquirer, now, keep, get: onceEach(url => url.href, ask) }
  return {
    fetch: onceEach(
      chart => JSON.stringify(chart),
      (chart: RemoteChart) => fetchChart(chart, desk),
    ),
    get requests() {
      return courier.requests
    },
    [Symbol.asyncDispose]: () => agents[Symbol.asyncDispose](),
  }
}

function connect(options: ChartsOptions): { readonly agents: Agents; readonly courier: Courier } {
  const { clock, authorities = [], environment: proxies } = options
  const { connectMs: connectTimeoutMs } = timeouts
  const agents = new Agents({ connectionsPerHost: concurrency, authorities, connectTimeoutMs, http2: false })
  const transport = createTransport({ agents, proxies, timeouts, deadline: clock.deadline })
  return { agents, courier: new Courier({ transport, clock, ceiling: host => ceilingOf(host, concurrency) }) }
}

type Desk = Parameters<typeof registryChart>[1] & Parameters<typeof repositoryChart>[1]

async function fetchChart(chart: RemoteChart, desk: Desk): Promise<FetchedChart> {
  switch (chart.kind) {
    case 'repository':
      return repositoryChart(chart, desk)
    case 'oci':
      return registryChart(chart, desk)
    case 'archive': {
      const url = webAddress(chart.url)
      return url === undefined ? unavailable('unusable', `${chart.url} is no web address`) : archiveOf(url, '', desk)
    }
  }
}

function createKeep(scratch: () => Promise<Scratch>): Desk['keep'] {
  let folder: Promise<Scratch> | undefined
  let kept = 0
  return async bytes => {
    folder ??= scratch()
    kept += 1
    return (await folder).write(`${kept}.tgz`, bytes)
  }
}

function onceEach<Rest extends readonly unknown[], Asked, Answer>(
  keyOf: (asked: Asked) => string,
  ask: (asked: Asked, ...rest: Rest) => Promise<Answer>,
): (asked: Asked, ...rest: Rest) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>()
  return (asked, ...rest) => {
    const key = keyOf(asked)
    const answer = answers.get(key) ?? ask(asked, ...rest)
    answers.set(key, answer)
    return answer
  }
}
