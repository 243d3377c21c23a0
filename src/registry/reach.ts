import { BlockList, isIP } from 'node:net'

/**
 * Which addresses may be contacted: `public` none of this machine, its network or its cloud's metadata (runs of forks);
 * `remote` all but this machine and its link (where a server that we asked sends us elsewhere); `any` all.
 */
export type Reach = 'any' | 'remote' | 'public'

// RFC 6890 and its successors; the metadata services of clouds live on link-local addresses
const local = blockList(
  ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'],
  ['::/128', '::1/128', 'fe80::/10', 'ff00::/8'],
)
const privates = blockList(
  ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ['fc00::/7', 'fec0::/10', 'fd00:ec2::254/128', '64:ff9b:1::/48'],
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

/** Whether an IP address lies within the reach. */
export function mayReach(address: string, reach: Reach): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  const plain = embeddedV4(address) ?? address
  const plainFamily = plain === address ? family : 'ipv4'
  switch (reach) {
    case 'any':
      return true
    case 'remote':
      return !local.check(plain, plainFamily)
    case 'public':
      return !local.check(plain, plainFamily) && !privates.check(plain, plainFamily)
  }
}

/** An IPv4 address that travels inside an IPv6 one: mapped, or behind NAT64 (RFC 6052). */
function embeddedV4(address: string): string | undefined {
  const tail = /^(?:::ffff:|64:ff9b::)(.+)$/i.exec(address)?.[1]
  if (tail === undefined || isIP(tail) === 4) return tail
  const [high = '0', low = '0'] = tail.includes(':') ? tail.split(':') : ['0', tail]
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16)
  return [bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255].join('.')
}

/** Whether a host name, as a URL holds it, may be contacted as far as the name itself tells. */
export function mayReachName(hostname: string, reach: Reach): boolean {
  if (reach === 'any') return true
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) return mayReach(bare, reach)
  return !/(^|\.)localhost\.?$/i.test(bare) && !(reach === 'public' && /\.(internal|local)\.?$/i.test(bare))
}

/** 127.0.0.0/8, ::1 or `localhost`. */
export function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}

/** An address literal that is not of the public internet. */
export function isPrivateLiteral(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isLoopback(hostname) || (isIP(bare) !== 0 && !mayReach(bare, 'public'))
}
