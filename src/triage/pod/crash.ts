import { at, momentAt, numberAt, textAt } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { fieldsOf } from '../fields.ts'
import type { Diagnosis } from '../types.ts'
import { broken, codeOf } from './broken.ts'
import type { Verdict } from './broken.ts'
import type { Container } from './containers.ts'
import type { PodContext } from './context.ts'

const minute = 60_000
const manyRestarts = 3

/** A container that the kubelet has stopped restarting for a while: by how its last run ended. */
export function crashOf(context: PodContext, container: Container): Diagnosis {
  const last = fieldsOf(at(container.status, 'lastState', 'terminated'))
  const restarts = numberAt(container.status, 'restartCount') ?? 0
  const { code, others } = causeOf(context, container, last)
  const evidence = `CrashLoopBackOff after ${restarts} restarts; the last run ended with ${endOf(last)}`
  return broken(context, { code, others, evidence, container })
}

/** A container that has ended and is not started again, or not yet. */
export function failedRun(context: PodContext, container: Container): Diagnosis | undefined {
  const run = fieldsOf(at(container.status, 'state', 'terminated'))
  if (numberAt(run, 'exitCode') === 0) return undefined
  const { code, others } = causeOf(context, container, run)
  return broken(context, { code, others, evidence: `it ended with ${endOf(run)}`, container })
}

/** A container that runs now, and whether it will for long. */
export function diagnoseRestarts(context: PodContext, container: Container): Diagnosis | undefined {
  const { status } = container
  const last = fieldsOf(at(status, 'lastState', 'terminated'))
  const restarts = numberAt(status, 'restartCount') ?? 0
  const ended = momentAt(last, 'finishedAt')
  if (ended === undefined || restarts < manyRestarts || context.asOf - ended > 10 * minute) return undefined
  const { code, others } = causeOf(context, container, last)
  const evidence = `it runs at this moment and was restarted ${restarts} times, the last time after ${endOf(last)}`
  return broken(context, { code, others, evidence, container })
}

function causeOf(context: PodContext, container: Container, run: Fields): Pick<Verdict, 'code' | 'others'> {
  const [reason, message] = [textAt(run, 'reason'), textAt(run, 'message')]
  if (reason === 'OOMKilled') return { code: 'out-of-memory' }
  if (/exec format error/.test(message)) return { code: 'wrong-architecture' }
  // 128 is the runtime's own: the process never was
  if (/^(?:StartError|ContainerCannotRun)$/.test(reason))
    return codeOf(`${reason}: ${message}`, 'container-not-started')
  const probe = killedBy(context, container)
  if (probe !== undefined) return { code: probe }
  return { code: container.init ? 'init-container-fails' : 'container-crashes' }
}

function killedBy({ events }: PodContext, { name }: Container): Verdict['code'] | undefined {
  const own = events.filter(({ part, message }) => part.includes(`{${name}}`) || message.includes(`Container ${name} `))
  const killing = own.findLast(({ reason, message }) => reason === 'Killing' && /probe/.test(message))
  if (killing === undefined) return undefined
  return /startup/.test(killing.message) ? 'startup-probe-failing' : 'liveness-probe-failing'
}

function endOf(run: Fields): string {
  const code = numberAt(run, 'exitCode')
  const [reason, message] = [textAt(run, 'reason'), textAt(run, 'message').trim()]
  const exit = code === undefined ? 'an unknown exit code' : `exit code ${code}`
  const named = reason === '' || reason === 'Error' || reason === 'Completed' ? exit : `${reason}, ${exit}`
  return message === '' ? named : `${named}: ${message}`
}
