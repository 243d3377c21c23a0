import type { PullPlan } from '../plan/types.ts'
import type { UseVerdict } from '../judge/types.ts'
import type { Location } from '../trace/types.ts'
import { reportLocation, sourcePaths, useFile } from './locations.ts'
import type { ReportUse } from './schema.ts'
import type { ReportParts } from './types.ts'
import { assumptionWords } from './words/assumptions.ts'

/** One entry for each use and environment. */
export function reportUses({ plans, judgement, locations, rendered }: ReportParts): readonly ReportUse[] {
  const verdicts = new Map(judgement.verdicts.map(verdict => [useKey(verdict.use, verdict.environment), verdict]))
  const name = entryNames(plans)
  const paths = sourcePaths(rendered)
  return plans.map(plan => {
    const verdict = verdicts.get(useKey(plan.use.id, plan.environment.name))
    const [location = useFile(plan.use, paths)] = locations.uses.get(plan.use.id) ?? []
    return reportUse(plan, { verdict, location, id: name(plan.use.id, plan.environment.name) })
  })
}

/** The name of a use's entry: the use's id, with the environment where there are several. */
export function entryNames(plans: readonly PullPlan[]): (use: string, environment: string | undefined) => string {
  const several = new Set(plans.map(plan => plan.environment.name)).size > 1
  return (use, environment) => (several && environment !== undefined ? `${use}@${environment}` : use)
}

function useKey(use: string, environment: string): string {
  return JSON.stringify([use, environment])
}

interface Judged {
  readonly id: string
  readonly verdict: UseVerdict | undefined
  readonly location: Location
}

function reportUse(
  { use, environment, credentials, pullPolicy }: PullPlan,
  { id, verdict, location }: Judged,
): ReportUse {
  const { apiVersion, kind, namespace = null, name, hooks } = use.workload
  return {
    id,
    image: use.image,
    source: use.source,
    environment: environment.name,
    workload: { apiVersion, kind, namespace, name, hooks: [...hooks] },
    field: use.field,
    container: use.container ?? null,
    role: use.role,
    pullPolicy,
    serviceAccount: credentials.serviceAccount,
    pullSecrets: [...credentials.secrets],
    credentials: [...(verdict?.credentials ?? [])],
    platforms: (verdict?.platforms ?? []).map(platform => ({ ...platform, digest: platform.digest ?? null })),
    verdict: verdict?.verdict ?? 'not-checked',
    assumptions: (verdict?.assumptions ?? []).map(assumptionWords),
    location: reportLocation(location),
  }
}
