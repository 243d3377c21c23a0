import { isIPv6 } from './ipv6.ts'

/** Host (with port) and path of a URL, unescaped; byte strings. */
export interface Location {
  readonly host: string
  readonly path: string
}

// bytes that Go's net/url lets stand in a host; above ASCII all do
const hostBytes = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\x80-\xff]*$/
const userInfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/

/**
 * Parses an http or https URL (a byte string) as Go's net/url does: undefined where Go reports an error. User info,
 * query and fragment are dropped. Brackets inside a host (`g[a-h]cr.io`, a pattern) pass, as they do in the Go versions
 * up to 1.25 that kubelets are built with.
 */
export function parseUrl(url: string): Location | undefined {
  const [beforeFragment = '', ...fragment] = url.split('#')
  if (/[\0-\x1f\x7f]/.test(beforeFragment) || unescape(fragment.join('#')) === undefined) return undefined
  const rest = beforeFragment.slice(beforeFragment.indexOf('://') + 3).split('?', 1)[0] ?? ''
  const slash = rest.indexOf('/')
  const host = hostOf(slash < 0 ? rest : rest.slice(0, slash))
  const path = unescape(slash < 0 ? '' : rest.slice(slash))
  return host === undefined || path === undefined ? undefined : { host, path }
}

function hostOf(authority: string): string | undefined {
  const at = authority.lastIndexOf('@')
  const info = authority.slice(0, Math.max(at, 0))
  if (!userInfo.test(info) || unescape(info) === undefined) return undefined
  const host = authority.slice(at + 1)
  if (host.startsWith('[')) return bracketed(host)
  const colon = host.indexOf(':')
  if (colon >= 0 && !/^:[0-9]*$/.test(host.slice(colon))) return undefined
  return unescapeHost(host)
}

// Go also reads a zone (`%25eth0`), which no image reference can name: such a key never matches
function bracketed(host: string): string | undefined {
  const [, address] = /^\[([^[\]]*)\](?::[0-9]*)?$/.exec(host) ?? []
  return address !== undefined && isIPv6(address) ? host : undefined
}

function unescape(text: string): string | undefined {
  if (/%(?![0-9a-fA-F]{2})/.test(text)) return undefined
  return text.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

// a host may escape bytes above ASCII only (RFC 3986, 3.2.2) and the percent sign (RFC 6874)
function unescapeHost(text: string): string | undefined {
  if (/%(?!25)[0-7]/.test(text) || !hostBytes.test(text.replaceAll('%', ''))) return undefined
  return unescape(text)
}
