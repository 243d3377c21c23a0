import type { PullPlan } from '../plan/types.ts'
import { chooseChild } from '../platform/choose.ts'
import { formatPlatform } from '../platform/parse.ts'
import type { Platform } from '../platform/types.ts'
import { digestError } from '../reference/digest.ts'
import type { Descriptor, ImageIndex, ImageManifest, Manifest } from '../registry/content/types.ts'
import { askForPart } from './attempt.ts'
import { askForLayers } from './layers.ts'
import type { Look } from './look.ts'
import type { Attempt, PlatformEvidence, SeenContent } from './types.ts'

/** Looks behind the reference: the child of each required platform, or a single manifest's config. */
export function lookBehind(plan: PullPlan, attempt: Attempt, look: Look): SeenContent | undefined {
  if (attempt.end.kind !== 'found') return undefined
  const manifest = attempt.end.value
  const platforms = plan.platforms.map(platform => behind(manifest, platform, { plan, attempt, look, level: 1 }))
  if (platforms.some(platform => platform === undefined)) return undefined
  return { attempt, manifest, platforms: platforms.filter(platform => platform !== undefined) }
}

interface Behind {
  readonly plan: PullPlan
  readonly attempt: Attempt
  readonly look: Look
  /** How many manifests lie between the reference and what is looked at, that one included. */
  readonly level: number
}

// nobody nests indexes deeper than this but to keep us busy
const deepest = 4

function behind(manifest: Manifest, platform: Platform, way: Behind): PlatformEvidence | undefined {
  switch (manifest.kind) {
    case 'index':
      return way.level > deepest ? { kind: 'endless', what: 'indexes', platform } : child(manifest, platform, way)
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
  // what is no digest names nothing, and is asked for by no runtime
  if (plan.depth === 'blobs' && digestError(digest) === undefined) return readChild(entry, platform, way)
  const found = askForPart(plan, attempt, place =>
    look.exists({ ask: 'exists', content: 'manifest', digest, ...place }),
  )
  return found && { kind: 'child', platform, entry, child: found }
}

/** The child itself, and all that it names. */
function readChild(entry: Descriptor, platform: Platform, way: Behind): PlatformEvidence | undefined {
  const { digest: reference, mediaType } = entry
  const { plan, attempt, look, level } = way
  const found = askForPart(plan, attempt, place => look.manifest({ ask: 'manifest', reference, mediaType, ...place }))
  if (found?.kind !== 'found') return found && { kind: 'child', platform, entry, child: found }
  const inside = behind(found.value, platform, { ...way, level: level + 1 })
  return inside && { kind: 'child', platform, entry, child: found, inside: { manifest: found.value, behind: inside } }
}

function single(manifest: ImageManifest, platform: Platform, way: Behind): PlatformEvidence | undefined {
  const { config } = manifest
  if (!isImageConfig(config.mediaType)) return { kind: 'unread', platform }
  const { plan, attempt, look } = way
  const layers = plan.depth === 'blobs' ? askForLayers(manifest, way) : []
  if (layers === 'too-many') return { kind: 'endless', what: 'layers', platform }
  const read = askForPart(plan, attempt, place => look.config({ ask: 'config', config, ...place }))
  return read && layers && { kind: 'single', platform, config: read, blobs: layers }
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
