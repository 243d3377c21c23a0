import { checkFor } from '../explain/checks.ts'
import { shellWord } from '../report/words/quote.ts'
import { rulePages } from '../rules/rules.ts'
import { isTriageCode, triageTexts } from './codes.ts'
import { respects } from './respect.ts'
import type { Broken, DisturbingStep, Inventory, ObjectName, TriagedWorkload } from './types.ts'

type Steps = Pick<TriagedWorkload, 'next' | 'further' | 'disturbing'>

/** What to do next: commands that only read, in the fixed order; then, marked, one that disturbs. */
export function stepsFor(workload: ObjectName, failure: Broken, inventory: Inventory): Steps {
  const fill = filler(workload, failure)
  const own = isTriageCode(failure.code)
    ? triageTexts[failure.code].look.flatMap(({ run = [] }) => run)
    : pullSteps(failure, inventory)
  const [next = '', ...further] = [...new Set(own.map(fill))]
  return { next, further, disturbing: disturbingStep(workload, failure, { fill, inventory }) }
}

/** What mends it, in a sentence or two. */
export function adviceFor(code: Broken['code']): string {
  return isTriageCode(code) ? triageTexts[code].fix : (rulePages[code].fix[0]?.say ?? '')
}

const describe = 'kubectl -n $NS describe pod $POD'

function pullSteps({ code, others, subject }: Broken, { kinds }: Inventory): readonly string[] {
  const names = { image: subject.image, secret: subject.secrets?.[0] }
  const checks = [code, ...others].map(each => checkFor(each, names))
  // without events the message may be only the last of several
  const look = kinds.has('Event') ? [] : [describe]
  return [...checks, ...look, `will-it-pull explain ${code}`]
}

interface Means {
  readonly fill: (command: string) => string
  readonly inventory: Inventory
}

function disturbingStep(workload: ObjectName, failure: Broken, { fill, inventory }: Means): DisturbingStep | null {
  const { run, why } = (isTriageCode(failure.code) ? triageTexts[failure.code].disturbing : pullUndo(workload)) ?? {}
  if (run === undefined || why === undefined) return null
  if (run.includes('rollout undo') && !undoable.has(workload.kind)) return null
  if (run.includes('delete $OWNER') && workload.kind !== 'Job') return null
  return { command: fill(run), why, respect: respects(workload, { run, subject: failure.subject, inventory }) }
}

const undoable = new Set(['Deployment', 'StatefulSet', 'DaemonSet'])

function pullUndo({ kind }: ObjectName): { readonly run: string; readonly why: string } | undefined {
  return undoable.has(kind)
    ? {
        run: 'kubectl -n $NS rollout undo $OWNER',
        why: 'goes back to the image that ran before, if this began with a rollout',
      }
    : undefined
}

function filler(workload: ObjectName, { subject }: Broken): (command: string) => string {
  const { kind, namespace, name } = workload
  const names = new Map<string, string | undefined>([
    ['NS', namespace === '' ? 'default' : namespace],
    ['POD', subject.pod],
    ['CONTAINER', subject.container],
    ['IMAGE', subject.image],
    ['NODE', subject.node],
    ['SECRET', subject.secrets?.[0]],
    ['NAME', name],
  ])
  const owner = `${shellWord(kind.toLowerCase())}/${shellWord(name)}`
  return command =>
    complete(command, subject)
      .replaceAll('$OWNER', owner)
      .replace(/\$([A-Z]+)\b/g, (whole, word: string) => {
        const value = names.get(word)
        return value === undefined ? whole : shellWord(value)
      })
}

// the checks of `explain` know no namespace
function complete(command: string, { container }: Broken['subject']): string {
  const placed = command.replace(/^kubectl get (secret|pod|serviceaccount)(?= (?!-A))/, 'kubectl -n $NS get $1')
  return container === undefined ? placed.replace(' -c $CONTAINER', '') : placed
}
