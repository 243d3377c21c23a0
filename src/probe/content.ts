import type { PullPlan } from '../plan/types.ts'
import { chooseChild } from '../platform/choose.ts'
import { formatPlatform } from '../platform/parse.ts'
import type { Platform } from '../platform/types.ts'
import type { Access, ImageIndex, ImageManifest, Manifest, RegistryHost } from '../registry/types.ts'
import type { Look } from './look.ts'
import type { Attempt, PlatformEvidence, SeenContent } from './types.ts'

interface Place {
  readonly host: RegistryHost
  readonly repository: string
  readonly as: Access
}

/** Looks behind the reference: the child of each required platform, or a single manifest's config. */
export function lookBehind(plan: PullPlan, attempt: Attempt, look: Look): SeenContent | undefined {
  const last = attempt.tries.at(-1)
  if (last?.answer.kind !== 'found') return undefined
  const manifest = last.answer.value
  const place = { host: last.host, repository: plan.repository, as: attempt.access }
  const platforms = plan.platforms.map(platform => behind(plan, platform, { manifest, place, look }))
  if (platforms.some(platform => platform === undefined)) return undefined
  return {
    access: attempt.access,
    host: last.host,
    manifest,
    platforms: platforms.filter(platform => platform !== undefined),
  }
}

interface Behind {
  readonly manifest: Manifest
  readonly place: Place
  readonly look: Look
}

function behind(plan: PullPlan, platform: Platform, { manifest, place, look }: Behind): PlatformEvidence | undefined {
  switch (manifest.kind) {
    case 'index':
      return child(manifest, platform, { plan, place, look })
    case 'manifest':
      return single(manifest, platform, { place, look })
    case 'unsupported':
    case 'invalid':
    case 'unread':
      return { kind: 'unread', platform }
  }
}

function child(
  index: ImageIndex,
  platform: Platform,
  { plan, place, look }: { plan: PullPlan; place: Place; look: Look },
): PlatformEvidence | undefined {
  const choice = chooseChild(
    platform,
    index.entries.map(entry => entry.platform),
    plan.environment.runtime,
  )
  const entry = choice.kind === 'match' ? index.entries[choice.position] : undefined
  if (entry === undefined)
    return {
      kind: choice.kind === 'depends-on-runtime' ? choice.kind : 'no-match',
      platform,
      offered: offeredBy(index),
    }
  const found = look.exists({
    ask: 'exists',
    content: 'manifest',
    digest: entry.digest,
    ...place,
  })
  return found && { kind: 'child', platform, entry, child: found, blobs: [] }
}

function single(
  manifest: ImageManifest,
  platform: Platform,
  { place, look }: { place: Place; look: Look },
): PlatformEvidence | undefined {
  if (!isImageConfig(manifest.config.mediaType)) return { kind: 'unread', platform }
  const config = look.config({ ask: 'config', config: manifest.config, ...place })
  return config && { kind: 'single', platform, config, blobs: [] }
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
