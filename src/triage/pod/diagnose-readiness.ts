import { at, listAt, momentAt, textAt } from '../fields.ts'
import type { Diagnosis } from '../types.ts'
import { broken } from './broken.ts'
import { containersOf } from './containers.ts'
import type { Container } from './containers.ts'
import { lastEvent } from './context.ts'
import type { PodContext } from './context.ts'
import { nodeTrouble } from './node.ts'

const minute = 60_000

/** All containers run: whether the pod gets traffic, and whether it had troubles before. */
export function diagnoseReadiness(context: PodContext): Diagnosis | undefined {
  if (textAt(context.pod, 'status', 'phase') === 'Failed') return undefined
  const late = containersOf(context.pod).find(isLate)
  const isReady = isTrue(context, 'Ready')
  // of a node that is gone, the containers' states are as old as the node's last word
  const trouble = isReady && late === undefined ? undefined : nodeTrouble(context)
  if (trouble !== undefined) return trouble
  if (late !== undefined) return notReady(context, late)
  if (isReady || !isTrue(context, 'ContainersReady')) return before(context)
  return closedGate(context) ?? before(context)
}

function isLate({ init, status }: Container): boolean {
  return !init && at(status, 'state', 'running') !== undefined && at(status, 'ready') === false
}

function notReady(context: PodContext, container: Container): Diagnosis {
  const { name, status, spec } = container
  const startedAt = momentAt(status, 'state', 'running', 'startedAt') ?? context.asOf
  const event = lastEvent(
    context,
    each => each.reason === 'Unhealthy' && (each.part === '' || each.part.includes(`{${name}}`)),
  )
  if (at(status, 'started') === false) return notStarted(context, container, event?.message)
  if (context.asOf - startedAt < minute || (event === undefined && at(spec, 'readinessProbe') === undefined))
    return { state: 'starting', evidence: `container ${name} runs and is not ready yet` }
  const seconds = Math.round((context.asOf - startedAt) / 1000)
  const evidence = event?.message ?? `it has run for ${seconds} s and is not ready`
  return broken(context, { code: 'not-ready', evidence, container })
}

function notStarted(context: PodContext, container: Container, message: string | undefined): Diagnosis {
  const restarts = Number(at(container.status, 'restartCount') ?? 0)
  if (restarts === 0 || message === undefined)
    return {
      state: 'starting',
      evidence: `container ${container.name} runs and its startup probe has not succeeded yet`,
    }
  return broken(context, { code: 'startup-probe-failing', evidence: message, container })
}

function closedGate(context: PodContext): Diagnosis | undefined {
  const gates = listAt(context.pod, 'spec', 'readinessGates').map(gate => textAt(gate, 'conditionType'))
  const closed = gates.find(gate => !isTrue(context, gate))
  if (closed === undefined) return undefined
  const created = momentAt(context.pod, 'metadata', 'creationTimestamp') ?? 0
  if (context.asOf - created < 2 * minute)
    return { state: 'starting', evidence: `readiness gate ${closed} is not open yet` }
  return broken(context, { code: 'readiness-gate-closed', evidence: `condition ${closed} is not true` })
}

function before(context: PodContext): Diagnosis | undefined {
  const restarted = containersOf(context.pod).find(({ status }) => at(status, 'lastState', 'terminated') !== undefined)
  if (restarted !== undefined) {
    const reason = textAt(restarted.status, 'lastState', 'terminated', 'reason')
    const restarts = Number(at(restarted.status, 'restartCount') ?? 0)
    return {
      state: 'recovered',
      evidence: `container ${restarted.name} was restarted ${restarts} times (last: ${reason}) and runs now`,
    }
  }
  const event = lastEvent(context, ({ warning }) => warning)
  return event && { state: 'recovered', evidence: `${event.reason}: ${event.message}` }
}

function isTrue({ pod }: PodContext, type: string): boolean {
  return listAt(pod, 'status', 'conditions').some(
    each => textAt(each, 'type') === type && textAt(each, 'status') === 'True',
  )
}
