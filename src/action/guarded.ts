import * as core from '@actions/core'

/** Writes to a channel; one that fails costs that channel only, and one sentence. */
export async function guarded<T>(channel: string, write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write()
  } catch (error) {
    core.notice(`${channel} could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
