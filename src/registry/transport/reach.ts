import { BlockList, isIP } from 'node:net'

/**
 * Which addresses may be contacted: `public` none of this machine, its network or its cloud's metadata (runs of forks);
 * `remote` all but this machine and its link (where a server that we asked sends us elsewhere); `near` this machine too
 * (where that server is on it); `any` all.
 */
export type Reach = 'any' | 'near' | 'remote' | 'public'

// RFC 6890 and its successors; the metadata services of clouds live on link-local addresses, that of Azure, where
// GitHub's runners are, on one that looks public. The tunnels of old (6to4, Teredo, IPv4-compatible) end in any IPv4.
const loopback = blockList(['127.0.0.0/8'], ['::1/128'])
const link = blockList(
  ['0.0.0.0/8', '168.63.129.16/32', '169.254.0.0/16', '192.88.99.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ['::/96', '2001::/32', '2002::/16', 'fe80::/10', 'ff00::/8', 'fd00:ec2::254/128'],
)
const privates = blockList(
  ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ['fc00::/7', 'fec0::/10', '64:ff9b:1::/48'],
)

function blockList(v4: readonly string[], v6: readonly string[]): BlockList {
  const list = new BlockList()
  const add = (family: 'ipv4' | 'ipv6') => (subnet: string) => {
    const [network = '', prefix] = subnet.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  v4.forEach(add('ipv4'))
  v6.forEach(add('ipv6'))
  return list
}

type Zone = 'loopback' | 'link' | 'private' | 'public'

const zonesOf: Readonly<Record<Reach, ReadonlySet<Zone>>> = {
  any: new Set(['loopback', 'link', 'private', 'public']),
  near: new Set(['loopback', 'private', 'public']),
  remote: new Set(['private', 'public']),
  public: new Set(['public']),
}

/** Whether an IP address lies within the reach. */
export function mayReach(address: string, reach: Reach): boolean {
  return zonesOf[reach].has(zoneOf(address))
}

function zoneOf(address: string): Zone {
  const plain = embeddedV4(address) ?? address
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4'
  if (loopback.check(plain, family)) return 'loopback'
  if (link.check(plain, family)) return 'link'
  return privates.check(plain, family) ? 'private' : 'public'
}

/** An IPv4 address that travels inside an IPv6 one: mapped, or behind NAT64 (RFC 6052). */
function embeddedV4(address: string): string | undefined {
  const short = URL.parse(`http://[${address}]`)?.hostname.slice(1, -1) ?? address
  const tail = /^(?:::ffff:|64:ff9b::)(.+)$/i.exec(short)?.[1]
  if (tail === undefined || isIP(tail) === 4) return tail
  const [high = '0', low = '0'] = tail.includes(':') ? tail.split(':') : ['0', tail]
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16)
  return [bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255].join('.')
}

/** Whether a host name, as a URL holds it, may be contacted as far as the name itself tells. */
export function mayReachName(hostname: string, reach: Reach): boolean {
  if (reach === 'any') return true
  const zone = zoneOfName(hostname)
  if (zone !== undefined) return zonesOf[reach].has(zone)
  return !(reach === 'public' && /\.(internal|local)\.?$/i.test(hostname))
}

/** 127.0.0.0/8, ::1 or `localhost`. */
export function isLoopback(hostname: string): boolean {
  return zoneOfName(hostname) === 'loopback'
}

/** Whether a server may send us on to an address: never inwards, so that no registry makes us ask its victims. */
export function mayLeadTo(from: string, to: string): boolean {
  const zone = zoneOfName(to)
  if (zone === undefined || zone === 'public' || from === to) return true
  return zone !== 'link' && zone === zoneOfName(from)
}

function zoneOfName(hostname: string): Zone | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) return zoneOf(bare)
  return /(^|\.)localhost\.?$/i.test(bare) ? 'loopback' : undefined
}
