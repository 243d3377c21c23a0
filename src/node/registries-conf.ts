import { z } from 'zod'
import { parseReference } from '../reference/parse.ts'
import { lineOf, parseToml } from './parse-toml.ts'
import { registryRules, registryShape } from './registry-rules.ts'
import type { Complain } from './registry-rules.ts'
import type { RegistriesConf } from './types.ts'

export type ParsedRegistriesConf =
  | { readonly kind: 'conf'; readonly conf: RegistriesConf }
  /** With such a file containers/image opens no image at all. */
  | { readonly kind: 'invalid'; readonly why: string; readonly line?: number | undefined }

const v1List = z.looseObject({ registries: z.array(z.string()).optional() }).optional()
const shape = z.looseObject({
  registry: z.array(registryShape).optional(),
  'unqualified-search-registries': z.array(z.string()).optional(),
  aliases: z.record(z.string(), z.string()).optional(),
  registries: z.looseObject({ search: v1List, insecure: v1List, block: v1List }).optional(),
})

/** Reads a registries.conf (containers/image pkg/sysregistriesv2); the old version 1 is turned into version 2. */
export function parseRegistriesConf(text: string): ParsedRegistriesConf {
  const parsed = parseToml(text, shape)
  if (parsed.kind === 'wrong') return { kind: 'invalid', why: parsed.why, line: parsed.line }
  const faults: { readonly why: string; readonly word: string }[] = []
  const conf = confOf(parsed.value, (why, word) => void faults.push({ why, word }))
  const [fault] = faults
  if (fault === undefined) return { kind: 'conf', conf }
  return { kind: 'invalid', why: fault.why, line: lineOf(text, fault.word) }
}

type Written = z.infer<typeof shape>

function confOf(written: Written, complain: Complain): RegistriesConf {
  const { search, insecure, block } = written.registries ?? {}
  const isOld = [search, insecure, block].some(list => list?.registries !== undefined)
  if (isOld) return version1(written, complain)
  const aliases = Object.entries(written.aliases ?? {}).map(([name, value]) => [name, alias(value, complain)] as const)
  return {
    registries: registryRules(written.registry ?? [], complain),
    searchRegistries: written['unqualified-search-registries'] ?? [],
    aliases: new Map(aliases),
  }
}

function version1(written: Written, complain: Complain): RegistriesConf {
  if (written.registry !== undefined || written['unqualified-search-registries'] !== undefined)
    complain('mixing version 1 and 2 is not supported', 'registries')
  const { search, insecure, block } = written.registries ?? {}
  const blocked = new Set(block?.registries)
  const unverified = new Set(insecure?.registries)
  const locations = [...blocked.union(unverified)]
  const rules = locations.map(location => ({
    location,
    blocked: blocked.has(location),
    insecure: unverified.has(location),
  }))
  return {
    registries: registryRules(rules, complain),
    searchRegistries: search?.registries ?? [],
    aliases: new Map(),
  }
}

// an alias names a registry and a repository, and no tag or digest
function alias(value: string, complain: Complain): string | null {
  if (value === '') return null
  const reference = parseReference(value)
  const [first = ''] = value.split('/')
  const isWhole = value.includes('/') && (/[.:]/.test(first) || first === 'localhost')
  if (reference.kind === 'reference' && isWhole && reference.tag === null && reference.digest === null)
    return reference.repository
  complain(`invalid alias ${value}`, value)
  return null
}
