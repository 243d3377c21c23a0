import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import type { Fleet } from './fleet.ts'

const ready = z.tuple([z.object({ hosts: z.array(z.string()) })]).rest(z.unknown())
const countsSchema = z.object({
  requests: z.number(),
  connections: z.number(),
  manifestGets: z.number(),
  challenges: z.number(),
  tokens: z.number(),
  http2: z.number(),
})
const counted = z.tuple([countsSchema]).rest(z.unknown())

/** What the servers did since they were asked the last time; connections since they began. */
export type ServerCounts = z.infer<typeof countsSchema>

/** Running registries. */
export interface Servers extends Disposable {
  /** `127.0.0.1:41231`, by number. */
  readonly hosts: readonly string[]
  /** What they did since the last call. */
  counts(): Promise<ServerCounts>
}

/** Starts the registries of a fleet in a process of their own. */
export async function startServers(fleet: Fleet): Promise<Servers> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [JSON.stringify(fleet)])
  const [{ hosts }] = ready.parse(await once(child, 'message'))
  return {
    hosts,
    async counts() {
      child.send('counts')
      const [counts] = counted.parse(await once(child, 'message'))
      return counts
    },
    [Symbol.dispose]: () => void child.kill(),
  }
}
