import type { Fix } from '../../suggest/types.ts'
import { code, series } from './quote.ts'

interface FixWords {
  readonly text: string
  readonly commands: readonly string[]
}

/** A fix that the evidence shows, in words; undefined where there is none and the usual advice is better. */
export function fixWords(fix: Fix): FixWords | undefined {
  const [first, ...others] = fix.candidates
  const { commands } = fix
  switch (fix.kind) {
    case 'use-tag':
      return first === undefined
        ? undefined
        : { text: `Use ${code(first)}, ${quality(fix)}${orElse(others)}.`, commands }
    case 'use-digest':
      return first === undefined ? undefined : { text: `Use the digest ${code(first)}${meaning(fix)}.`, commands }
    case 'relocate':
      return { text: relocation(fix, first), commands }
    case 'add-library':
      return first === undefined
        ? undefined
        : { text: `Use ${code(first)}: official images stand below \`library/\`.`, commands }
    case 'fix-host':
      return first === undefined
        ? undefined
        : { text: `Did you mean ${code(first)}? Correct the registry${orElse(others)}.`, commands }
  }
}

function quality({ platform, isUnproven }: Fix): string {
  if (isUnproven === true) return 'which exists; that the nodes could pull it was not seen'
  return platform === undefined ? 'which exists' : `which has ${code(platform)}`
}

function meaning({ tag, isUnproven }: Fix): string {
  const now = tag === undefined ? '' : `, which the tag ${code(tag)} stands for now`
  return isUnproven === true ? `${now}; that the nodes could pull it was not seen` : now
}

function orElse(others: readonly string[]): string {
  return others.length === 0 ? '' : `, or ${series(others, 6, 'or')}`
}

function relocation({ source }: Fix, to: string | undefined): string {
  const use =
    to === undefined ? 'Nothing took its place: build it yourself or choose another image.' : `Use ${code(to)}.`
  if (source === undefined) return use
  return `${use} Since ${code(source.date)}: ${code(source.note)} (${code(source.url)}).`
}
