import type { PullPlan } from '../../plan/types.ts'
import { isImageConfig } from '../../probe/content.ts'
import type { ImageManifest, Manifest, UnreadManifest } from '../../registry/content/types.ts'
import { unsupportedVerdict } from './child.ts'
import type { Draft } from '../draft.ts'
import { isLayer } from './layers.ts'
import { subject } from '../subject.ts'
import type { Verdict } from '../types.ts'
import { unanswered } from '../unanswered.ts'

/** What is wrong with the manifest itself, whatever the platform. */
export function judgeWhole(plan: PullPlan, manifest: Manifest): Draft | undefined {
  const args = { ...subject(plan), mediaType: manifest.mediaType }
  switch (manifest.kind) {
    case 'unsupported':
      return {
        code: 'unsupported-manifest',
        verdict: unsupportedVerdict(plan, manifest.why),
        args: { ...args, reason: manifest.why },
      }
    case 'invalid':
      return {
        code: 'manifest-invalid',
        verdict: 'unpullable',
        args: { ...args, reason: manifest.why, detail: manifest.detail },
      }
    case 'unread':
      return unread(plan, manifest)
    case 'manifest':
      return isImage(manifest) ? undefined : artifact(plan, manifest)
    case 'index':
      return undefined
  }
}

function unread(plan: PullPlan, { because }: UnreadManifest): Draft {
  const args = subject(plan)
  const answers = [because]
  switch (because.kind) {
    case 'failed':
    case 'limited':
    case 'blocked':
      return { ...unanswered(because, args), notChecked: ['platform', 'content'] }
    case 'refused':
      return {
        code: 'access-denied',
        verdict: 'unknown',
        answers,
        args: { ...args, status: because.status, reason: 'body-refused' },
      }
    case 'absent':
      return {
        code: 'registry-error',
        verdict: 'unknown',
        answers,
        args: { ...args, reason: 'head-and-get-differ' },
      }
  }
}

// a signature has the config of an image, and layers that are none
function isImage({ config, layers }: ImageManifest): boolean {
  return isImageConfig(config.mediaType) && (layers.length === 0 || layers.some(isLayer))
}

/**
 * An artifact of another kind. Measured on containerd 1.7 to 2.4: both implementations pull one with config and layers of
 * its own types; one that reuses those of an image fails the local pull only, which unpacks it.
 */
function artifact(plan: PullPlan, { config, layers, artifactType }: ImageManifest): Draft {
  const hasConfig = isImageConfig(config.mediaType)
  const own = hasConfig ? layers[0] : config
  return {
    code: 'not-an-image',
    verdict: artifactVerdict(plan, { hasConfig, hasLayer: layers.some(isLayer) }),
    severity: 'error',
    args: { ...subject(plan), mediaType: artifactType ?? own?.mediaType },
  }
}

interface Looks {
  readonly hasConfig: boolean
  readonly hasLayer: boolean
}

function artifactVerdict({ environment }: PullPlan, { hasConfig, hasLayer }: Looks): Verdict {
  switch (environment.runtime) {
    case 'cri-o':
      return 'unknown'
    case 'containerd-transfer':
      return 'pullable'
    case 'containerd-local':
      // with an image's config it depends on the digests that the config lists, and on the version
      if (hasConfig) return 'unknown'
      return hasLayer ? 'unpullable' : 'pullable'
    case 'containerd':
      return hasConfig || hasLayer ? 'unknown' : 'pullable'
  }
}
