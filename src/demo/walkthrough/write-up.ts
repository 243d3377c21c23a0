/** One step of the lesson as it went. */
export interface StepRecord {
  /** RFC 3339. */
  readonly at: string
  readonly variable: string
  readonly code: string
  readonly layer: string
  readonly diagnosis: string
  /** What `kubectl describe pod` would show. */
  readonly kubelet: string
  readonly command: string
  readonly mend: string
  readonly prevention: string
}

/** What the write-up is made of. */
export interface Incident {
  readonly image: string
  readonly steps: readonly StepRecord[]
  readonly endedAt: string
  readonly solved: boolean
}

/** The incident report of the lesson: for a reader who was not there. */
export function writeUp({ image, steps, endedAt, solved }: Incident): string {
  const [first] = steps
  const parts = [
    '# Incident: Deployment shop/shop-api did not start',
    `Written by \`will-it-pull walkthrough\` from a made-up incident in an embedded registry. ${solved ? 'It is solved.' : 'It is not solved.'}`,
    '## Summary',
    `A change rolled out \`${image}\` to nodes of linux/amd64 and linux/arm64. No pod of it became ready: every pull failed. ${steps.length} things were wrong at once, and each hid the next, because a pull asks for the name first, then for the login, then for the image, then for the platform. They were mended one at a time, and checked after each.`,
    '## Impact',
    'The old pods went on serving; the new version was not delivered until the end. No data was touched.',
    '## Timeline',
    timeline(
      steps,
      `| ${clock(endedAt)} | ${solved ? 'every image can be pulled on every platform' : 'still broken'} | | |`,
    ),
    '## Root cause',
    `The first broken layer: ${first?.layer ?? 'none'}. ${first?.diagnosis ?? ''} Behind it lay ${steps.length - 1} more, listed below. What they have in common: nobody asked the registry, as a node would, before the change was merged.`,
    '## What was wrong, in order',
    ...steps.map(stepSection),
    '## So that it does not come back',
    prevented(steps),
  ]
  return `${parts.join('\n\n')}\n`
}

function prevented(steps: readonly StepRecord[]): string {
  const always = 'Make `will-it-pull check` a required check: all of this could have been seen on the pull request.'
  return [...steps.map(({ prevention }) => prevention), always].map(line => `- ${line}`).join('\n')
}

function timeline(steps: readonly StepRecord[], last: string): string {
  return [
    '| time | what was seen | layer | what was changed |',
    '| --- | --- | --- | --- |',
    ...steps.map(step => `| ${clock(step.at)} | ${step.code} | ${step.layer} | ${step.mend} |`),
    last,
  ].join('\n')
}

function stepSection({ variable, code, diagnosis, kubelet, command, mend }: StepRecord, index: number): string {
  return [
    `### ${index + 1}. ${variable}: \`${code}\``,
    `The kubelet said:\n\n\`\`\`text\n${kubelet}\n\`\`\``,
    `Proven by:\n\n\`\`\`sh\n${command}\n\`\`\``,
    `Diagnosis: ${diagnosis}`,
    `Mended: ${mend}`,
  ].join('\n\n')
}

function clock(moment: string): string {
  return moment.slice(11, 19)
}
