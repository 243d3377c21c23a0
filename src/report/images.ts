import type { PullPlan } from '../plan/types.ts'
import { foldPlatforms, worst } from './fold.ts'
import type { ReportImage, ReportUse } from './schema.ts'
import type { ReportParts } from './types.ts'

/** One entry for each normalized reference, in the order in which they are met, with the fold of its uses. */
export function reportImages({ plans, evidence }: ReportParts, uses: readonly ReportUse[]): readonly ReportImage[] {
  const entries = plans.flatMap((plan, index) => {
    const use = uses[index]
    return use === undefined ? [] : [{ plan, use }]
  })
  const groups = Map.groupBy(entries, ({ plan }) => imageName(plan))
  return [...groups.values()].flatMap(same => {
    const [first] = same
    if (first === undefined) return []
    const content = same.map(({ plan }) => evidence?.get(plan)?.content).find(seen => seen !== undefined)
    const manifest = content?.manifest
    return [
      {
        ...names(first.plan),
        verdict: worst(same.map(({ use }) => use.verdict)),
        resolvedDigest: manifest?.digest ?? null,
        mediaType: manifest?.mediaType ?? null,
        platforms: [...foldPlatforms(same.flatMap(({ use }) => use.platforms))],
        uses: same.map(({ use }) => use.id),
      },
    ]
  })
}

function imageName({ reference }: PullPlan): string {
  return reference.kind === 'reference' ? reference.normalized : reference.written
}

type Names = Pick<ReportImage, 'reference' | 'normalized' | 'domain' | 'path' | 'tag' | 'digest' | 'error'>

function names({ reference, use }: PullPlan): Names {
  if (reference.kind === 'reference-error') return { reference: use.image, ...unnamed, error: reference.error }
  const { normalized, domain, path, tag, digest } = reference
  return { reference: use.image, normalized, domain, path, tag, digest, error: null }
}

const unnamed = { normalized: null, domain: null, path: null, tag: null, digest: null }
