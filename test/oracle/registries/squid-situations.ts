import { free, pullable, unknown } from './outcomes.ts'
import type { Make } from './outcomes.ts'
import type { Situation } from './situation.ts'

const proxyError = { ...free, ...unknown, code: 'proxy-error' } as const

/** squid as the runner's proxy. */
export const squidSituations: readonly Situation[] = [
  { name: 'a tunnel', ...free, registry: 'registry.test:5000', ...pullable, real: tunnel('registry.test', 'origin') },
  {
    name: 'a login for the proxy',
    ...free,
    registry: 'login.test:5000',
    ...pullable,
    real: tunnel('login.test', 'withLogin'),
  },
  {
    name: 'no login for the proxy',
    ...proxyError,
    registry: 'login.test:5000',
    proxy: 'authenticate',
    real: tunnel('login.test', 'origin'),
  },
  {
    name: 'a host that is forbidden',
    ...proxyError,
    registry: 'denied.test:5000',
    proxy: 'refuse',
    real: tunnel('denied.test', 'origin'),
  },
  {
    name: 'a host that it does not reach',
    ...proxyError,
    registry: 'registry.test:5000',
    proxy: 'bad-gateway',
    real: ({ squid, closed }) => ({ host: '', proxy: squid.origin, image: `registry.test:${closed}/acme/web:v1` }),
  },
]

function tunnel(name: string, origin: 'origin' | 'withLogin'): Make {
  return ({ squid, nginx }) => {
    const [, port = ''] = nginx.host('good').split(':')
    return { host: '', proxy: squid[origin], image: `${name}:${port}/acme/web:v1` }
  }
}
