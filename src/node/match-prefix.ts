import type { RegistryRule } from './types.ts'

/** How much of a name a prefix covers, or undefined (containers/image sysregistriesv2, refMatchingPrefix). */
export function matchPrefix(name: string, prefix: string): number | undefined {
  const end = prefix.startsWith('*.') ? endOfDomain(name, prefix.slice(1)) : endOfStart(name, prefix)
  if (end === undefined || end === name.length) return end
  // `example.com` covers `example.com:5000` too
  return /[:/@]/.test(name[end] ?? '') ? end : undefined
}

function endOfStart(name: string, prefix: string): number | undefined {
  return name.startsWith(prefix) ? prefix.length : undefined
}

function endOfDomain(name: string, suffix: string): number | undefined {
  const at = name.indexOf(suffix)
  return at < 0 || name.slice(0, at).includes('/') ? undefined : at + suffix.length
}

/** The rule with the longest prefix that covers a name without tag and digest. */
export function ruleFor(name: string, rules: readonly RegistryRule[]): RegistryRule | undefined {
  const fitting = rules.filter(({ prefix }) => matchPrefix(name, prefix) !== undefined)
  return fitting.toSorted((a, b) => b.prefix.length - a.prefix.length)[0]
}
