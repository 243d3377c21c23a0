import { counted } from '../../report/words/quote.ts'
import { titleOf } from '../../explain/words.ts'
import type { NotedWorkload, Triage, TriagedWorkload } from '../types.ts'

/** `Deployment shop/web`. */
export function nameText({ kind, namespace, name }: NotedWorkload | TriagedWorkload): string {
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}

/** What is wrong, in one sentence. */
export function titleText(workload: TriagedWorkload): string {
  const { pods } = workload
  const share = pods.broken === 0 ? '' : ` (${pods.broken} of ${counted(pods.all, 'pod')})`
  return `${titleOf(workload.code)}${share}`
}

/** The numbers. */
export function summaryText({ summary }: Triage): string {
  const read = [counted(summary.pods, 'pod'), counted(summary.events, 'event'), counted(summary.nodes, 'node')].join(
    ', ',
  )
  const verdict = summary.broken === 0 ? 'nothing is broken' : `${counted(summary.broken, 'workload')} broken`
  return `${read} read: ${verdict} of ${summary.workloads}.`
}

/** What the registries say now, a sentence each. */
export function verifiedText({ verified }: TriagedWorkload): readonly string[] {
  if (verified === null) return []
  const { verdict, platform, guessed, findings } = verified
  const where = guessed ? `${platform} (a guess: the node was not in the input)` : platform
  const words: Readonly<Record<typeof verdict, string>> = {
    pullable: 'it can be pulled now; the kubelet tries again by itself',
    unpullable: 'it cannot be pulled',
    unknown: 'it could not be told',
    'not-checked': 'it was not checked',
  }
  return [
    `for ${where}: ${words[verdict]}.`,
    ...findings.map(({ code, message, fix }) => `${code}: ${message} ${fix ?? ''}`.trim()),
  ]
}
