import { availableParallelism } from 'node:os'
import process from 'node:process'
import { execa } from 'execa'
import type { Options } from 'execa'
import type { ProgramCall, ProgramResult, RunProgram } from '../world.ts'
import { childEnvironment } from './child-environment.ts'
import { findProgram } from './find-program.ts'
import { memoryBound, watchMemory } from './memory-watch.ts'
import { createSlots } from './slots.ts'

/** Where child programs run and what they may see. */
export interface RunProgramOptions {
  /** Absolute: their working folder, and a private folder that stands in for their home. */
  readonly folder: string
  readonly home: string
  /** Default: the PATH of this process. */
  readonly searchPath?: string | undefined
  /** How many run at a time; default the number of cores. */
  readonly parallel?: number | undefined
  /** Bytes of memory that one may take, where the system tells; default that of this machine. */
  readonly memoryBound?: number | undefined
  /** Ends what runs, and what would be started after it, as timed out. */
  readonly signal?: AbortSignal | undefined
  /** Called when a program was started. */
  readonly started?: (() => void) | undefined
}

const defaultTimeoutMs = 60_000
const defaultOutputBytes = 64 * 1024 * 1024
const errorTextBytes = 1024 * 1024

/** Runs programs one per core, each in a process group of its own that ends with it. */
export function createRunProgram(options: RunProgramOptions): RunProgram {
  const searchPath = options.searchPath ?? process.env['PATH'] ?? ''
  const inSlot = createSlots(options.parallel ?? availableParallelism())
  const bound = options.memoryBound ?? memoryBound()
  // a program in Go collects its garbage in time to stay below
  const environment = { ...childEnvironment(options.home, searchPath), GOMEMLIMIT: `${Math.floor(bound * 0.75)}B` }
  return async call => {
    const program = await findProgram(call.program, searchPath)
    if (program === undefined) return { kind: 'not-found' }
    const env = { ...environment, ...call.environment }
    const prepared = { ...call, program, environment: env, folder: call.folder ?? options.folder, memoryBound: bound }
    return inSlot(() => run(prepared, options))
  }
}

/** A call whose program, folder and environment are settled. */
interface PreparedCall extends ProgramCall {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly memoryBound: number
}

async function run(
  call: PreparedCall,
  { signal, started }: Pick<RunProgramOptions, 'signal' | 'started'>,
): Promise<ProgramResult> {
  if (signal?.aborted === true) return { kind: 'timed-out', stderr: '' }
  const child = execa(call.program, call.arguments, execaOptions(call))
  started?.()
  let excess: Excess | undefined
  const end = (why: Excess): void => {
    excess ??= why
    endGroup(child.pid)
  }
  const endLate = (): void => end('timed-out')
  const timer = setTimeout(endLate, call.timeoutMs ?? defaultTimeoutMs)
  signal?.addEventListener('abort', endLate, { once: true })
  const { memoryBound: bound } = call
  const watch = watchMemory(child.pid, bound, () => end('too-much-memory'))
  const result = await child
  watch[Symbol.dispose]()
  clearTimeout(timer)
  signal?.removeEventListener('abort', endLate)
  if (result.isMaxBuffer) endGroup(child.pid)
  if (excess === 'too-much-memory') return { kind: excess, bytes: bound }
  return excess === undefined ? toResult(result) : { kind: excess, stderr: text(result.stderr) }
}

/** Why a program was ended. */
type Excess = 'timed-out' | 'too-much-memory'

/** What is looked at of execa's result. */
interface Ended {
  readonly isMaxBuffer: boolean
  readonly exitCode?: number | undefined
  readonly signal?: string | undefined
  readonly code?: string | undefined
  readonly stdout?: unknown
  readonly stderr?: unknown
}

function execaOptions(call: PreparedCall): Options {
  return {
    cwd: call.folder,
    env: call.environment,
    extendEnv: false,
    ...(call.input === undefined ? { stdin: 'ignore' } : { input: call.input }),
    maxBuffer: { stdout: call.maxOutputBytes ?? defaultOutputBytes, stderr: errorTextBytes },
    killSignal: 'SIGKILL',
    // A group of its own, so that what the program itself started can be ended with it.
    detached: process.platform !== 'win32',
    reject: false,
    stripFinalNewline: false,
    windowsHide: true,
  }
}

function toResult(result: Ended): ProgramResult {
  if (result.isMaxBuffer) return { kind: 'too-much-output' }
  if (result.exitCode !== undefined) {
    return { kind: 'ended', exitCode: result.exitCode, stdout: text(result.stdout), stderr: text(result.stderr) }
  }
  if (result.signal !== undefined) return { kind: 'failed', why: `ended by ${result.signal}` }
  return { kind: 'failed', why: result.code ?? 'could not be started' }
}

function text(output: unknown): string {
  return typeof output === 'string' ? output : ''
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}
