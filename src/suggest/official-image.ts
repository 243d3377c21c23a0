/** Names under which Docker Hub is served to whom spells official images in full. */
const hubs: ReadonlySet<string> = new Set(['registry-1.docker.io', 'registry.hub.docker.com', 'mirror.gcr.io'])

/** The name of an official image with its `library/`, which only `docker.io` adds by itself. */
export function officialImage(registry: string, repository: string): string | undefined {
  return hubs.has(registry) && !repository.includes('/') ? `library/${repository}` : undefined
}
