import { expect } from 'vitest'
import type { FindingCode } from '../../src/judge/codes.ts'
import type { Verdict } from '../../src/judge/types.ts'
import type { AuthOptions } from '../../src/simulator/auth/auth.ts'
import type { Artifact } from '../../src/simulator/artifact.ts'
import type { Fault } from '../../src/simulator/faults/fault.ts'
import type { FaultName } from '../../src/simulator/faults/faults.ts'
import type { Match } from '../../src/simulator/faults/match.ts'
import { image } from '../../src/simulator/image.ts'
import { startProxy } from '../../src/simulator/proxy.ts'
import type { ProxyMode } from '../../src/simulator/proxy.ts'
import type { RecordedRequest } from '../../src/simulator/recorder.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import type { CertificateKind } from '../../src/simulator/tls/kinds.ts'
import { alice, leaksIn } from './login.ts'
import { play } from './scene.ts'
import type { Played, Scene } from './scene.ts'
import { everyView } from './views.ts'

/** One row of the table: what is wrong with a registry, and what must come of it. */
export interface Row extends Partial<Pick<Scene, 'who' | 'patienceMs' | 'environment' | 'request' | 'variables'>> {
  /** Name of the row; the fault's where there is one. */
  readonly name?: string
  readonly fault?: FaultName | Fault | undefined
  /** Several at once, where one is not enough. */
  readonly faults?: readonly (readonly [where: Match, fault: FaultName | Fault])[]
  readonly verdict: Verdict
  /** The one finding; without it there is none. */
  readonly code?: FindingCode | undefined
  /** The most requests that it may cost, those that get no answer included; the one HEAD that a host gets is apart. */
  readonly requests: number
  /** What the message, the cause or the fix must say. */
  readonly says?: RegExp
  /** Host of the reference; default `registry.test`. Names lead to loopback by the proxy. */
  readonly registry?: string
  /** Repository with tag or digest; default `acme/web:v1`. */
  readonly ask?: string | undefined
  readonly holds?: Artifact
  /** What the tag was moved to since. */
  readonly movedTo?: Artifact
  /** Default `good`; `none` speaks plain HTTP. */
  readonly tls?: CertificateKind | 'none'
  /** Whether it offers HTTP/2, where it speaks TLS. */
  readonly http2?: boolean
  readonly auth?: AuthOptions
  /** Origin of the token server, default that of the registry. */
  readonly tokenOrigin?: string
  readonly proxy?: ProxyMode
  /** Further names that lead to the same registry. */
  readonly alsoKnownAs?: readonly string[]
}

/** A row played, with the registry that was asked. */
export interface Trial extends Played {
  readonly registry: SimulatedRegistry
}

const deadlineMs = 15_000
const usual = 'acme/web:v1'

/** What came of a row, as far as the table is about it. */
export interface Observed {
  readonly verdict: Verdict | undefined
  readonly codes: readonly FindingCode[]
  /** Message, cause and fix of the first finding. */
  readonly told: unknown
  /** Those of the row, or more. */
  readonly requests: number
  /** Parts of secrets in any of the views. */
  readonly leaks: readonly string[]
  readonly inTime: boolean
}

/** Plays a row. */
export async function observe(row: Row): Promise<Observed> {
  const seen: Observed[] = []
  await withTrial(row, trial => void seen.push(observed(row, trial)))
  const [only] = seen
  if (only === undefined) throw new Error('the row was not played')
  return only
}

/** What must come of a row. */
export function truthOf({ verdict, code, says = /^/, requests }: Row): Observed {
  const told: unknown = expect.stringMatching(says)
  return { verdict, codes: code === undefined ? [] : [code], told, requests, leaks: [], inTime: true }
}

function observed({ requests, ask = usual }: Row, { report, elapsedMs, registry }: Trial): Observed {
  const [finding] = report.findings
  // once, and once more where it is challenged
  const apart = new Set(registry.requests.filter(resolves(ask)).map(({ status }) => status === 401))
  const spent = report.summary.requests - apart.size
  return {
    verdict: report.uses[0]?.verdict,
    codes: report.findings.map(({ code }) => code),
    told: `${finding?.message} ${finding?.cause} ${finding?.fix?.text}`,
    requests: Math.max(requests, spent),
    leaks: leaksIn(everyView(report)),
    inTime: elapsedMs < deadlineMs + 2000,
  }
}

/** Tells what a runtime asks besides: a HEAD of what is asked for, or the greeting of CRI-O. */
function resolves(ask: string): (request: RecordedRequest) => boolean {
  const [, digest] = ask.split('@', 2)
  const end = digest === undefined ? /\/manifests\/[^:]+$/ : new RegExp(`/manifests/${digest}$`)
  return ({ method, path }) => path === '/v2/' || (method === 'HEAD' && end.test(path))
}

/** Starts the servers of a row, runs the check, and stops them. */
export async function withTrial(row: Row, look: (trial: Trial) => void | Promise<void>): Promise<void> {
  const name = row.registry ?? 'registry.test'
  const authority = name === 'docker.io' ? 'registry-1.docker.io' : name
  const origin = row.tokenOrigin ?? `https://${authority}`
  const who = row.who ?? 'secret'
  const auth = { users: [alice], public: who === 'nobody' ? ['**'] : [], ...row.auth }
  const tls = certificateOf(row)
  const http2 = tls !== undefined && row.http2 === true ? 'raw' : undefined
  await using registry = await startRegistry({ tls, http2, name: authority, tokenOrigin: origin, auth })
  registry.push('acme/web', 'v1', row.holds ?? image())
  if (row.movedTo !== undefined) registry.push('acme/web', 'v1', row.movedTo)
  if (row.fault !== undefined) registry.fault('*', row.fault)
  for (const [match, fault] of row.faults ?? []) registry.fault(match, fault)
  const names = [authority, new URL(origin).host, ...(row.alsoKnownAs ?? [])]
  const routes = Object.fromEntries(names.map(known => [known, registry.host]))
  await using proxy = await startProxy({ routes, mode: row.proxy ?? 'serve' })
  const images = [`${name}/${row.ask ?? usual}`]
  const played = await play({ ...row, images, registry: name, who, servers: [registry], proxy, deadlineMs })
  await look({ ...played, registry })
}

function certificateOf({ tls = 'good' }: Row): CertificateKind | undefined {
  return tls === 'none' ? undefined : tls
}

/** The rows with their names, each over HTTP/1.1 and, where there is TLS, where the registry offers HTTP/2. */
export function titled(rows: readonly Row[]): readonly (readonly [title: string, row: Row])[] {
  return rows.flatMap(row => {
    const old = [titleOf(row), row] as const
    return row.tls === 'none' ? [old] : [old, [`${titleOf(row)} over HTTP/2`, { ...row, http2: true }]]
  })
}

function titleOf({ name, fault, who, verdict, code, ask, registry }: Row): string {
  const what = name ?? (typeof fault === 'string' ? fault : 'nothing wrong')
  const where = [registry, ask].filter(Boolean).join('/')
  return [what, where && `at ${where}`, who && `seen by ${who}`, `is ${verdict}`, code].filter(Boolean).join(' ')
}
