import { isLoopback } from './reach.ts'
import type { RegistryHost } from './types.ts'

export interface HostRules {
  /** Registries that a node may talk to without a valid certificate, and in plain HTTP. */
  readonly insecure: readonly string[]
  readonly caPem?: string | undefined
}

/** The host that a node contacts for a registry's name when no mirror is configured. */
export function hostFor(domain: string, { insecure, caPem }: HostRules): RegistryHost {
  const fallsBack = insecure.includes(domain) || isLocalPort(domain)
  return {
    registry: domain,
    // containerd core/remotes/docker/registry.go: docker.io is served by another host
    authority: domain === 'docker.io' ? 'registry-1.docker.io' : domain,
    path: '/v2',
    scheme: fallsBack ? 'https-then-http' : 'https',
    verify: !fallsBack,
    ca: caPem,
  }
}

/** Loopback with a port of its own: containerd tries HTTPS unverified, then plain HTTP (docker/config/hosts.go). */
function isLocalPort(domain: string): boolean {
  const [, name = '', port = ''] = /^(.+):(\d+)$/.exec(domain) ?? []
  return port !== '' && Number(port) !== 80 && Number(port) !== 443 && isLoopback(name)
}
