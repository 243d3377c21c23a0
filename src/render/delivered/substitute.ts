import type { Substitution } from '../../discover/types.ts'
import { applyOperator } from './variable-operators.ts'

/** A text with its variables filled in; `complete`: none is left whose value or meaning is not known here. */
export interface Substituted {
  readonly text: string
  readonly complete: boolean
}

const disabled = /^ *["']?kustomize\.toolkit\.fluxcd\.io\/substitute["']?: *["']?disabled/m

/**
 * Puts variables into a document as Flux does: `${NAME}`, `${NAME:-default}` and the other forms of its envsubst;
 * `$${NAME}` stays as `${NAME}`. What has no value becomes nothing, or stays where not all values are known
 * (https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution).
 */
export function substitute(text: string, substitution: Substitution): Substituted {
  if (!text.includes('${') || disabled.test(text)) return { text, complete: true }
  return fill(text, substitution, 0)
}

/** Defaults stand in defaults; deeper is left as it is written. */
const deepest = 8

function fill(text: string, substitution: Substitution, depth: number): Substituted {
  let filled = ''
  let complete = true
  let from = 0
  for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', from)) {
    const end = depth < deepest ? endOf(text, at) : undefined
    const isEscaped = text[at - 1] === '$' && at - 1 >= from
    if (isEscaped || end === undefined) {
      filled += text.slice(from, isEscaped ? at - 1 : at) + '${'
      from = at + 2
      continue
    }
    const value = valueOf(text.slice(at + 2, end), substitution, depth)
    filled += text.slice(from, at) + (value ?? text.slice(at, end + 1))
    from = end + 1
    complete &&= value !== undefined || !mayBeVariable(text.slice(at + 2, end))
  }
  return { text: filled + text.slice(from), complete }
}

/** An expression of a few lines at most, whose braces are even. */
const longest = 1000

function endOf(text: string, start: number): number | undefined {
  let open = 0
  for (let at = start; at < Math.min(text.length, start + longest); at += 1) {
    if (text.startsWith('${', at)) open += 1
    else if (text[at] === '}') open -= 1
    if (open === 0 && at > start) return at
  }
  return undefined
}

function mayBeVariable(expression: string): boolean {
  return /^[#A-Za-z_]/.test(expression)
}

/** Undefined where it can't be told, or is none. */
function valueOf(expression: string, substitution: Substitution, depth: number): string | undefined {
  const [, name, rest = ''] = /^([A-Za-z_]\w*)(.*)$/s.exec(expression) ?? []
  if (name === undefined) return undefined
  const { variables, complete } = substitution
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined
  if (value === undefined && !complete) return undefined
  const argument = fill(rest, substitution, depth + 1)
  return argument.complete || value !== undefined ? applyOperator(value, argument.text) : undefined
}
