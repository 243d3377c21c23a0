import type { throttling } from '@octokit/plugin-throttling'
import type { Clock } from '../world.ts'

type Groups = Pick<NonNullable<Parameters<typeof throttling>[1]['throttle']>, 'write' | 'notifications'>

/** GitHub docs, "Best practices for using the REST API": at least one second between requests that change something. */
const betweenWritesMs = 1000

/**
 * The two waiting lines of the throttling plugin, on our own clock. The plugin's own wait three seconds between two
 * comments, and keep that count for the whole process.
 */
export function pacedBy(clock: Pick<Clock, 'now' | 'sleep'>): Groups {
  let free = 0
  const inTurn = async (): Promise<void> => {
    const start = Math.max(free, clock.now())
    free = start + betweenWritesMs
    if (start > clock.now()) await clock.sleep(start - clock.now())
  }
  const atOnce = (): Promise<void> => Promise.resolve()
  return { write: line(inTurn), notifications: line(atOnce) } as unknown as Groups
}

/** All that the plugin uses of a `Bottleneck.Group`: `key(id).schedule(options, job)`, where the job does nothing. */
function line(wait: () => Promise<void>) {
  return { key: () => ({ schedule: wait }) }
}
