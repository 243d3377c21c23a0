import { listAt, momentAt, textAt } from '../fields.ts'
import type { Diagnosis } from '../types.ts'
import { broken, codeOf } from './broken.ts'
import { lastEvent } from './context.ts'
import type { PodContext } from './context.ts'

const minute = 60_000

/** Whether the pod has a node, and why not. */
export function diagnoseScheduling(context: PodContext): Diagnosis | undefined {
  if (context.nodeName !== '' || textAt(context.pod, 'status', 'phase') === 'Failed') return undefined
  const condition = listAt(context.pod, 'status', 'conditions').find(each => textAt(each, 'type') === 'PodScheduled')
  const event = lastEvent(context, ({ reason }) => reason === 'FailedScheduling')
  const reason = textAt(condition, 'reason')
  const message = textAt(condition, 'message') || (event?.message ?? '')
  if (reason === 'SchedulingGated')
    return broken(context, { code: 'scheduling-gated', evidence: `${reason}: ${message}` })
  if (message === '') return unseen(context)
  if (isHelped(context, event?.at ?? 0))
    return { state: 'starting', evidence: 'the autoscaler is bringing a node for it' }
  const text = `FailedScheduling: ${message}`
  return broken(context, { ...codeOf(text, 'not-scheduled'), evidence: text })
}

function unseen(context: PodContext): Diagnosis {
  const age = context.asOf - (momentAt(context.pod, 'metadata', 'creationTimestamp') ?? context.asOf)
  if (age < minute) return { state: 'starting', evidence: 'it was just created' }
  const evidence = `Pending for ${Math.round(age / minute)} minutes without a node, and no event says why`
  return broken(context, { code: 'not-scheduled', evidence })
}

// a new node takes minutes; until then the scheduler repeats itself
function isHelped(context: PodContext, failedAt: number): boolean {
  const scaling = lastEvent(context, ({ reason }) => reason === 'TriggeredScaleUp')
  const isOld = context.asOf - (scaling?.at ?? 0) > 10 * minute
  const gaveUp = lastEvent(context, ({ reason }) => reason === 'NotTriggerScaleUp')
  return (
    scaling !== undefined &&
    !isOld &&
    (gaveUp === undefined || gaveUp.at < scaling.at) &&
    failedAt - scaling.at < 10 * minute
  )
}
