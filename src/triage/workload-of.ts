import { at, listAt, textAt } from './fields.ts'
import type { Fields } from './fields.ts'
import { keyOf } from './key-of.ts'
import type { Inventory, ObjectName } from './types.ts'

const deepest = 4

/** The workload that a person knows: the Deployment behind the ReplicaSet, the CronJob behind the Job. */
export function workloadOf(object: Fields, { objects }: Pick<Inventory, 'objects'>): ObjectName {
  let name = nameOf(object)
  let current: Fields | undefined = object
  for (let depth = 0; depth < deepest && current !== undefined; depth += 1) {
    const owner = controllerOf(current)
    if (owner === undefined || owner.kind === 'Node') return name
    name = owner
    current = objects.get(keyOf(owner.kind, owner.namespace, owner.name))
    if (current === undefined && owner.kind === 'ReplicaSet') return deploymentOf(owner, object)
  }
  return name
}

/** Kind, namespace and name of an object. */
export function nameOf(object: Fields): ObjectName {
  return {
    kind: textAt(object, 'kind'),
    namespace: textAt(object, 'metadata', 'namespace'),
    name: textAt(object, 'metadata', 'name'),
  }
}

function controllerOf(object: Fields): ObjectName | undefined {
  const owners = listAt(object, 'metadata', 'ownerReferences')
  const owner = owners.find(reference => at(reference, 'controller') === true) ?? owners[0]
  if (owner === undefined) return undefined
  return {
    kind: textAt(owner, 'kind'),
    namespace: textAt(object, 'metadata', 'namespace'),
    name: textAt(owner, 'name'),
  }
}

// a ReplicaSet of a Deployment is named after it and the hash that its pods carry as a label
function deploymentOf(replicaSet: ObjectName, pod: Fields): ObjectName {
  const hash = textAt(pod, 'metadata', 'labels', 'pod-template-hash')
  return hash !== '' && replicaSet.name.endsWith(`-${hash}`)
    ? { ...replicaSet, kind: 'Deployment', name: replicaSet.name.slice(0, -hash.length - 1) }
    : replicaSet
}
