import type { Environment } from '../config/types.ts'
import type { RegistryHost } from '../registry/types.ts'

/** The hosts that a node contacts for a registry's name, in order. */
export function hostsFor(registry: string, environment: Environment): readonly RegistryHost[] {
  const declaredInsecure = environment.insecureRegistries.includes(registry)
  const fallsBack = declaredInsecure || isLoopback(registry)
  return [
    {
      registry,
      authority: authorityOf(registry),
      path: '/v2',
      scheme: fallsBack ? 'https-then-http' : 'https',
      verify: !fallsBack,
      ca: environment.caPem,
    },
  ]
}

// containerd core/remotes/docker/registry.go: docker.io is served by another host
function authorityOf(registry: string): string {
  return registry === 'docker.io' ? 'registry-1.docker.io' : registry
}

/** Loopback with a port other than 80 and 443: containerd tries HTTPS unverified, then plain HTTP (config/hosts.go). */
function isLoopback(registry: string): boolean {
  const port = /:(\d+)$/.exec(registry)?.[1]
  if (port === undefined || Number(port) === 80 || Number(port) === 443) return false
  const name = registry.slice(0, registry.length - port.length - 1)
  return name === 'localhost' || name === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
}
