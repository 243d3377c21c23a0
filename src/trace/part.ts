import type { FindingCode } from '../judge/codes.ts'
import type { Finding, Layer } from '../judge/types.ts'

/** A part of a reference that a person may have to edit. */
export type Part = 'registry' | 'repository' | 'tag' | 'digest'

const ofCode: Readonly<Partial<Record<FindingCode, Part>>> = {
  'repository-not-found': 'repository',
  'digest-not-found': 'digest',
  'registry-not-allowed': 'registry',
  'relocated-image': 'repository',
}

const ofLayer: Readonly<Partial<Record<Layer, Part>>> = {
  network: 'registry',
  tls: 'registry',
  auth: 'repository',
  policy: 'tag',
  existence: 'tag',
  platform: 'tag',
}

/** The part of its image that each use's first finding is about, by use id; absent means the tag will do. */
export function partsOf(findings: readonly Finding[]): ReadonlyMap<string, Part> {
  const named = findings.flatMap(({ code, layer, uses }) => {
    const part = ofCode[code] ?? ofLayer[layer]
    return part === undefined ? [] : uses.map(use => [use, part] as const)
  })
  return new Map(named.toReversed())
}
