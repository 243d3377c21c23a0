import type { FieldPath } from '../types.ts'

const direct = ['spec']
const templated = ['spec', 'template', 'spec']

/** Where each built-in kind has its PodSpec, by `group/kind`; old groups of the same kinds included. */
const podSpecPaths: ReadonlyMap<string, FieldPath> = new Map([
  ['/Pod', direct],
  ['/PodTemplate', ['template', 'spec']],
  ['/ReplicationController', templated],
  ['apps/Deployment', templated],
  ['apps/ReplicaSet', templated],
  ['apps/StatefulSet', templated],
  ['apps/DaemonSet', templated],
  ['extensions/Deployment', templated],
  ['extensions/ReplicaSet', templated],
  ['extensions/DaemonSet', templated],
  ['batch/Job', templated],
  ['batch/CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec']],
])

/** Kinds that hold a pod in some built-in group. */
export const podKinds: ReadonlySet<string> = new Set([...podSpecPaths.keys()].map(key => key.split('/')[1] ?? ''))

/** Path of the PodSpec in an object of a built-in kind. */
export function podSpecPath(group: string, kind: string): FieldPath | undefined {
  return podSpecPaths.get(`${group}/${kind}`)
}
