import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { checkFor } from '../../explain/checks.ts'
import { createScratch } from '../../process/scratch.ts'
import type { Report } from '../../report/schema.ts'
import { image } from '../../simulator/image.ts'
import { startRegistry } from '../../simulator/registry.ts'
import type { SimulatedRegistry } from '../../simulator/registry.ts'
import { checkFiles } from '../check-files.ts'
import type { DemoRoom } from '../check-files.ts'
import { unlessInterrupted } from '../unless-interrupted.ts'
import { beginning, lesson, lessonFiles, password } from './lesson.ts'
import type { LessonState, LessonStep } from './lesson.ts'
import { changes, closing, introduction, tell } from './telling.ts'
import { writeUp } from './write-up.ts'
import type { StepRecord } from './write-up.ts'

/** How the lesson is given. */
export interface WalkthroughOptions {
  /** Waits for Enter after each step; only on a terminal. */
  readonly step: boolean
  readonly output?: string | undefined
}

interface Room extends DemoRoom {
  readonly registry: SimulatedRegistry
  readonly pause: () => Promise<void>
}

/** The lesson: one variable is mended at a time. 0 when every step showed what it should and all is mended at the end. */
export function runWalkthrough(options: WalkthroughOptions): Promise<number> {
  return unlessInterrupted(interrupted => teach(options, interrupted))
}

async function teach({ step, output }: WalkthroughOptions, interrupted: AbortSignal): Promise<number> {
  await using registry = await startRegistry({ auth: { style: 'htpasswd', users: [{ name: 'deployer', password }] } })
  await using folder = await createScratch()
  registry.push('shop/api', ['4.1.0', '4.2.0'], image({ name: 'api', platforms: ['linux/amd64'] }))
  registry.push('shop/api', '4.2.1', image({ name: 'api-both' }))
  const pause = step && process.stdin.isTTY ? () => waitForEnter(interrupted) : async () => undefined
  const room: Room = { registry, folder, interrupted, pause }
  say(introduction(lessonFiles(registry.host, beginning)))
  const { records, state } = await walk(room)
  const report = await checkFiles(lessonFiles(registry.host, state), room)
  const solved = report.verdict === 'pass' && records.every(({ code }, index) => code === lesson[index]?.code)
  say(closing(report.headline, output))
  const first = `${registry.host}/${beginning.repository}:${beginning.tag}`
  const text = writeUp({ image: first, steps: records, endedAt: new Date().toISOString(), solved })
  if (output === undefined) say(text)
  else await writeFile(output, text)
  return solved ? 0 : 1
}

async function walk(room: Room): Promise<{ readonly records: readonly StepRecord[]; readonly state: LessonState }> {
  const records: StepRecord[] = []
  let state = beginning
  for (const [index, step] of lesson.entries()) {
    const record = await look(room, step, state)
    const mended = step.after(state)
    const { host } = room.registry
    say(
      tell(record, {
        number: index + 1,
        of: lesson.length,
        changed: changes(lessonFiles(host, state), lessonFiles(host, mended)),
      }),
    )
    await room.pause()
    records.push(record)
    state = mended
  }
  return { records, state }
}

/** Lets the trouble happen, checks, and notes what was found. */
async function look(room: Room, step: LessonStep, state: LessonState): Promise<StepRecord> {
  using stack = new DisposableStack()
  if (step.happens !== undefined) stack.use(step.happens(room.registry))
  return recordOf(await checkFiles(lessonFiles(room.registry.host, state), room), step)
}

function recordOf({ findings }: Report, { variable, mend, prevention }: LessonStep): StepRecord {
  const finding =
    findings.find(({ severity }) => severity === 'error') ?? findings.find(({ severity }) => severity === 'warning')
  const kubelet =
    finding?.kubelet === null || finding === undefined ? '' : `${finding.kubelet.reason}: ${finding.kubelet.message}`
  return {
    at: new Date().toISOString(),
    variable,
    code: finding?.code ?? 'nothing',
    layer: finding?.layer ?? '',
    diagnosis: finding === undefined ? '' : `${finding.message} ${finding.cause}`,
    kubelet,
    command:
      finding === undefined
        ? ''
        : checkFor(finding.code, { image: finding.image ?? undefined, secret: 'shop-registry' }),
    mend,
    prevention,
  }
}

async function waitForEnter(interrupted: AbortSignal): Promise<void> {
  using reader = createInterface({ input: process.stdin, output: process.stdout })
  // a terminal that is read line by line turns Ctrl-C into a key
  reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  await reader.question('Press Enter to go on. ', { signal: interrupted })
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
