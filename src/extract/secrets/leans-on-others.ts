import type { Inventory, Use } from '../types.ts'

/**
 * Whether a pod names a pull secret or an account that stands in none of its own sources: only then is it worth
 * rendering other charts to look for them.
 */
export function leansOnOthers({ uses, secrets, producers, serviceAccounts }: Inventory): boolean {
  const rendered = new Set([...secrets, ...producers].map(({ name }) => name))
  const accounts = new Map(serviceAccounts.map(({ name, pullSecrets }) => [name, pullSecrets]))
  const isElsewhere = (name: string): boolean => name !== '' && !rendered.has(name)
  const leans = ({ pod: { pullSecrets = [], serviceAccount } }: Use): boolean => {
    if (pullSecrets.length > 0) return pullSecrets.some(isElsewhere)
    if (serviceAccount === undefined) return false
    return accounts.get(serviceAccount)?.some(isElsewhere) ?? serviceAccount !== 'default'
  }
  return uses.some(leans)
}
