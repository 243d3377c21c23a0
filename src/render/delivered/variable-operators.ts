/**
 * The value of `${NAME<rest>}`, by the functions of fluxcd/pkg/envsubst; patterns are taken as plain text. Undefined
 * where the form is none of them, or what it gives is not certain.
 */
export function applyOperator(value: string | undefined, rest: string): string | undefined {
  if (rest === '') return value ?? ''
  const [, mark, fallback] = /^(:?[-=])(.*)$/s.exec(rest) ?? []
  if (mark !== undefined && fallback !== undefined) {
    const isGiven = value !== undefined && !(mark.startsWith(':') && value === '')
    return isGiven ? value : fallback
  }
  const text = value ?? ''
  return cased(text, rest) ?? part(text, rest) ?? trimmed(text, rest) ?? replaced(text, rest)
}

function cased(text: string, mark: string): string | undefined {
  switch (mark) {
    case '^^':
      return text.toUpperCase()
    case ',,':
      return text.toLowerCase()
    case '^':
      return text.slice(0, 1).toUpperCase() + text.slice(1)
    case ',':
      return text.slice(0, 1).toLowerCase() + text.slice(1)
    default:
      return undefined
  }
}

/** `:1` and `:0:7`, where both lie in the text. */
function part(text: string, rest: string): string | undefined {
  const [, from, length] = /^:(\d{1,4})(?::(\d{1,4}))?$/.exec(rest) ?? []
  if (from === undefined) return undefined
  const end = length === undefined ? text.length : Number(from) + Number(length)
  return Number(from) <= text.length && end <= text.length ? text.slice(Number(from), end) : undefined
}

function trimmed(text: string, rest: string): string | undefined {
  const [, side, pattern = ''] = /^([#%])\1?(.+)$/s.exec(rest) ?? []
  if (side === undefined || isGlob(pattern)) return undefined
  if (side === '#') return text.startsWith(pattern) ? text.slice(pattern.length) : text
  return text.endsWith(pattern) ? text.slice(0, text.length - pattern.length) : text
}

function replaced(text: string, rest: string): string | undefined {
  const [, all, wanted, instead] = /^\/(\/?)([^/#%][^/]*)\/([^/]*)$/.exec(rest) ?? []
  if (wanted === undefined || instead === undefined) return undefined
  return all === '/' ? text.replaceAll(wanted, () => instead) : text.replace(wanted, () => instead)
}

function isGlob(pattern: string): boolean {
  return /[*?[\\]/.test(pattern)
}
