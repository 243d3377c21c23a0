import type { Report } from '../../../src/report/schema.ts'
import { startProxy } from '../../../src/simulator/proxy.ts'
import { ourAuthority } from '../../../src/simulator/tls/authority.ts'
import { play } from '../../faults/scene.ts'
import { withTrial } from '../../faults/trial.ts'
import type { Row } from '../../faults/trial.ts'
import type { Stage } from './stage.ts'

/** One situation, made once by the programs of others and once by our simulator: both must be told alike. */
export interface Situation extends Omit<Row, 'requests'> {
  readonly name: string
  /** How the other programs make it. */
  readonly real: (stage: Stage) => Real | Promise<Real>
}

export interface Real {
  /** Where `registry.test` leads. */
  readonly host: string
  /** Where the name of its token server leads. */
  readonly tokens?: string | undefined
  /** Where a redirect leads. */
  readonly storage?: string | undefined
  /** Another image than the simulator's. */
  readonly image?: string | undefined
  /** Another proxy than ours. */
  readonly proxy?: string | undefined
}

/** What came of it. */
export interface Told {
  readonly verdict: string | undefined
  readonly codes: readonly string[]
  readonly messages: readonly string[]
  readonly requests: number
}

/** By the simulator. */
export async function simulated(situation: Situation): Promise<Told> {
  const told: Told[] = []
  await withTrial({ ...situation, requests: 0 }, ({ report }) => void told.push(toldBy(report)))
  const [only] = told
  if (only === undefined) throw new Error('nothing was played')
  return only
}

/** By real programs. */
export async function observed(situation: Situation, stage: Stage): Promise<Told> {
  const { who = 'secret', registry = 'registry.test', ask = 'acme/web:v1' } = situation
  const { host, tokens, storage, image, proxy: other } = await situation.real(stage)
  const routes = {
    'registry.test': host,
    ...(tokens && { 'auth.test': tokens }),
    ...(storage && { 'storage.test': storage }),
  }
  await using proxy = await startProxy({ routes })
  const images = [image ?? `${registry}/${ask}`]
  const variables = other === undefined ? {} : { HTTPS_PROXY: other }
  const authorities = [ourAuthority().certificate]
  const played = await play({
    ...situation,
    images,
    registry: images[0]?.split('/')[0] ?? '',
    who,
    servers: [],
    authorities,
    proxy,
    variables,
  })
  return toldBy(played.report)
}

function toldBy({ uses, findings, summary }: Report): Told {
  return {
    verdict: uses[0]?.verdict,
    codes: findings.map(({ code }) => code),
    // ports are chosen anew each time, and the simulator has one repository that holds whatever a situation needs
    messages: findings.map(({ message }) =>
      message.replaceAll(/\.test:\d+/g, '.test:PORT').replaceAll(/\b(acme|public)\/\w+/g, 'REPOSITORY'),
    ),
    requests: summary.requests,
  }
}
