import { BlockList, isIP } from 'node:net'
import { isLoopback } from './reach.ts'

/** The environment as far as the registry client reads it. */
export type Environment = Readonly<Record<string, string | undefined>>

export type ProxyChoice =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly url: URL }
  | { readonly kind: 'unusable'; readonly why: string }

const direct: ProxyChoice = { kind: 'direct' }

/**
 * The proxy for a URL, as Go's net/http and with it the container runtimes read the environment: HTTPS_PROXY,
 * HTTP_PROXY and NO_PROXY in either case, never a proxy for loopback.
 */
export function proxyFor(url: URL, environment: Environment): ProxyChoice {
  const named = url.protocol === 'https:' ? variable(environment, 'https_proxy') : variable(environment, 'http_proxy')
  if (named === '' || isLoopback(url.hostname)) return direct
  if (isExempt(url, variable(environment, 'no_proxy'))) return direct
  // curl and Go take `proxy:3128` for http://proxy:3128
  const text = named.includes('://') ? named : `http://${named}`
  const parsed = URL.parse(text)
  if (parsed === null) return { kind: 'unusable', why: 'the proxy variable holds no URL' }
  if (!['http:', 'https:', 'socks5:'].includes(parsed.protocol))
    return { kind: 'unusable', why: `the proxy variable names the scheme ${parsed.protocol}` }
  return { kind: 'proxy', url: parsed }
}

function variable(environment: Environment, name: string): string {
  return (environment[name] || environment[name.toUpperCase()] || '').trim()
}

function isExempt(url: URL, list: string): boolean {
  const entries = list.toLowerCase().split(/[\s,]+/)
  return entries.some(entry => entry !== '' && matches(url, entry))
}

// golang.org/x/net/http/httpproxy: `*`, address, CIDR, name with its subdomains, `.name` for subdomains only
function matches(url: URL, entry: string): boolean {
  if (entry === '*') return true
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (entry.includes('/')) return isInSubnet(host, entry)
  const [, name = entry, port] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? []
  if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false
  const bare = name.replace(/^\[|\]$/g, '').replace(/^\*(?=\.)/, '')
  return bare.startsWith('.') ? host.endsWith(bare) : host === bare || (isIP(host) === 0 && host.endsWith(`.${bare}`))
}

function isInSubnet(host: string, entry: string): boolean {
  const [network = '', prefix = ''] = entry.split('/')
  const family = isIP(network)
  const length = Number(prefix)
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(prefix) || length > (family === 4 ? 32 : 128))
    return false
  const list = new BlockList()
  const name = family === 4 ? 'ipv4' : 'ipv6'
  list.addSubnet(network, length, name)
  return list.check(host, name)
}
