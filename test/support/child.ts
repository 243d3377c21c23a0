import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** A program to run, with all that it sees of the world. */
export interface ChildCall {
  readonly program: string
  readonly arguments: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly folder: string
  /** Text for standard input; default none. */
  readonly input?: string | undefined
  /** Milliseconds; default 30 s. */
  readonly timeoutMs?: number | undefined
  /** A signal that is sent when the promise is kept. */
  readonly interrupt?: { readonly when: Promise<unknown>; readonly signal: NodeJS.Signals } | undefined
  /** As whom; only root may choose. */
  readonly user?: number | undefined
}

export interface ChildResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end. One that does not end in time is killed, and the test fails with what it had said. */
export async function runChild(call: ChildCall): Promise<ChildResult> {
  const child = spawn(call.program, call.arguments, {
    cwd: call.folder,
    env: call.environment,
    ...(call.user !== undefined && { uid: call.user, gid: call.user }),
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, call.timeoutMs ?? 30_000)
  void call.interrupt?.when.then(() => child.kill(call.interrupt?.signal))
  // a program that never reads its input closes the pipe
  child.stdin.on('error', () => {})
  child.stdin.end(call.input ?? '')
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  clearTimeout(timer)
  if (isLate) throw new Error(`${call.program} did not end in time\n${stdout}\n${stderr}`)
  return { exitCode, stdout, stderr }
}

/** Runs a program that must succeed; gives what it printed. */
export async function runWell(call: ChildCall): Promise<string> {
  const { exitCode, stdout, stderr } = await runChild(call)
  if (exitCode !== 0) throw new Error(`${call.program} ${call.arguments.join(' ')}: ${exitCode}\n${stdout}\n${stderr}`)
  return stdout
}
