import type { Verdict } from '../judge/types.ts'
import type { ReportUse } from './schema.ts'

type PlatformVerdict = ReportUse['platforms'][number]

const worstFirst: readonly Verdict[] = ['unpullable', 'unknown', 'pullable', 'not-checked']

/** The worst of several verdicts; of none, `not-checked`. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return worstFirst.find(verdict => verdicts.includes(verdict)) ?? 'not-checked'
}

/** The worst verdict of each platform, in the order in which the platforms are met. */
export function foldPlatforms(platforms: readonly PlatformVerdict[]): readonly PlatformVerdict[] {
  return [...Map.groupBy(platforms, ({ platform }) => platform)].map(([platform, same]) => ({
    platform,
    verdict: worst(same.map(({ verdict }) => verdict)),
    digest: same.find(({ digest }) => digest !== null)?.digest ?? null,
  }))
}
