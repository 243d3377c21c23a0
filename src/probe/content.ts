import type { PullPlan } from '../plan/types.ts'
import { chooseChild } from '../platform/choose.ts'
import { formatPlatform } from '../platform/parse.ts'
import type { Platform } from '../platform/types.ts'
import type { ImageIndex, ImageManifest, Manifest } from '../registry/types.ts'
import { askForPart } from './attempt.ts'
import type { Look } from './look.ts'
import type { Attempt, PlatformEvidence, SeenContent } from './types.ts'

/** Looks behind the reference: the child of each required platform, or a single manifest's config. */
export function lookBehind(plan: PullPlan, attempt: Attempt, look: Look): SeenContent | undefined {
  if (attempt.end.kind !== 'found') return undefined
  const manifest = attempt.end.value
  const platforms = plan.platforms.map(platform => behind(manifest, platform, { plan, attempt, look }))
  if (platforms.some(platform => platform === undefined)) return undefined
  return { attempt, manifest, platforms: platforms.filter(platform => platform !== undefined) }
}

interface Behind {
  readonly plan: PullPlan
  readonly attempt: Attempt
  readonly look: Look
}

function behind(manifest: Manifest, platform: Platform, way: Behind): PlatformEvidence | undefined {
  switch (manifest.kind) {
    case 'index':
      return child(manifest, platform, way)
    case 'manifest':
      return single(manifest, platform, way)
    case 'unsupported':
    case 'invalid':
    case 'unread':
      return { kind: 'unread', platform }
  }
}

function child(index: ImageIndex, platform: Platform, way: Behind): PlatformEvidence | undefined {
  const { plan, attempt, look } = way
  const entries = index.entries.map(entry => entry.platform)
  const choice = chooseChild(platform, entries, plan.environment.runtime)
  const offered = offeredBy(index)
  if (choice.kind === 'depends-on-runtime') return { kind: choice.kind, on: choice.on, platform, offered }
  const entry = choice.kind === 'match' ? index.entries[choice.position] : undefined
  if (entry === undefined) return { kind: 'no-match', platform, offered }
  const { digest } = entry
  const found = askForPart(plan, attempt, place =>
    look.exists({ ask: 'exists', content: 'manifest', digest, ...place }),
  )
  return found && { kind: 'child', platform, entry, child: found, blobs: [] }
}

function single({ config }: ImageManifest, platform: Platform, way: Behind): PlatformEvidence | undefined {
  if (!isImageConfig(config.mediaType)) return { kind: 'unread', platform }
  const { plan, attempt, look } = way
  const read = askForPart(plan, attempt, place => look.config({ ask: 'config', config, ...place }))
  return read && { kind: 'single', platform, config: read, blobs: [] }
}

/** Whether a config descriptor is that of a container image (OCI image spec manifest.md; Docker schema 2). */
export function isImageConfig(mediaType: string): boolean {
  return (
    mediaType === 'application/vnd.oci.image.config.v1+json' ||
    mediaType === 'application/vnd.docker.container.image.v1+json'
  )
}

/** What an index offers to nodes, attestations left out. */
function offeredBy(index: ImageIndex): readonly string[] {
  const named = index.entries.flatMap(({ platform }) => (platform === undefined ? [] : [platform]))
  const real = named.filter(({ os, architecture }) => os !== 'unknown' && architecture !== 'unknown' && os !== '')
  return [...new Set(real.map(formatPlatform))]
}
