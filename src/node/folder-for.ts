import type { HostsFolder } from './types.ts'

/**
 * The folder of a registry in a certs.d tree: `host_port_`, else `host:port`, else `_default`
 * (containerd core/remotes/docker/config/config_unix.go, hostPaths).
 */
export function folderFor(registry: string, folders: ReadonlyMap<string, HostsFolder>): HostsFolder | undefined {
  const port = registry.lastIndexOf(':')
  const underscored = port > 0 ? `${registry.slice(0, port)}_${registry.slice(port + 1)}_` : registry
  return folders.get(underscored) ?? folders.get(registry) ?? folders.get('_default')
}
