import { once } from 'node:events'
import { createServer } from 'node:net'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'

const user = { name: 'node', password: 'a-made-up-password' }
export const right = { username: user.name, password: user.password }
export const wrong = { username: user.name, password: 'another' }

/** The registries that a case may use; each case has repositories of its own. */
export interface Stage extends AsyncDisposable {
  readonly open: SimulatedRegistry
  readonly mirror: SimulatedRegistry
  readonly second: SimulatedRegistry
  /** Bearer tokens; `public/**` is open to all. */
  readonly bearer: SimulatedRegistry
  /** Basic. */
  readonly basic: SimulatedRegistry
  /** Bearer tokens, and asks for no login until something is asked that wants one. */
  readonly silent: SimulatedRegistry
  /** Treats a wrong login as none. */
  readonly lenient: SimulatedRegistry
  /** HTTPS by an authority that nobody trusts unless told. */
  readonly tls: SimulatedRegistry
  readonly expired: SimulatedRegistry
  /** Wants a client certificate. */
  readonly mutual: SimulatedRegistry
  /** Mounted below `/proxy/hub/v2`. */
  readonly deep: SimulatedRegistry
  /** Mounted below `/proxy`, without `/v2`. */
  readonly bare: SimulatedRegistry
  /** `127.0.0.1:port` where nothing listens. */
  readonly closed: string
}

/** One that a case may fill. */
export type RegistryName = Exclude<keyof Stage, 'closed' | typeof Symbol.asyncDispose>

/** Starts them all on free ports of 127.0.0.1. */
export async function setStage(): Promise<Stage> {
  await using stack = new AsyncDisposableStack()
  const start = async (options: Parameters<typeof startRegistry>[0] = {}) => stack.use(await startRegistry(options))
  const auth = { users: [user], public: ['public/**'] }
  const stage = {
    open: await start(),
    mirror: await start(),
    second: await start(),
    bearer: await start({ auth }),
    basic: await start({ auth: { ...auth, style: 'htpasswd' } }),
    silent: await start({ auth: { ...auth, style: 'artifactory' } }),
    lenient: await start({ auth: { ...auth, style: 'harbor' } }),
    tls: await start({ tls: 'good' }),
    expired: await start({ tls: 'expired' }),
    mutual: await start({ tls: 'client-certificate' }),
    deep: await start({ prefix: '/proxy/hub/v2' }),
    bare: await start({ prefix: '/proxy' }),
    closed: await closedPort(),
  }
  const all = stack.move()
  return { ...stage, [Symbol.asyncDispose]: () => all.disposeAsync() }
}

async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  const port = typeof address === 'object' ? address?.port : undefined
  return `127.0.0.1:${port}`
}
