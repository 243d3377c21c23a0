import { platformOf } from './platform.ts'
import type { Content } from './content.ts'

/** Everything that a push uploads: what the tag will name, all manifests (root included) and all blobs. */
export interface Artifact {
  readonly root: Content
  readonly manifests: readonly Content[]
  readonly blobs: readonly Content[]
}

/** Something that can be lost: the child of one platform (`linux/arm64`), all configs, or all layers. */
export type Part = 'configs' | 'layers' | { readonly child: string }

/** The same artifact with a part that was never uploaded: what names it stays, asking for it is a 404. */
export function without(artifact: Artifact, part: Part): Artifact {
  if (typeof part === 'object') {
    const digest = childDigest(artifact, part.child)
    return { ...artifact, manifests: artifact.manifests.filter(manifest => manifest.digest !== digest) }
  }
  const isLayer = (blob: Content) => blob.mediaType.includes('tar')
  return { ...artifact, blobs: artifact.blobs.filter(blob => isLayer(blob) !== (part === 'layers')) }
}

/** The same artifact where a child (or, unnamed, the root) is served under its digest with other bytes. */
export function corrupt(artifact: Artifact, platform?: string): Artifact {
  const digest = platform === undefined ? artifact.root.digest : childDigest(artifact, platform)
  const spoil = (manifest: Content): Content =>
    manifest.digest === digest ? { ...manifest, bytes: Buffer.concat([manifest.bytes, Buffer.from(' ')]) } : manifest
  return { ...artifact, root: spoil(artifact.root), manifests: artifact.manifests.map(spoil) }
}

/** Digest of the child that an index names for a platform. Throws where it names none. */
function childDigest(artifact: Artifact, platform: string): string {
  const wanted = JSON.stringify(platformOf(platform))
  const entry = artifact.root.entries?.find(candidate => JSON.stringify(candidate.platform) === wanted)
  if (entry === undefined) throw new Error(`the index has no entry for ${platform}`)
  return entry.digest
}
