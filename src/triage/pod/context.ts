import { textAt } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { lastSeen, messageOf, timesSeen } from '../inventory.ts'
import { keyOf } from '../key-of.ts'
import type { Inventory } from '../types.ts'

/** A pod with what the input says about it. */
export interface PodContext {
  readonly pod: Fields
  readonly name: string
  readonly node: Fields | undefined
  readonly nodeName: string
  /** The oldest first. */
  readonly events: readonly PodEvent[]
  readonly asOf: number
}

export interface PodEvent {
  readonly reason: string
  readonly message: string
  readonly warning: boolean
  readonly at: number
  readonly times: number
  /** `spec.containers{web}` */
  readonly part: string
}

/** Looks up what belongs to a pod. */
export function contextOf(pod: Fields, inventory: Inventory): PodContext {
  const name = textAt(pod, 'metadata', 'name')
  const nodeName = textAt(pod, 'spec', 'nodeName')
  const key = keyOf('Pod', textAt(pod, 'metadata', 'namespace'), name)
  const uid = textAt(pod, 'metadata', 'uid')
  // a StatefulSet's pod has the name of the one before it
  const own = (inventory.events.get(key) ?? []).filter(event => isAbout(event, uid))
  return { pod, name, nodeName, node: inventory.nodes.get(nodeName), events: own.map(eventOf), asOf: inventory.asOf }
}

/** The latest event that fits. */
export function lastEvent({ events }: PodContext, fits: (event: PodEvent) => boolean): PodEvent | undefined {
  return events.findLast(fits)
}

function isAbout(event: Fields, uid: string): boolean {
  const about = textAt(event, 'involvedObject', 'uid') || textAt(event, 'regarding', 'uid')
  return about === '' || uid === '' || about === uid
}

function eventOf(event: Fields): PodEvent {
  return {
    reason: textAt(event, 'reason'),
    message: messageOf(event),
    warning: textAt(event, 'type') === 'Warning',
    at: lastSeen(event),
    times: timesSeen(event),
    part: textAt(event, 'involvedObject', 'fieldPath') || textAt(event, 'regarding', 'fieldPath'),
  }
}
