import type { Use } from '../extract/types.ts'
import type { Finding } from '../judge/types.ts'
import { sha256 } from '../sha256.ts'

/** Uses by id. */
export type UsesById = ReadonlyMap<string, Pick<Use, 'workloadKey'>>

/**
 * What a finding is about, one text for each of its uses, the same between runs and wherever the source lies: a finding
 * is old if the base had all of them as often, so that an old broken image in a new workload is new.
 */
export function findingIdentities(finding: Finding, uses: UsesById): readonly string[] {
  const about = subjectOf(finding)
  return finding.uses.length === 0 ? [about] : workloadKeys(finding, uses).map(key => JSON.stringify([about, key]))
}

/**
 * How many uses each identity has. What has one more than the base had is new: the same workload of another overlay or
 * another set of values may have been whole.
 */
export function countIdentities(findings: readonly Finding[], uses: UsesById): ReadonlyMap<string, number> {
  const about = new Map<string, Set<string>>()
  for (const finding of findings)
    for (const one of eachUse(finding)) {
      const [identity = ''] = findingIdentities(one, uses)
      about.set(identity, (about.get(identity) ?? new Set()).add(one.uses[0] ?? ''))
    }
  return new Map([...about].map(([identity, ids]) => [identity, ids.size]))
}

function eachUse(finding: Finding): readonly Finding[] {
  return finding.uses.length === 0 ? [finding] : finding.uses.map(use => ({ ...finding, uses: [use] }))
}

/** The finding's key in reports: short, and the same for the same identities. */
export function findingKey(finding: Finding, uses: UsesById): string {
  const identity = JSON.stringify(findingIdentities(finding, uses))
  return sha256(identity).slice(0, 32)
}

function workloadKeys(finding: Finding, uses: UsesById): readonly string[] {
  return [...new Set(finding.uses.map(id => uses.get(id)?.workloadKey ?? id))].toSorted()
}

// a finding that is not about an image is told apart by its secret or path
function subjectOf({ code, image, environment, platform, args, place }: Finding): string {
  const other = image === undefined ? [args.secrets, args.path, place?.file] : []
  return JSON.stringify([code, image, environment, platform, ...other])
}
