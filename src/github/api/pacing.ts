import type { throttling } from '@octokit/plugin-throttling'
import type { Clock } from '../../world.ts'

type Throttle = NonNullable<Parameters<typeof throttling>[1]['throttle']>
type Group = NonNullable<Throttle['write']>

/** GitHub docs, "Best practices for using the REST API": at least one second between requests that change something. */
const betweenWritesMs = 1000

/**
 * The two waiting lines of the throttling plugin, on our own clock. The plugin's own wait three seconds between two
 * comments, and keep that count for the whole process.
 */
export function pacedBy(clock: Pick<Clock, 'now' | 'sleep'>): { write: Group; notifications: Group } {
  let free = 0
  const inTurn = async (): Promise<void> => {
    const start = Math.max(free, clock.now())
    free = start + betweenWritesMs
    if (start > clock.now()) await clock.sleep(start - clock.now())
  }
  const atOnce = (): Promise<void> => Promise.resolve()
  return { write: createLine(inTurn), notifications: createLine(atOnce) }
}

function createLine(wait: () => Promise<void>): Group {
  const line = { key: () => ({ schedule: wait }) }
  if (!isGroup(line)) throw new Error('the waiting line is not what the throttling plugin calls')
  return line
}

/** Of a `Bottleneck.Group` the plugin calls only `key(id).schedule(options, job)`, with a job that does nothing. */
function isGroup(line: object): line is Group {
  return 'key' in line && typeof line.key === 'function'
}
