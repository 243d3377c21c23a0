import { triageLayerOf } from './codes.ts'
import type { Fields } from './fields.ts'
import { inventoryOf } from './inventory.ts'
import { keyOf } from './key-of.ts'
import { triageLayers } from './layers.ts'
import { missingKinds } from './missing.ts'
import { otherObjects } from './other-objects.ts'
import { diagnosePod } from './pod/diagnose-pod.ts'
import { isOver } from './settled.ts'
import { adviceFor, stepsFor } from './steps.ts'
import type { Broken, Diagnosis, Inventory, NotedWorkload, ObjectName, Triage, TriagedWorkload } from './types.ts'
import { workloadOf } from './workload-of.ts'

interface Group {
  readonly workload: ObjectName
  readonly diagnoses: Diagnosis[]
}

/** Separates scheduling, image pull, runtime, application and traffic failures, by workload. Asks nobody. */
export function triage(objects: readonly Fields[]): Triage {
  const inventory = inventoryOf(objects)
  const groups = groupsOf(inventory)
  const settled = [...groups.values()].map(group => settle(group, inventory))
  const broken = settled.flatMap(({ broken: found }) => (found === undefined ? [] : [found]))
  return {
    workloads: broken.toSorted(byLayer),
    recovered: settled.flatMap(({ recovered }) => recovered ?? []),
    starting: settled.flatMap(({ starting }) => starting ?? []),
    summary: {
      pods: inventory.pods.length,
      events: inventory.eventCount,
      nodes: inventory.nodes.size,
      workloads: groups.size,
      broken: broken.length,
    },
    missing: missingKinds(inventory),
    asOf: inventory.asOf === 0 ? null : new Date(inventory.asOf).toISOString(),
  }
}

function groupsOf(inventory: Inventory): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  const add = (workload: ObjectName, diagnosis: Diagnosis) => {
    const key = keyOf(workload.kind, workload.namespace, workload.name)
    const group = groups.get(key) ?? { workload, diagnoses: [] }
    groups.set(key, group)
    group.diagnoses.push(diagnosis)
  }
  for (const pod of inventory.pods) add(workloadOf(pod, inventory), diagnosePod(pod, inventory))
  for (const { workload, diagnosis } of otherObjects(inventory, groups)) add(workload, diagnosis)
  return groups
}

interface Settled {
  readonly broken?: TriagedWorkload
  readonly recovered?: NotedWorkload
  readonly starting?: NotedWorkload
}

function settle({ workload, diagnoses }: Group, inventory: Inventory): Settled {
  const failures = diagnoses.filter(diagnosis => diagnosis.state === 'broken').toSorted(byOrder)
  const [first] = failures
  if (first !== undefined && !isOver(workload, failures, inventory))
    return { broken: triaged(workload, { failures, first, pods: diagnoses.length, inventory }) }
  if (first !== undefined) return { recovered: { ...workload, evidence: first.evidence } }
  const starting = diagnoses.find(diagnosis => diagnosis.state === 'starting')
  if (starting !== undefined) return { starting: { ...workload, evidence: starting.evidence } }
  const recovered = diagnoses.find(diagnosis => diagnosis.state === 'recovered')
  return recovered === undefined ? {} : { recovered: { ...workload, evidence: recovered.evidence } }
}

interface Findings {
  readonly failures: readonly Broken[]
  readonly first: Broken
  readonly pods: number
  readonly inventory: Inventory
}

function triaged(workload: ObjectName, { failures, first, pods, inventory }: Findings): TriagedWorkload {
  const all = failures.flatMap(failure => [failure, ...(failure.besides ?? [])])
  const others = [...new Map(all.map(failure => [failure.code, failure])).values()].filter(
    ({ code }) => code !== first.code,
  )
  return {
    ...workload,
    layer: triageLayerOf(first.code),
    code: first.code,
    evidence: first.evidence,
    ...stepsFor(workload, first, inventory),
    possible: first.others,
    pods: { broken: failures.filter(({ subject }) => subject.pod !== undefined).length, all: pods },
    also: others.map(({ code, evidence }) => ({ layer: triageLayerOf(code), code, evidence })),
    image: first.subject.image ?? null,
    pod: first.subject.pod ?? null,
    verified: null,
    advice: adviceFor(first.code),
    since:
      failures
        .map(({ subject }) => subject.created ?? '')
        .filter(Boolean)
        .toSorted()[0] ?? null,
  }
}

function byOrder(one: Broken, another: Broken): number {
  return rank(one.code) - rank(another.code)
}

function byLayer(one: TriagedWorkload, another: TriagedWorkload): number {
  const layers = triageLayers.indexOf(one.layer) - triageLayers.indexOf(another.layer)
  return layers === 0
    ? keyOf(one.namespace, one.kind, one.name).localeCompare(keyOf(another.namespace, another.kind, another.name))
    : layers
}

// what is only a sign of something else comes after what can be its cause
const signs: ReadonlySet<string> = new Set(['rollout-stalled', 'job-failed', 'no-endpoints', 'stuck-terminating'])

function rank(code: Broken['code']): number {
  return triageLayers.indexOf(triageLayerOf(code)) + (signs.has(code) ? triageLayers.length : 0)
}
