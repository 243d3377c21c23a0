import { momentAt, textAt } from '../fields.ts'
import type { Fields } from '../fields.ts'
import type { Diagnosis, Inventory } from '../types.ts'
import { broken, codeOf } from './broken.ts'
import { contextOf } from './context.ts'
import type { PodContext } from './context.ts'
import { diagnoseContainers } from './diagnose-containers.ts'
import { diagnoseReadiness } from './diagnose-readiness.ts'
import { diagnoseScheduling } from './diagnose-scheduling.ts'

const minute = 60_000

/** What one pod shows: the first layer that is broken, in the order in which they have to work. */
export function diagnosePod(pod: Fields, inventory: Inventory): Diagnosis {
  const context = contextOf(pod, inventory)
  return (
    leaving(context) ??
    ended(context) ??
    diagnoseScheduling(context) ??
    diagnoseContainers(context) ??
    diagnoseReadiness(context) ?? { state: 'fine' }
  )
}

function leaving(context: PodContext): Diagnosis | undefined {
  // the moment at which it should be gone, the grace period included
  const due = momentAt(context.pod, 'metadata', 'deletionTimestamp')
  if (due === undefined) return undefined
  if (context.asOf - due < 5 * minute) return { state: 'fine' }
  const since = Math.round((context.asOf - due) / minute)
  return broken(context, { code: 'stuck-terminating', evidence: `it should have been gone ${since} minutes ago` })
}

const lostNode = /^(?:NodeLost|NodeShutdown|Terminated|Shutdown)$/

function ended(context: PodContext): Diagnosis | undefined {
  const phase = textAt(context.pod, 'status', 'phase')
  if (phase === 'Succeeded') return { state: 'fine' }
  if (phase !== 'Failed') return undefined
  const [reason, message] = [textAt(context.pod, 'status', 'reason'), textAt(context.pod, 'status', 'message')]
  if (reason === '') return undefined
  const evidence = `${reason}: ${message}`
  if (lostNode.test(reason)) return broken(context, { code: 'node-not-ready', evidence })
  if (reason === 'DeadlineExceeded') return broken(context, { code: 'job-failed', evidence })
  return broken(context, { ...codeOf(evidence, 'pod-rejected'), evidence })
}
