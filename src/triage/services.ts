import { at, fieldsOf, listAt, textAt } from './fields.ts'
import type { Fields } from './fields.ts'
import { keyOf } from './key-of.ts'
import { selects } from './selector.ts'
import type { Diagnosis, Inventory, OtherDiagnosis } from './types.ts'
import { nameOf, workloadOf } from './workload-of.ts'

type Groups = ReadonlyMap<string, { readonly diagnoses: readonly Diagnosis[] }>

/** Services whose selector finds no ready pod, where pods were in the input; not those whose pods are known to be broken. */
export function emptyServices(inventory: Inventory, groups: Groups): readonly OtherDiagnosis[] {
  if (inventory.pods.length === 0) return []
  const services = [...inventory.objects.values()].filter(object => textAt(object, 'kind') === 'Service')
  const byNamespace = Map.groupBy(inventory.pods, pod => textAt(pod, 'metadata', 'namespace'))
  return services.flatMap(service => {
    const selector = fieldsOf(at(service, 'spec', 'selector'))
    if (Object.keys(selector).length === 0 || textAt(service, 'spec', 'type') === 'ExternalName') return []
    const workload = nameOf(service)
    const pods = (byNamespace.get(workload.namespace) ?? []).filter(pod => selects({ matchLabels: selector }, pod))
    if (pods.some(isReady) || pods.some(pod => isTold(pod, inventory, groups))) return []
    const words = Object.entries(selector).map(([key, value]) => `${key}=${typeof value === 'string' ? value : ''}`)
    const evidence = `service ${workload.name}: the selector ${words.join(',')} matches ${pods.length} pods, none of them ready`
    return [{ workload, diagnosis: { state: 'broken', code: 'no-endpoints', others: [], evidence, subject: {} } }]
  })
}

function isReady(pod: Fields): boolean {
  return listAt(pod, 'status', 'conditions').some(
    each => textAt(each, 'type') === 'Ready' && textAt(each, 'status') === 'True',
  )
}

// broken or starting pods are the story themselves
function isTold(pod: Fields, inventory: Inventory, groups: Groups): boolean {
  const { kind, namespace, name } = workloadOf(pod, inventory)
  return (
    groups
      .get(keyOf(kind, namespace, name))
      ?.diagnoses.some(({ state }) => state === 'broken' || state === 'starting') ?? false
  )
}
