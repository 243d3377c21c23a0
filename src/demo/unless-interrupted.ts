import { watchInterruption } from '../process/interruption.ts'

/** The exit code of a task, or of a signal that ended it; what it made is gone by then either way. */
export async function unlessInterrupted(task: (interrupted: AbortSignal) => Promise<number>): Promise<number> {
  using interruption = watchInterruption()
  try {
    return await task(interruption.signal)
  } catch (error) {
    if (interruption.exitCode === undefined) throw error
    return interruption.exitCode
  }
}
