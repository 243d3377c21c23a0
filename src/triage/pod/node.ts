import { listAt, textAt } from '../fields.ts'
import type { Fields } from '../fields.ts'
import type { Broken } from '../types.ts'
import { broken } from './broken.ts'
import type { PodContext } from './context.ts'

/** Why a node is not ready, from its conditions; undefined where it is, or where nothing is known of it. */
export function notReady(node: Fields | undefined): string | undefined {
  const ready = listAt(node, 'status', 'conditions').find(condition => textAt(condition, 'type') === 'Ready')
  if (ready === undefined || textAt(ready, 'status') === 'True') return undefined
  return `${textAt(ready, 'reason')}: ${textAt(ready, 'message')}`
}

/** The pod is not to blame: its node is not ready. */
export function nodeTrouble(context: PodContext): Broken | undefined {
  const why = notReady(context.node) ?? nodeEvent(context)
  if (why === undefined) return undefined
  return broken(context, { code: 'node-not-ready', evidence: `node ${context.nodeName}: ${why}` })
}

// written by the node controller on each pod of a node that stopped reporting
function nodeEvent({ node, events }: PodContext): string | undefined {
  if (node !== undefined) return undefined
  const event = events.findLast(({ reason }) => reason === 'NodeNotReady')
  return event && `${event.reason}: ${event.message}`
}
