import { at, listAt, numberAt, textAt, wordAt } from './fields.ts'
import type { Fields } from './fields.ts'
import { keyOf } from './key-of.ts'
import { selects } from './selector.ts'
import type { BrokenSubject, Inventory, ObjectName } from './types.ts'

interface Disturbance {
  readonly run: string
  readonly subject: BrokenSubject
  readonly inventory: Inventory
}

const most = 6

/** What a disturbing command must respect, read from the same input: budgets, probes, how much loss is tolerated. */
export function respects(workload: ObjectName, { run, subject, inventory }: Disturbance): readonly string[] {
  const pods = run.includes('drain')
    ? podsOfNode(subject.node, inventory)
    : (inventory.podsOf.get(keyOf(workload.kind, workload.namespace, workload.name)) ?? [])
  const object = inventory.objects.get(keyOf(workload.kind, workload.namespace, workload.name))
  const budgets = inventory.budgets.filter(budget => pods.some(pod => isCovered(budget, pod)))
  return [
    ...(inventory.budgets.length === 0 && !inventory.kinds.has('PodDisruptionBudget') ? [unknownBudgets] : []),
    ...budgets.slice(0, most).map(budgetWords),
    ...(budgets.length > most ? [`${budgets.length - most} more PodDisruptionBudgets`] : []),
    ...(run.includes('drain') ? [`${pods.length} pods of this input run on that node`] : toleranceWords(object)),
    ...probeWords(pods),
  ]
}

const unknownBudgets = 'PodDisruptionBudgets were not in the input: kubectl get poddisruptionbudgets -A'

function podsOfNode(node: string | undefined, { pods }: Inventory): readonly Fields[] {
  return pods.filter(pod => textAt(pod, 'spec', 'nodeName') === node)
}

function isCovered(budget: Fields, pod: Fields): boolean {
  return (
    textAt(budget, 'metadata', 'namespace') === textAt(pod, 'metadata', 'namespace') &&
    selects(at(budget, 'spec', 'selector'), pod)
  )
}

function budgetWords(budget: Fields): string {
  const name = `${textAt(budget, 'metadata', 'namespace')}/${textAt(budget, 'metadata', 'name')}`
  const allowed = numberAt(budget, 'status', 'disruptionsAllowed') ?? 0
  const [least, loss] = [wordAt(budget, 'spec', 'minAvailable'), wordAt(budget, 'spec', 'maxUnavailable')]
  const rule = least === '' ? `maxUnavailable ${loss}` : `minAvailable ${least}`
  return `PodDisruptionBudget ${name} (${rule}) allows ${allowed} disruptions now`
}

function toleranceWords(object: Fields | undefined): readonly string[] {
  if (object === undefined) return []
  const replicas = numberAt(object, 'spec', 'replicas')
  const ready = numberAt(object, 'status', 'readyReplicas') ?? numberAt(object, 'status', 'numberReady') ?? 0
  const strategy = textAt(object, 'spec', 'strategy', 'type') || textAt(object, 'spec', 'updateStrategy', 'type')
  const loss =
    wordAt(object, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable') ||
    wordAt(object, 'spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable')
  return [
    ...(replicas === undefined ? [] : [`${ready} of ${replicas} replicas are ready`]),
    ...(replicas === 1 ? ['there is one replica only: nothing serves while it is replaced'] : []),
    ...(strategy === '' ? [] : [`strategy ${strategy}${loss === '' ? '' : `, maxUnavailable ${loss}`}`]),
  ]
}

function probeWords(pods: readonly Fields[]): readonly string[] {
  const containers = pods.flatMap(pod => listAt(pod, 'spec', 'containers'))
  if (containers.every(each => at(each, 'readinessProbe') !== undefined)) return []
  return ['some containers have no readiness probe, so a rollout counts their pods as ready once they run']
}
