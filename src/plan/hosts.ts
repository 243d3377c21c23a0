import type { Environment } from '../config/types.ts'
import type { RegistryHost } from '../registry/types.ts'

/** The host that a node contacts for a registry's name where nothing else is configured (containerd config/hosts.go). */
export function ownHost(
  registry: string,
  environment: Pick<Environment, 'insecureRegistries' | 'caPem'>,
): RegistryHost {
  const isInsecure = environment.insecureRegistries.includes(registry)
  return {
    registry,
    authority: authorityOf(registry),
    path: '/v2',
    ...(isInsecure ? ({ scheme: 'https-then-http', verify: false } as const) : transportOf(registry)),
    ca: environment.caPem,
  }
}

/** docker.io is served by another host (containerd core/remotes/docker/registry.go). */
export function authorityOf(registry: string): string {
  return registry === 'docker.io' ? 'registry-1.docker.io' : registry
}

/** Loopback is not verified; its port says which protocol it speaks, and any but 80 and 443 leaves both open. */
function transportOf(registry: string): Pick<RegistryHost, 'scheme' | 'verify'> {
  if (!isLoopback(registry)) return { scheme: 'https', verify: true }
  const port = portOf(registry)
  if (port === 80) return { scheme: 'http', verify: true }
  return { scheme: port === undefined || port === 443 ? 'https' : 'https-then-http', verify: false }
}

function isLoopback(registry: string): boolean {
  const name = registry.replace(/:\d+$/, '')
  return name === 'localhost' || registry.startsWith('[::1]:') || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
}

/** The port that a host is named with. */
export function portOf(authority: string): number | undefined {
  const port = /:(\d+)$/.exec(authority)?.[1]
  return port === undefined ? undefined : Number(port)
}
