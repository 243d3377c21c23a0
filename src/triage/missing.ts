import type { Inventory } from './types.ts'

const useful: readonly (readonly [kind: string, words: string])[] = [
  ['Pod', 'pods'],
  ['Event', 'events'],
  ['Node', 'nodes'],
  ['Deployment', 'deployments,statefulsets,daemonsets,jobs'],
  ['PodDisruptionBudget', 'poddisruptionbudgets'],
]

const workloads = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job']

/** What was not in the input and would tell more, as a command. An empty answer of kubectl is not told from no question. */
export function missingKinds({ kinds }: Inventory): readonly string[] {
  return useful
    .filter(([kind]) => (kind === 'Deployment' ? !workloads.some(each => kinds.has(each)) : !kinds.has(kind)))
    .map(([, words]) => `kubectl get ${words} -A -o json`)
}
