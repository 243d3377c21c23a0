const indexes: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
])

const manifests: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
])

const schemaOne: ReadonlySet<string> = new Set([
  'application/vnd.docker.distribution.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
])

/** All types of manifests: where one is missing, distribution says 404 for an image that is there. */
export const acceptManifests = [...manifests, ...indexes, ...schemaOne, '*/*'].join(', ')

/** What a media type stands for. A plain text is taken for schema 1, as containerd does (resolver.go). */
export function kindOfMediaType(mediaType: string): 'index' | 'manifest' | 'schema-1' | 'other' {
  if (indexes.has(mediaType)) return 'index'
  if (manifests.has(mediaType)) return 'manifest'
  return schemaOne.has(mediaType) || mediaType === 'text/plain' ? 'schema-1' : 'other'
}

const others: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.oci.image.layer.v1.tar',
  'application/vnd.oci.image.layer.v1.tar+gzip',
  'application/vnd.oci.image.layer.v1.tar+zstd',
  'application/vnd.docker.container.image.v1+json',
  'application/vnd.docker.image.rootfs.diff.tar.gzip',
])

/** Whether all the world knows a media type, so that it is nobody's secret. */
export function isKnownType(text: string): boolean {
  return others.has(text) || kindOfMediaType(text) !== 'other'
}
