import type { Environment } from '../config/types.ts'
import type { NodeRegistries } from '../node/types.ts'
import type { Reference, ReferenceError } from '../reference/types.ts'
import { containerdRoute } from './containerd-route.ts'
import { crioRoute } from './crio-route.ts'
import { ownHost } from './hosts.ts'
import type { Asked, Route } from './types.ts'

/** The hosts that a node asks for a reference, in its order. */
export function routeOf(
  reference: Reference | ReferenceError,
  environment: Environment,
  registries: NodeRegistries,
): Route {
  if (reference.kind === 'reference-error') return { hosts: [], content: 'every-host' }
  const asked = { reference, ...contacted(reference) }
  switch (registries.kind) {
    case 'direct':
      return direct(asked, environment)
    case 'hosts-tree':
      return containerdRoute(asked, environment, registries.folders)
    case 'registries-conf':
      return crioRoute(asked, environment, registries)
    case 'unusable': {
      const { file, why } = registries
      return {
        hosts: [],
        content: 'every-host',
        obstacle: { code: 'blocked-by-node', reason: 'invalid', file, detail: why },
      }
    }
  }
}

function direct({ registry, repository }: Asked, environment: Environment): Route {
  const host = ownHost(registry, environment)
  return { hosts: [{ host, repository, resolves: true, login: 'sent' }], content: 'every-host' }
}

/** A name such as `foo_bar.com/app` has no domain for the grammar, yet containerd contacts its first part. */
function contacted({ domain, path }: Reference): Pick<Asked, 'registry' | 'repository'> {
  if (domain !== '') return { registry: domain, repository: path }
  const [registry = '', ...rest] = path.split('/')
  return { registry, repository: rest.join('/') }
}
