import type { Substitution } from '../../discover/types.ts'

const variable = /\$(\$?)\{([A-Za-z_]\w*)(?:(:?[-=])([^{}]*))?\}/g
const disabled = /^ *["']?kustomize\.toolkit\.fluxcd\.io\/substitute["']?: *["']?disabled/m

/**
 * Puts variables into a document as Flux does: `${NAME}`, and `${NAME:-default}`; `$${NAME}` stays as `${NAME}`. What has
 * no value becomes nothing, or stays where not all values are known
 * (https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution).
 */
export function substitute(text: string, { variables, complete }: Substitution): string {
  if (!text.includes('${') || disabled.test(text)) return text
  return text.replaceAll(variable, (...match: readonly string[]) => {
    const [whole = '', escape, name = '', operator, fallback = ''] = match
    if (escape === '$') return whole.slice(1)
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined
    const isGiven = value !== undefined && !(operator?.startsWith(':') === true && value === '')
    if (isGiven) return value
    if (!complete) return whole
    return operator === undefined ? '' : fallback
  })
}
