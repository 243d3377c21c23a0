import { toBytes } from './bytes.ts'
import { parseUrl } from './url.ts'

/**
 * A key without its user info, which may hold a password. Where the user info (or what follows an `@` for another
 * reason) makes the kubelet skip the key, words stand for it that no URL may have there, so that it stays skipped.
 */
export function shownKey(written: string): string {
  const [, scheme = '', rest = ''] = /^(https?:\/\/)?(.*)$/s.exec(written) ?? []
  if (!rest.includes('@')) return written
  const isValid = parseUrl(`https://${toBytes(rest)}`) !== undefined
  if (!isValid) return `${scheme}<user info>@${rest.slice(rest.lastIndexOf('@') + 1)}`
  const end = rest.search(/[/?#]/)
  const authority = end < 0 ? rest : rest.slice(0, end)
  return scheme + rest.slice(authority.lastIndexOf('@') + 1)
}
