import type { DemoFiles } from '../steps.ts'
import type { StepRecord } from './write-up.ts'

/** What the lesson begins with. */
export function introduction(files: DemoFiles): string {
  return [
    'A Deployment is rolled out, and its pods stay in ImagePullBackOff. Several things are wrong with it; a pull shows only',
    'the first. The rule of the lesson: look, name the layer, change one variable, look again.',
    'Everything happens on this machine, against a registry inside this program.',
    '',
    ...indented(files['shop/api.yaml']?.trimEnd() ?? ''),
    '',
  ].join('\n')
}

interface Place {
  readonly number: number
  readonly of: number
  /** The lines that the mending rewrites. */
  readonly changed: readonly string[]
}

/** One step, told. */
export function tell(record: StepRecord, { number, of, changed }: Place): string {
  return [
    `── Step ${number} of ${of}: ${record.variable}`,
    '',
    '  $ kubectl -n shop describe pod -l app=api      # the kubelet would say',
    `    ${record.kubelet}`,
    '',
    `  found     ${record.code} (layer ${record.layer})`,
    `  why       ${record.diagnosis}`,
    `  prove it  ${record.command}`,
    '',
    `  mend      ${record.mend}`,
    ...changed,
    '',
  ].join('\n')
}

/** The lines that differ, as a reviewer reads them. */
export function changes(before: DemoFiles, after: DemoFiles): readonly string[] {
  return Object.entries(after).flatMap(([path, text]) => {
    const [old, now] = [(before[path] ?? '').split('\n'), text.split('\n')]
    const gone = old.filter(line => line !== '' && !now.includes(line)).map(line => `    - ${line}`)
    const come = now.filter(line => line !== '' && !old.includes(line)).map(line => `    + ${line}`)
    return gone.length + come.length === 0 ? [] : [`    ${path}`, ...gone, ...come]
  })
}

/** How the lesson ends, and where the report is. */
export function closing(headline: string, output: string | undefined): string {
  const where = output === undefined ? 'The incident report:' : `The incident report is in ${output}.`
  return [`── At the end: ${headline}`, '', where, ''].join('\n')
}

function indented(text: string): readonly string[] {
  return text.split('\n').map(line => `    ${line}`)
}
