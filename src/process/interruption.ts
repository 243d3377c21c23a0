import process from 'node:process'
import { Interrupted } from '../interrupted.ts'

/** Whether somebody ends this process: a person with Ctrl-C, or the runner that cancels a job. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal
  /** What a shell says of a process that such a signal ended: 128 and its number. Undefined while there was none. */
  readonly exitCode: number | undefined
}

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Until it is disposed, the first signal asks the run to come to an end: children have process groups of their own, and
 * folders are to be removed. The second one ends the process as if nobody listened.
 */
export function watchInterruption(): Interruption {
  const controller = new AbortController()
  let exitCode: number | undefined
  const interrupt = (name: NodeJS.Signals): void => {
    exitCode = name === 'SIGTERM' ? exitCodes.SIGTERM : exitCodes.SIGINT
    ignore()
    controller.abort(new Interrupted(name))
  }
  const ignore = (): void => {
    for (const name of Object.keys(exitCodes)) process.off(name, interrupt)
  }
  for (const name of Object.keys(exitCodes)) process.on(name, interrupt)
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode
    },
    [Symbol.dispose]: ignore,
  }
}
