import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { mayReach } from './reach.ts'
import type { Reach } from './reach.ts'

/** Resolves names as Node does, but gives none of the addresses that are out of reach. */
export function lookupWithin(reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, [])
      const allowed = addresses.filter(({ address }) => mayReach(address, reach))
      const [first] = allowed
      if (first === undefined) return callback(forbidden(hostname, addresses), [])
      return options.all === true ? callback(null, allowed) : callback(null, first.address, first.family)
    })
  }
}

function forbidden(hostname: string, addresses: readonly LookupAddress[]): NodeJS.ErrnoException {
  const text = `${hostname} stands for ${addresses.map(({ address }) => address).join(', ')}, which must not be contacted`
  return Object.assign(new Error(text), { code: 'EADDRFORBIDDEN' })
}
