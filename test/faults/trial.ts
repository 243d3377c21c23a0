import { expect } from 'vitest'
import type { FindingCode, Verdict } from '../../src/judge/types.ts'
import type { AuthOptions } from '../../src/simulator/auth/auth.ts'
import type { Artifact } from '../../src/simulator/artifact.ts'
import type { Fault } from '../../src/simulator/faults/fault.ts'
import type { FaultName } from '../../src/simulator/faults/faults.ts'
import { image } from '../../src/simulator/image.ts'
import { startProxy } from '../../src/simulator/proxy.ts'
import type { ProxyMode } from '../../src/simulator/proxy.ts'
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
  readonly verdict: Verdict
  /** The one finding; without it there is none. */
  readonly code?: FindingCode | undefined
  /** The most requests that it may cost, those that get no answer included. */
  readonly requests: number
  /** What the message, the cause or the fix must say. */
  readonly says?: RegExp
  /** Host of the reference; default `registry.test`. Names lead to loopback by the proxy. */
  readonly registry?: string
  /** Repository with tag or digest; default `acme/web:v1`. */
  readonly ask?: string | undefined
  readonly holds?: Artifact
  readonly tls?: CertificateKind
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

/** Plays a row and holds it to what must come of it. */
export async function expectTruth(row: Row): Promise<void> {
  await withTrial(row, async ({ report, elapsedMs }) => {
    const [finding] = report.findings
    const codes = report.findings.map(({ code }) => code)
    expect({ verdict: report.uses[0]?.verdict, codes }).toEqual({
      verdict: row.verdict,
      codes: row.code === undefined ? [] : [row.code],
    })
    const told = `${finding?.message} ${finding?.cause} ${finding?.fix?.text}`
    if (row.says !== undefined) expect(told).toMatch(row.says)
    expect(report.summary.requests).toBeLessThanOrEqual(row.requests)
    expect(leaksIn(everyView(report))).toEqual([])
    expect(elapsedMs).toBeLessThan(deadlineMs + 2000)
  })
}

/** Starts the servers of a row, runs the check, and stops them. */
export async function withTrial(row: Row, look: (trial: Trial) => void | Promise<void>): Promise<void> {
  const name = row.registry ?? 'registry.test'
  const authority = name === 'docker.io' ? 'registry-1.docker.io' : name
  const origin = row.tokenOrigin ?? `https://${authority}`
  const who = row.who ?? 'secret'
  const auth = { users: [alice], public: who === 'nobody' ? ['**'] : [], ...row.auth }
  await using registry = await startRegistry({ tls: row.tls ?? 'good', name: authority, tokenOrigin: origin, auth })
  registry.push('acme/web', 'v1', row.holds ?? image())
  if (row.fault !== undefined) registry.fault('*', row.fault)
  const names = [authority, new URL(origin).host, ...(row.alsoKnownAs ?? [])]
  const routes = Object.fromEntries(names.map(known => [known, registry.host]))
  await using proxy = await startProxy({ routes, mode: row.proxy ?? 'serve' })
  const images = [`${name}/${row.ask ?? 'acme/web:v1'}`]
  const played = await play({ ...row, images, registry: name, who, servers: [registry], proxy, deadlineMs })
  await look({ ...played, registry })
}

/** The name of a row, for the table's title. */
export function titled(rows: readonly Row[]): readonly (readonly [title: string, row: Row])[] {
  return rows.map(row => [titleOf(row), row])
}

function titleOf({ name, fault, who, verdict, code, ask, registry }: Row): string {
  const what = name ?? (typeof fault === 'string' ? fault : 'nothing wrong')
  const where = [registry, ask].filter(Boolean).join('/')
  return [what, where && `at ${where}`, who && `seen by ${who}`, `is ${verdict}`, code].filter(Boolean).join(' ')
}
