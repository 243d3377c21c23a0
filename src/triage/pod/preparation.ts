import { listAt, momentAt, textAt } from '../fields.ts'
import type { Diagnosis } from '../types.ts'
import { broken, codeOf } from './broken.ts'
import type { Container } from './containers.ts'
import { lastEvent } from './context.ts'
import type { PodContext, PodEvent } from './context.ts'
import { nodeTrouble } from './node.ts'

const minute = 60_000
// a volume or a network that comes late is retried; once is usual while a node or a ConfigMap is new
const patience = 2 * minute
const fewTimes = 3

const failing =
  /^(?:FailedCreatePodSandBox|FailedMount|FailedAttachVolume|FailedMapVolume|NetworkNotReady|FailedPrepareDynamicResources)$/

/** No container has started yet: because it takes its time, or because sandbox, network or a volume fails. */
export function diagnosePreparation(context: PodContext, container?: Container): Diagnosis {
  const event = lastEvent(context, ({ reason, warning }) => warning && failing.test(reason))
  const later = lastEvent(context, ({ reason }) => reason === 'Pulling' || reason === 'Pulled' || reason === 'Created')
  if (event !== undefined && (later === undefined || later.at < event.at) && !isYoung(context, event)) {
    const evidence = `${event.reason}: ${event.message}`
    return broken(context, { ...codeOf(evidence, 'sandbox-failed'), evidence })
  }
  const trouble = nodeTrouble(context)
  if (trouble !== undefined) return trouble
  return { state: 'starting', evidence: progress(context, container) }
}

function isYoung(context: PodContext, event: PodEvent): boolean {
  const age = context.asOf - startedAt(context)
  return event.times < fewTimes && age < patience
}

function startedAt({ pod, asOf }: PodContext): number {
  const scheduled = listAt(pod, 'status', 'conditions').find(each => textAt(each, 'type') === 'PodScheduled')
  return momentAt(scheduled, 'lastTransitionTime') ?? momentAt(pod, 'metadata', 'creationTimestamp') ?? asOf
}

function progress(context: PodContext, container: Container | undefined): string {
  const pulling = lastEvent(context, ({ reason }) => reason === 'Pulling')
  if (pulling !== undefined) {
    const minutes = Math.floor((context.asOf - pulling.at) / minute)
    return minutes > 0 ? `${pulling.message} (for ${minutes} minutes)` : pulling.message
  }
  return container === undefined ? 'no container has started yet' : `container ${container.name} is being prepared`
}
