import { at, momentAt, textAt } from '../fields.ts'
import { triageLayerOf } from '../codes.ts'
import { triageLayers } from '../layers.ts'
import type { Broken, Diagnosis } from '../types.ts'
import { broken, codeOf } from './broken.ts'
import type { Container } from './containers.ts'
import { containersOf } from './containers.ts'
import type { PodContext } from './context.ts'
import { crashOf, diagnoseRestarts, failedRun } from './crash.ts'
import { diagnosePreparation } from './preparation.ts'
import { isPullReason, pullFailure } from './pull.ts'

/** The first container, in the order of starting, that does not get on. */
export function diagnoseContainers(context: PodContext): Diagnosis | undefined {
  const containers = containersOf(context.pod)
  const found = containers.flatMap(container => diagnose(context, container) ?? [])
  const first = firstOf(found.filter(each => each.state === 'broken')) ?? found[0]
  if (first !== undefined) return first
  const waiting = containers.find(isPreparing)
  if (waiting !== undefined) return diagnosePreparation(context, waiting)
  if (containers.every(({ status }) => Object.keys(status).length === 0)) return diagnosePreparation(context)
  return undefined
}

/** The failure in the first layer, with the others beside it. */
function firstOf(failures: readonly Broken[]): Broken | undefined {
  const [first, ...besides] = failures.toSorted((one, another) => layerRank(one) - layerRank(another))
  return first && { ...first, besides }
}

function layerRank({ code }: Broken): number {
  return triageLayers.indexOf(triageLayerOf(code))
}

function diagnose(context: PodContext, container: Container): Diagnosis | undefined {
  const { status } = container
  const waiting = at(status, 'state', 'waiting')
  if (waiting !== undefined) return diagnoseWaiting(context, container)
  const terminated = at(status, 'state', 'terminated')
  if (terminated !== undefined) return failedRun(context, container)
  return diagnoseRestarts(context, container)
}

const preparing = /^(?:ContainerCreating|PodInitializing)?$/

function isPreparing({ status }: Container): boolean {
  return at(status, 'state', 'waiting') !== undefined
}

function diagnoseWaiting(context: PodContext, container: Container): Diagnosis | undefined {
  const reason = textAt(container.status, 'state', 'waiting', 'reason')
  const message = textAt(container.status, 'state', 'waiting', 'message')
  if (preparing.test(reason)) return diagnosePull(context, container)
  if (reason === 'CrashLoopBackOff') return crashOf(context, container)
  if (isPullReason(reason)) return pullFailure(context, container, { reason, message })
  const evidence = message === '' ? reason : `${reason}: ${message}`
  return broken(context, { ...codeOf(evidence, 'container-not-created'), evidence, container })
}

// image volumes are pulled before the containers, while these still wait
function diagnosePull(context: PodContext, container: Container): Diagnosis | undefined {
  const event = context.events.findLast(
    ({ reason, message }) => reason === 'Failed' && /^(?:Error: )?Failed to pull/.test(message),
  )
  if (event === undefined || container.init) return undefined
  const pulled = context.events.findLast(({ reason }) => reason === 'Pulled' || reason === 'Pulling')
  const created = momentAt(context.pod, 'metadata', 'creationTimestamp') ?? 0
  if ((pulled?.at ?? 0) > event.at || event.at < created) return undefined
  return broken(context, { ...codeOf(event.message, 'pull-failed'), evidence: event.message, container })
}
