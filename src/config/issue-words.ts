import type { z } from 'zod'
import { findingCodes } from '../judge/codes.ts'
import { didYouMean } from './near-name.ts'
import { quoted } from './problem.ts'
import { isMapping } from './read-yaml.ts'
import { environmentSettings, settings } from './settings.ts'
import type { Shape } from './shape-at.ts'

type Issue<Code extends string> = Extract<z.core.$ZodIssue, { readonly code: Code }>

/** Why a key has no place where it stands, and what it may have been meant to be. */
export function unknownKey(key: string, { noun, keys }: Shape): string {
  if (noun === 'a finding code') return `${quoted(key)} is no finding code${didYouMean(key, keys)}`
  const near = didYouMean(key, keys)
  const hint = noun === 'the configuration' ? elsewhere(key) : undefined
  const known = near === '' ? `; it has ${keys.join(', ')}` : near
  return `${quoted(key)} is no key of ${noun}${hint ?? known}`
}

const ofCharts = ['values', 'set', 'release', 'namespace', 'kube-version', 'api-versions']

// the name of a flag or an input, where the file has it in another place or not at all
function elsewhere(key: string): string | undefined {
  if (environmentSettings.some(name => name === key)) return `: it stands in an entry of \`environments\``
  if (ofCharts.includes(key)) return `: it stands in an entry of \`sources\`, beside its \`chart\``
  if (key === 'paths') return ': what is checked stands under `sources`'
  return settings.some(({ name }) => name === key) ? ': it is a flag and an input alone' : undefined
}

const listsOfText = [
  'exclude',
  'allowed-registries',
  'values',
  'api-versions',
  'platforms',
  'insecure-registries',
  'images',
  'containers',
  'pod-templates',
  'pod-specs',
]

/** What is wrong with a value: the key that it belongs to, and an unquoted value as it is written. */
export interface WrongValue {
  readonly key: string
  readonly value: unknown
  readonly plain: string | undefined
}

/** Why a value has the wrong type. */
export function wrongType({ expected }: Issue<'invalid_type'>, { key, value, plain }: WrongValue): string {
  if (value === null) return 'has no value: give it one, or remove the key'
  const isOne = typeof value === 'string' && listsOfText.includes(key)
  if (expected === 'array') return `must be a list${isOne ? `: write ${quoted(`[${value}]`)}` : ''}`
  if (expected === 'string' && plain !== undefined)
    return `must be text, and YAML reads ${quoted(plain)} as a ${typeof value}: write it in quotes`
  if (expected === 'string') return `must be text, not ${isMapping(value) ? 'a map' : 'a list'}`
  const isMap = expected === 'object' || expected === 'record'
  return isMap ? 'must be a map of keys and values' : `must be of type ${expected}`
}

/** Why a value is none of those that are possible. */
export function wrongValue({ values }: Issue<'invalid_value'>, { value, plain }: WrongValue): string {
  const valid = values.map(String)
  if (value === null) return `has no value: write one of ${valid.join(', ')}`
  if (value === false && valid.includes('off'))
    return `is ${quoted(plain ?? 'false')}, which YAML reads as a boolean: write \`off\``
  if (typeof value !== 'string') return `must be one of ${valid.join(', ')}`
  if (valid.length === findingCodes.length) return `is no finding code: ${quoted(value)}${didYouMean(value, valid)}`
  return `is ${quoted(value)}, which is none of ${valid.join(', ')}${didYouMean(value, valid)}`
}

const remedies: Readonly<Record<string, string>> = {
  name: 'give the environment a name',
  platforms: 'write the platforms of its nodes, like `platforms: [linux/amd64]`',
  secret: 'write the name of the pull secret, or `namespace/name`',
  image: 'write the image, or a glob over images, that is meant',
  kind: 'write the group and kind, like `acme.io/App`',
  at: 'write the path of the map that has the parts, like `spec.image`',
  reason: 'write why it is ignored; it is listed in the report',
}

/** That a key is needed and is not there. */
export function missingKey(key: string): string {
  const remedy = remedies[key]
  return `\`${key}\` is missing${remedy === undefined ? '' : `: ${remedy}`}`
}
