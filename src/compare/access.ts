import type { Source } from '../discover/types.ts'
import type { Inventory, Use } from '../extract/types.ts'
import { effectiveNamespace } from '../plan/namespace.ts'
import { sha256 } from '../sha256.ts'

/** What gives pods access to registries: secrets, what produces them, and accounts; by a name, what each is. */
export type Access = ReadonlyMap<string, string>

/** The names of access whose content differs. */
export type ChangedAccess = ReadonlySet<string>

type Objects = Pick<Inventory, 'secrets' | 'producers' | 'serviceAccounts'>

/** What rendered sources hold of it. Contents are kept as hashes. */
export function accessIn({ secrets, producers, serviceAccounts }: Objects, sources: readonly Source[]): Access {
  const place = placing(sources)
  const entries = [
    ...secrets.map(secret => {
      const data = Object.entries(secret.data).map(([key, value]) => [key, value?.reveal()])
      return [place('secret', secret), JSON.stringify([secret.type, data])] as const
    }),
    ...producers.map(producer => [place('secret', producer), producer.kind] as const),
    // an account that names no secret gives no access
    ...serviceAccounts
      .filter(({ pullSecrets }) => pullSecrets.length > 0)
      .map(account => [place('account', account), JSON.stringify(account.pullSecrets)] as const),
  ]
  // several may have one name
  const named = Map.groupBy(entries, ([name]) => name)
  return new Map(
    [...named].map(([name, same]) => [name, sha256(JSON.stringify(same.map(([, text]) => text).toSorted()))]),
  )
}

/** What is not the same before and after: new, gone or changed. */
export function changedAccess(before: Access, after: Access): ChangedAccess {
  const names = [...before.keys(), ...after.keys()]
  return new Set(names.filter(name => before.get(name) !== after.get(name)))
}

/** The sources with a pod that pulls by what was changed: by a secret that it names, or by its account and those of that. */
export function leaningSources(
  changed: ChangedAccess,
  inventory: Inventory,
  sources: readonly Source[],
): ReadonlySet<string> {
  const place = placing(sources)
  const accounts = inventory.serviceAccounts.flatMap(account => {
    const { namespace, source } = account
    const isChanged = account.pullSecrets.some(name => changed.has(place('secret', { name, namespace, source })))
    return isChanged ? [place('account', account)] : []
  })
  const leaned = new Set([...changed, ...accounts])
  const leans = ({
    source,
    workload: { namespace },
    pod: { pullSecrets = [], serviceAccount = 'default' },
  }: Use): boolean =>
    pullSecrets.length > 0
      ? pullSecrets.some(name => leaned.has(place('secret', { name, namespace, source })))
      : leaned.has(place('account', { name: serviceAccount, namespace, source }))
  return new Set(inventory.uses.filter(leans).map(({ source }) => source))
}

interface Placed {
  readonly name: string
  readonly namespace?: string | undefined
  readonly source: string
}

function placing(sources: readonly Source[]): (kind: 'secret' | 'account', object: Placed) => string {
  const byId = new Map(sources.map(source => [source.id, source]))
  return (kind, { name, namespace, source }) =>
    JSON.stringify([kind, effectiveNamespace(namespace, byId.get(source)), name])
}
