import type { Environment } from '../config/types.ts'
import { folderFor } from '../node/folder-for.ts'
import type { HostAddress, HostRule, HostsFolder } from '../node/types.ts'
import type { RegistryHost } from '../registry/types.ts'
import { authorityOf, ownHost, portOf } from './hosts.ts'
import type { Asked, PlannedHost, Route } from './types.ts'

/**
 * The hosts of a certs.d tree, as containerd asks them: only hosts that may resolve say what a tag stands for, hosts
 * that may pull what a digest does; all of them give content (core/remotes/docker/resolver.go and fetcher.go).
 */
export function containerdRoute(
  asked: Asked,
  environment: Environment,
  folders: ReadonlyMap<string, HostsFolder>,
): Route {
  const folder = folderFor(asked.registry, folders)
  const rules = folder?.hosts ?? [direct]
  const byDigest = asked.reference.digest !== null
  const hosts = rules.map((rule): PlannedHost => ({
    host: hostOf(rule, asked.registry, environment),
    repository: asked.repository,
    resolves: rule.pulls && (byDigest || rule.resolves),
    login: 'sent',
  }))
  const content = 'every-host'
  if (hosts.some(({ resolves }) => resolves)) return { hosts, content }
  return { hosts, content, obstacle: { code: 'blocked-by-node', reason: 'no-host-resolves' } }
}

const direct: HostRule = { pulls: true, resolves: true, headers: {}, tls: { isConfigured: false } }

function hostOf({ address, tls, headers }: HostRule, registry: string, environment: Environment): RegistryHost {
  const own = ownHost(registry, environment)
  const { skipVerify, ca, client } = tls
  const authorities = [environment.caPem, ca].filter(pem => pem !== undefined)
  const configured = { headers, client, ca: authorities.length > 0 ? authorities.join('\n') : undefined }
  if (address === undefined) return { ...own, ...configured, verify: own.verify && skipVerify !== true }
  const { authority, path } = address
  const mirrorOf = authority === authorityOf(registry) || authority === registry ? undefined : registry
  const verify = skipVerify !== true && !environment.insecureRegistries.includes(authority)
  return { registry, authority, path, scheme: schemeOf(address, tls.isConfigured), verify, mirrorOf, ...configured }
}

// an http:// host for which TLS is configured is tried by HTTPS first, unless its port says HTTP (config/hosts.go)
function schemeOf({ scheme, authority }: HostAddress, isTlsConfigured: boolean): RegistryHost['scheme'] {
  if (scheme === 'https') return 'https'
  return isTlsConfigured && portOf(authority) !== 80 ? 'https-then-http' : 'http'
}
