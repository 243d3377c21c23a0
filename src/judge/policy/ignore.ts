import type { IgnoreRule } from '../../config/types.ts'
import { compileGlob } from '../../glob/glob.ts'
import type { Reference, ReferenceError } from '../../reference/types.ts'
import type { FindingCode } from '../codes.ts'

/** Finds the rule that takes a finding out of the count. An expired rule matches nothing. */
export type IgnoreMatcher = (code: FindingCode, reference: Reference | ReferenceError) => IgnoreRule | undefined

/** Compiles ignore rules; `today` is an ISO date. The image is a glob over its name or the whole reference. */
export function ignoreMatcher(rules: readonly IgnoreRule[], today: string): IgnoreMatcher {
  const compiled = rules
    .filter(rule => rule.expires === undefined || rule.expires >= today)
    .map(rule => ({ rule, matches: compileGlob(rule.image, 'anything') }))
  return (code, reference) =>
    compiled.find(
      ({ rule, matches }) => (rule.code ?? code) === code && spellings(reference).some(text => matches(text)),
    )?.rule
}

function spellings(reference: Reference | ReferenceError): readonly string[] {
  if (reference.kind === 'reference-error') return [reference.written]
  const name = `${reference.domain}/${reference.path}`
  const writtenName = reference.written.replace(/@.*$/, '').replace(/:[^/:]*$/, '')
  return [reference.written, writtenName, reference.normalized, name]
}
