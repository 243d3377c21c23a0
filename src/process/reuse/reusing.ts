import type { Buffer } from 'node:buffer'
import type { ProgramResult, RunProgram } from '../../world.ts'
import { createSlots } from '../slots.ts'
import { callKey } from './call-key.ts'
import type { CallKey, ReusableCall } from './call-key.ts'
import type { KeptOutputs } from './kept-outputs.ts'

export interface ReusingOptions {
  readonly run: RunProgram
  /** What tells a program from its other versions; undefined where that is not to be told. */
  readonly identify: (program: string) => Promise<string | undefined>
  /** Where outputs outlive the run. */
  readonly kept?: Pick<KeptOutputs, 'read' | 'write'> | undefined
  /** How many calls are looked at or run at a time. */
  readonly parallel: number
}

type Desk = ReusingOptions & { readonly known: Map<string, Promise<ProgramResult>> }

/**
 * Runs programs, those calls that tell what they read only once: equal by the bytes of it, wherever it lies. An output of
 * an earlier run is given where nothing but those bytes decides it. What failed is not kept, since messages name places.
 */
export function createReusingRun(options: ReusingOptions): RunProgram {
  const identities = new Map<string, Promise<string | undefined>>()
  const desk: Desk = { ...options, known: new Map() }
  // what a call reads is looked at when its turn comes, while others run
  const inSlot = createSlots(options.parallel)
  return async call => {
    const { reuse, program } = call
    if (reuse === undefined) return options.run(call)
    const identity = identities.get(program) ?? options.identify(program)
    identities.set(program, identity)
    const told = await identity
    if (told === undefined) return options.run(call)
    const asked = options.kept === undefined ? { ...reuse, outlives: false } : reuse
    return inSlot(() => answer({ call, reuse: asked, identity: told }, desk))
  }
}

async function answer(reusable: ReusableCall, desk: Desk): Promise<ProgramResult> {
  const found = callKey(reusable)
  if (found === undefined) return desk.run(reusable.call)
  const name = found.key.toString('hex')
  const earlier = desk.known.get(name)
  if (earlier === undefined) {
    const result = runOrRead(reusable, found, desk)
    desk.known.set(name, result)
    return result
  }
  const known = await earlier
  return isGood(known) ? known : desk.run(reusable.call)
}

async function runOrRead(reusable: ReusableCall, { key, varies }: CallKey, desk: Desk): Promise<ProgramResult> {
  const outlives = reusable.reuse.outlives && !varies
  const kept = outlives ? desk.kept?.read(key) : undefined
  if (kept !== undefined) return { kind: 'ended', exitCode: 0, stdout: kept, stderr: '' }
  const result = await desk.run(reusable.call)
  if (outlives && result.kind === 'ended' && isGood(result)) keep({ ...reusable, key, output: result.stdout }, desk)
  return result
}

interface Output extends ReusableCall {
  readonly key: Buffer
  readonly output: string
}

/** What was edited while the program read it has another key now, and belongs to neither. */
function keep({ key, output, ...reusable }: Output, { kept }: Desk): void {
  const { call, reuse, identity } = reusable
  const now = callKey({ call, identity, reuse: { ...reuse, varies: undefined } })
  if (kept !== undefined && now?.key.equals(key) === true) kept.write(key, output)
}

function isGood(result: ProgramResult): boolean {
  return result.kind === 'ended' && result.exitCode === 0
}
