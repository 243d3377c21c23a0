import { at, listAt, momentAt, numberAt, textAt } from './fields.ts'
import type { Fields } from './fields.ts'
import { keyOf } from './key-of.ts'
import type { Inventory } from './types.ts'
import { workloadOf } from './workload-of.ts'

/** Sorts the objects of the input by what they are about. */
export function inventoryOf(objects: readonly Fields[]): Inventory {
  const byKind = Map.groupBy(objects, object => textAt(object, 'kind'))
  const events = unique(byKind.get('Event') ?? [])
  const pods = unique(byKind.get('Pod') ?? [])
  const named = new Map(
    objects.filter(object => textAt(object, 'kind') !== 'Event').map(object => [ownKey(object), object]),
  )
  return {
    pods,
    podsOf: Map.groupBy(pods, pod => {
      const { kind, namespace, name } = workloadOf(pod, { objects: named })
      return keyOf(kind, namespace, name)
    }),
    nodes: new Map((byKind.get('Node') ?? []).map(node => [textAt(node, 'metadata', 'name'), node])),
    objects: named,
    events: Map.groupBy(
      events.toSorted((one, another) => lastSeen(one) - lastSeen(another)),
      aboutKey,
    ),
    budgets: byKind.get('PodDisruptionBudget') ?? [],
    kinds: new Set(byKind.keys()),
    eventCount: events.length,
    asOf: objects.reduce((latest, object) => Math.max(latest, momentOf(object)), 0),
  }
}

/** When an event was last seen, in either of the two APIs of events. */
export function lastSeen(event: Fields): number {
  return (
    momentAt(event, 'series', 'lastObservedTime') ??
    momentAt(event, 'lastTimestamp') ??
    momentAt(event, 'deprecatedLastTimestamp') ??
    momentAt(event, 'eventTime') ??
    momentAt(event, 'metadata', 'creationTimestamp') ??
    0
  )
}

/** How often an event was seen. */
export function timesSeen(event: Fields): number {
  return numberAt(event, 'series', 'count') ?? numberAt(event, 'count') ?? numberAt(event, 'deprecatedCount') ?? 1
}

/** The text of an event, in either API. */
export function messageOf(event: Fields): string {
  return textAt(event, 'message') || textAt(event, 'note')
}

function unique(objects: readonly Fields[]): readonly Fields[] {
  return [...new Map(objects.map(object => [textAt(object, 'metadata', 'uid') || ownKey(object), object])).values()]
}

function ownKey(object: Fields): string {
  return keyOf(textAt(object, 'kind'), textAt(object, 'metadata', 'namespace'), textAt(object, 'metadata', 'name'))
}

function aboutKey(event: Fields): string {
  const about = at(event, 'involvedObject') ?? at(event, 'regarding')
  return keyOf(textAt(about, 'kind'), textAt(about, 'namespace'), textAt(about, 'name'))
}

// the moments that move on while a cluster lives
function momentOf(object: Fields): number {
  const kind = textAt(object, 'kind')
  if (kind === 'Event') return lastSeen(object)
  const created = momentAt(object, 'metadata', 'creationTimestamp') ?? 0
  const conditions = listAt(object, 'status', 'conditions').map(
    condition => momentAt(condition, 'lastHeartbeatTime') ?? momentAt(condition, 'lastTransitionTime') ?? 0,
  )
  const containers = listAt(object, 'status', 'containerStatuses').map(
    status =>
      momentAt(status, 'state', 'running', 'startedAt') ??
      momentAt(status, 'state', 'terminated', 'finishedAt') ??
      momentAt(status, 'lastState', 'terminated', 'finishedAt') ??
      0,
  )
  return Math.max(created, ...conditions, ...containers)
}
