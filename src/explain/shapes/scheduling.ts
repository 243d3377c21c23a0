import type { CauseCode } from '../types.ts'

/** Parts of the scheduler's sentence (kube-scheduler, `framework/types.go`: FitError). */
const parts: readonly (readonly [RegExp, CauseCode])[] = [
  [/Insufficient|Too many pods/, 'not-enough-resources'],
  [/taint/, 'taint-not-tolerated'],
  [/were unschedulable/, 'taint-not-tolerated'],
  [/volume|PersistentVolumeClaim|persistentvolumeclaim/, 'volume-not-bound'],
  [/affinity|selector|topology spread|free ports/, 'no-node-matches'],
]

/**
 * The reasons in `0/6 nodes are available: 4 Insufficient cpu, 2 node(s) had untolerated taint {…}.`, those of most nodes
 * first; undefined where the text is none of the scheduler's.
 */
export function schedulingCauses(text: string): readonly CauseCode[] | undefined {
  const sentence = /\d+\/(\d+) nodes? (?:are|is) available: ?(.*)/s.exec(text)
  if (sentence === null) return other(text)
  const [, nodes, reasons = ''] = sentence
  if (nodes === '0') return ['no-nodes']
  const [own = ''] = reasons.split(/\. ?preemption:/)
  const counted = own.split(/, (?=\d+ )/).map(reason => ({ count: Number.parseInt(reason, 10) || 0, reason }))
  const causes = counted
    .toSorted((one, another) => another.count - one.count)
    .flatMap(({ reason }) => parts.find(([when]) => when.test(reason))?.[1] ?? [])
  return causes.length === 0 ? ['not-scheduled'] : [...new Set(causes)]
}

function other(text: string): readonly CauseCode[] | undefined {
  if (/no nodes available to schedule pods/.test(text)) return ['no-nodes']
  if (/unbound immediate PersistentVolumeClaims|persistentvolumeclaim "[^"]*" not found/.test(text))
    return ['volume-not-bound']
  return /FailedScheduling/.test(text) ? ['not-scheduled'] : undefined
}
