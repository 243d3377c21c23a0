import { listAt, numberAt, textAt } from './fields.ts'
import { keyOf } from './key-of.ts'
import type { Broken, Inventory, ObjectName } from './types.ts'

// pods that stay as `Failed` for people to read, while the controller has long made others
const leftovers: ReadonlySet<string> = new Set(['evicted', 'pod-rejected', 'node-not-ready', 'stuck-terminating'])

/** Whether the failures are of the past: the Job has completed, or the workload has all its replicas without those pods. */
export function isOver(workload: ObjectName, failures: readonly Broken[], { objects }: Inventory): boolean {
  const object = objects.get(keyOf(workload.kind, workload.namespace, workload.name))
  if (object === undefined) return false
  if (workload.kind === 'Job')
    return listAt(object, 'status', 'conditions').some(
      condition => textAt(condition, 'type') === 'Complete' && textAt(condition, 'status') === 'True',
    )
  const wanted = numberAt(object, 'spec', 'replicas') ?? numberAt(object, 'status', 'desiredNumberScheduled')
  const ready = numberAt(object, 'status', 'readyReplicas') ?? numberAt(object, 'status', 'numberReady') ?? 0
  return wanted !== undefined && wanted > 0 && ready >= wanted && failures.every(({ code }) => leftovers.has(code))
}
