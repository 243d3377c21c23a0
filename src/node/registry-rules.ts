import { z } from 'zod'
import type { RegistryMirror, RegistryRule } from './types.ts'

const mirrorShape = z.looseObject({
  location: z.string().optional(),
  insecure: z.boolean().optional(),
  'pull-from-mirror': z.string().optional(),
})

export const registryShape = mirrorShape.extend({
  prefix: z.string().optional(),
  blocked: z.boolean().optional(),
  mirror: z.array(mirrorShape).optional(),
  'mirror-by-digest-only': z.boolean().optional(),
})

type WrittenRegistry = z.infer<typeof registryShape>

/** Told of what makes the whole file invalid; `word` is what it stumbles over. */
export type Complain = (why: string, word: string) => void

// far more than any node has; each mirror of a matching rule is a question to ask
const mostMirrors = 32

/** The `[[registry]]` tables, checked as containers/image does (postProcessRegistries); of equal prefixes the first. */
export function registryRules(written: readonly WrittenRegistry[], complain: Complain): readonly RegistryRule[] {
  const rules = written.map(one => rule(one, complain))
  refuseConflicts(rules, complain)
  const byPrefix = Map.groupBy(rules, ({ prefix }) => prefix)
  return [...byPrefix.values()].flatMap(([first]) => first ?? [])
}

function rule(written: WrittenRegistry, complain: Complain): RegistryRule {
  const location = locationOf(written.location ?? '', complain)
  const prefix = written.prefix ? locationOf(written.prefix, complain) : location
  const fault = faultOf(prefix, location)
  if (fault !== undefined) complain(fault, prefix || '[[registry]]')
  if (written['pull-from-mirror']) complain('pull-from-mirror on a registry', 'pull-from-mirror')
  const byDigest = written['mirror-by-digest-only'] === true
  return {
    prefix,
    location,
    insecure: written.insecure === true,
    blocked: written.blocked === true,
    mirrors: (written.mirror ?? []).slice(0, mostMirrors).map(one => mirror(one, byDigest, complain)),
  }
}

function faultOf(prefix: string, location: string): string | undefined {
  if (prefix === '') return 'both location and prefix are unset'
  const isWild = prefix.startsWith('*.')
  if (location === '' && !isWild) return `location is unset for prefix ${prefix}`
  return isWild && /[/@:]/.test(prefix) ? `the wildcard prefix ${prefix} has a port or path` : undefined
}

function mirror(written: z.infer<typeof mirrorShape>, byDigest: boolean, complain: Complain): RegistryMirror {
  const location = locationOf(written.location ?? '', complain)
  if (location === '') complain('mirror location is unset', '[[registry.mirror]]')
  const own = written['pull-from-mirror'] ?? ''
  const known = restrictions.find(value => value === own)
  if (own !== '' && known === undefined) complain(`unsupported pull-from-mirror value ${own}`, own)
  if (byDigest && own !== '')
    complain('mirror-by-digest-only and pull-from-mirror at the same time', 'pull-from-mirror')
  return { location, insecure: written.insecure === true, pulls: byDigest ? 'digest-only' : (known ?? 'all') }
}

const restrictions = ['all', 'digest-only', 'tag-only'] as const

function locationOf(written: string, complain: Complain): string {
  if (/^https?:\/\//.test(written)) complain(`URI schemes are not supported: ${written}`, written)
  return written.replace(/\/+$/, '')
}

function refuseConflicts(rules: readonly RegistryRule[], complain: Complain): void {
  const places = Map.groupBy(rules, ({ location, prefix }) => location || prefix)
  for (const [place, same] of places)
    if (new Set(same.map(({ insecure, blocked }) => `${insecure} ${blocked}`)).size > 1)
      complain(`${place} is defined twice with conflicting settings`, place)
}
