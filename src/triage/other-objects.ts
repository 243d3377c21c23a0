import { classify } from '../explain/classify.ts'
import { at, fieldsOf, listAt, numberAt, textAt } from './fields.ts'
import type { Fields } from './fields.ts'
import { messageOf } from './inventory.ts'
import { keyOf } from './key-of.ts'
import { notReady } from './pod/node.ts'
import { emptyServices } from './services.ts'
import type { Broken, Diagnosis, Inventory, OtherDiagnosis } from './types.ts'
import { nameOf, workloadOf } from './workload-of.ts'

type Groups = ReadonlyMap<string, { readonly diagnoses: readonly Diagnosis[] }>

const controllers = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicationController'])

/** Failures that no pod shows: pods that may not be made, rollouts that stall, nodes, Services without pods. */
export function otherObjects(inventory: Inventory, groups: Groups): readonly OtherDiagnosis[] {
  const owners = [...inventory.objects.values()].filter(object => controllers.has(textAt(object, 'kind')))
  return [
    ...owners.flatMap(object => ofController(object, inventory)),
    ...[...inventory.nodes.values()].flatMap(ofNode),
    ...emptyServices(inventory, groups),
  ]
}

function ofController(object: Fields, inventory: Inventory): readonly OtherDiagnosis[] {
  const workload = workloadOf(object, inventory)
  const conditions = listAt(object, 'status', 'conditions').map(fieldsOf)
  const evidence = creationFailure(object, conditions, inventory)
  if (evidence !== undefined) return [{ workload, diagnosis: found('pod-not-created', evidence) }]
  const failed = conditions.find(
    condition =>
      (textAt(condition, 'reason') === 'ProgressDeadlineExceeded' && textAt(condition, 'status') === 'False') ||
      (textAt(condition, 'type') === 'Failed' && textAt(condition, 'status') === 'True'),
  )
  if (failed === undefined) return []
  const text = `${textAt(failed, 'reason')}: ${textAt(failed, 'message')}`
  const code = textAt(object, 'kind') === 'Job' ? 'job-failed' : 'rollout-stalled'
  return [
    { workload, diagnosis: found(code, `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'name')}: ${text}`) },
  ]
}

function creationFailure(object: Fields, conditions: readonly Fields[], { events }: Inventory): string | undefined {
  const replicaFailure = conditions.find(
    condition => textAt(condition, 'type') === 'ReplicaFailure' && textAt(condition, 'status') === 'True',
  )
  if (replicaFailure !== undefined) return `${textAt(replicaFailure, 'reason')}: ${textAt(replicaFailure, 'message')}`
  const { kind, namespace, name } = nameOf(object)
  const own = events.get(keyOf(kind, namespace, name)) ?? []
  const last = own.findLast(event => /^(?:FailedCreate|SuccessfulCreate)$/.test(textAt(event, 'reason')))
  if (last === undefined || textAt(last, 'reason') !== 'FailedCreate' || isComplete(object)) return undefined
  return classify(`FailedCreate: ${messageOf(last)}`) && `FailedCreate: ${messageOf(last)}`
}

// all the pods that are wanted are there, whatever was said on the way
function isComplete(object: Fields): boolean {
  const wanted = numberAt(object, 'spec', 'replicas')
  return wanted !== undefined && (numberAt(object, 'status', 'replicas') ?? 0) >= wanted
}

function ofNode(node: Fields): readonly OtherDiagnosis[] {
  const why = notReady(node)
  if (why === undefined) return []
  const name = textAt(node, 'metadata', 'name')
  const cordoned = at(node, 'spec', 'unschedulable') === true ? ', cordoned' : ''
  const diagnosis: Broken = { ...found('node-not-ready', `node ${name}${cordoned}: ${why}`), subject: { node: name } }
  return [{ workload: { kind: 'Node', namespace: '', name }, diagnosis }]
}

function found(code: Broken['code'], evidence: string): Broken {
  return { state: 'broken', code, others: [], evidence, subject: {} }
}
