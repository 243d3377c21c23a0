import { parseReference } from '../reference/parse.ts'
import type { RegistriesConf } from './types.ts'

export type FullName =
  | { readonly kind: 'name'; readonly domain: string; readonly path: string }
  /** CRI-O asks nobody which registry is meant. */
  | { readonly kind: 'ambiguous'; readonly registries: readonly string[] }

/**
 * What CRI-O takes a written image for: a name without a registry is looked up among the aliases, else it belongs to the
 * one search registry (containers/image pkg/shortnames, mode enforcing, which is CRI-O's default).
 */
export function fullName(written: string, conf: RegistriesConf): FullName {
  const [name = ''] = written.split('@')
  const bare = name.replace(/:[^/:]*$/, '')
  if (!isShort(bare)) return named(bare)
  const alias = conf.aliases.get(bare)
  if (typeof alias === 'string') return named(alias)
  const [only, ...others] = conf.searchRegistries
  return only === undefined || others.length > 0
    ? { kind: 'ambiguous', registries: conf.searchRegistries }
    : named(`${only}/${bare}`)
}

function isShort(name: string): boolean {
  const [first = '', ...rest] = name.split('/')
  return rest.length === 0 || (!/[.:]/.test(first) && first !== 'localhost')
}

function named(name: string): FullName {
  const reference = parseReference(name)
  return reference.kind === 'reference'
    ? { kind: 'name', domain: reference.domain, path: reference.path }
    : { kind: 'ambiguous', registries: [] }
}
