import type { Environment } from '../../src/config/types.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Judgement, Verdict } from '../../src/judge/types.ts'
import { loadNodeHosts } from '../../src/node/load.ts'
import { plan } from '../../src/plan/plan.ts'
import { probe } from '../../src/probe/probe.ts'
import { createFiles } from '../../src/process/files.ts'
import { registryFor } from '../../src/registry/testing/registry-for.ts'
import { Secret } from '../../src/secret.ts'
import { inventory, request, use } from '../support/plans.ts'
import type { PullAuth } from './cri-image-service.ts'

/** One pull that a pod asks for, and the nodes it lands on. */
export interface AskedPull {
  readonly image: string
  /** The login of the pod's only pull secret, keyed to the image's registry. */
  readonly login?: PullAuth | undefined
  readonly environment: Partial<Environment>
  /** Default `manifest`. */
  readonly depth?: 'manifest' | 'blobs' | undefined
  /** Absolute folder in which the environment's files lie. */
  readonly root: string
}

export interface OurVerdict {
  readonly verdict: Verdict
  readonly codes: readonly string[]
}

/** What will-it-pull says of it: plan, questions, judgement. */
export async function ourVerdict({
  image,
  login,
  environment,
  root,
  depth = 'manifest',
}: AskedPull): Promise<OurVerdict> {
  const pod = login === undefined ? {} : { pullSecrets: ['regcred'] }
  const given = inventory([use(image, pod)])
  const asked = request({ depth, pullSecrets: login === undefined ? [] : [secretFor(image, login)] }, environment)
  const nodes = await loadNodeHosts(asked.environments, createFiles(root))
  const plans = plan(given, [], { ...asked, registries: nodes.registries })
  await using registry = registryFor()
  const evidence = await probe(plans, { registry, log: { progress: () => {}, debug: () => {} } })
  const facts = { plans, evidence, rendered: [], inventory: given, problems: [], request: asked, today: '2026-11-24' }
  return told(judge(facts))
}

function secretFor(image: string, { username, password }: PullAuth) {
  const [registry = ''] = image.split('/')
  const content = JSON.stringify({ auths: { [registry]: { username, password } } })
  return { name: 'regcred', content: new Secret(content) }
}

function told({ verdicts, findings }: Judgement): OurVerdict {
  const [first] = verdicts
  if (first === undefined) throw new Error('nothing was judged')
  return { verdict: first.verdict, codes: findings.map(({ code }) => code) }
}
