import type { Report } from '../../report/schema.ts'
import { keyOf } from '../key-of.ts'
import type { Triage, Verified } from '../types.ts'
import type { VerifyRequest } from './requests.ts'

/** One request with what the registries answered. */
export interface VerifyAnswer {
  readonly request: VerifyRequest
  readonly report: Report
}

/** The triage with what registries say now of the images that were not pulled. */
export function withAnswers(triage: Triage, answers: readonly VerifyAnswer[]): Triage {
  const byPod = new Map(answers.flatMap(({ request, report }) => byPodOf(report, request)))
  return {
    ...triage,
    workloads: triage.workloads.map(workload => ({
      ...workload,
      verified: byPod.get(keyOf('Pod', workload.namespace, workload.pod ?? '')) ?? null,
    })),
  }
}

const ranks = ['unpullable', 'unknown', 'pullable', 'not-checked'] as const

function byPodOf(report: Report, { platform, guessed }: VerifyRequest): readonly (readonly [string, Verified])[] {
  const groups = Map.groupBy(report.uses, ({ workload }) => keyOf('Pod', workload.namespace ?? '', workload.name))
  return [...groups].map(([key, uses]) => {
    const ids = new Set(uses.map(({ id }) => id))
    const findings = report.findings.filter(finding => finding.uses.some(id => ids.has(id)))
    return [
      key,
      {
        verdict: ranks.find(rank => uses.some(({ verdict }) => verdict === rank)) ?? 'not-checked',
        platform,
        guessed,
        findings: findings.map(({ code, image, message, fix }) => ({ code, image, message, fix: fix?.text ?? null })),
      },
    ]
  })
}
