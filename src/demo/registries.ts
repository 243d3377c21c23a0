import { image } from '../simulator/image.ts'
import { without } from '../simulator/artifact.ts'
import { insideError } from '../simulator/faults/make.ts'
import { startRegistry } from '../simulator/registry.ts'
import type { DemoHosts } from './chart.ts'

/** The three registries of the demo, on free ports of this machine. */
export interface DemoRegistries extends AsyncDisposable {
  readonly hosts: DemoHosts
  /** The rate limit of the busy one is over. */
  calmDown(): void
}

const rateLimit = insideError(
  { status: 429, code: 'TOOMANYREQUESTS', message: 'pull rate limit reached' },
  { 'retry-after': '3600' },
)

/** Starts them and fills them: one open, one with a login, one that answers 429. */
export async function startRegistries(): Promise<DemoRegistries> {
  await using stack = new AsyncDisposableStack()
  const open = stack.use(await startRegistry())
  const closed = stack.use(
    await startRegistry({ auth: { style: 'htpasswd', users: [{ name: 'deployer', password: 'demo-only' }] } }),
  )
  const busy = stack.use(await startRegistry())
  open.push('shop/web', ['1.26.0', '1.27.2'], image({ name: 'web-old' }))
  open.push('shop/web', ['1.27.3', 'latest'], image({ name: 'web' }))
  open.push('shop/worker', '2.9.0', without(image({ name: 'worker' }), { child: 'linux/arm64' }))
  open.push('shop/worker', '2.9.1', image({ name: 'worker-fixed' }))
  open.push('tools/migrate', '0.18.1', image({ name: 'migrate' }))
  closed.push('shop/api', '4.2.0', image({ name: 'api' }))
  busy.push('mirror/cache', '7.4.1', image({ name: 'cache' }))
  const limit = busy.fault('*', rateLimit)
  const owned = stack.move()
  return {
    hosts: { public: open.host, private: closed.host, busy: busy.host },
    calmDown: () => limit[Symbol.dispose](),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
