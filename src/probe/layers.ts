import type { PullPlan } from '../plan/types.ts'
import type { ImageManifest } from '../registry/content/types.ts'
import { askForPart } from './attempt.ts'
import type { Look } from './look.ts'
import type { Attempt, SeenBlob } from './types.ts'

// Linux mounts at most 500 layers over each other (fs/overlayfs, OVL_MAX_STACK)
const mostLayers = 512

/** Asks for each layer of an image. Undefined while an answer is missing. */
export function askForLayers(
  { layers }: ImageManifest,
  way: { readonly plan: PullPlan; readonly attempt: Attempt; readonly look: Look },
): readonly SeenBlob[] | 'too-many' | undefined {
  const { plan, attempt, look } = way
  const digests = new Set(layers.filter(layer => !isForeign(layer.mediaType)).map(({ digest }) => digest))
  if (digests.size > mostLayers) return 'too-many'
  const asked = [...digests].map(digest => {
    const answer = askForPart(plan, attempt, place => look.exists({ ask: 'exists', content: 'blob', digest, ...place }))
    return answer && { digest, answer }
  })
  const answered = asked.filter(blob => blob !== undefined)
  return answered.length < asked.length ? undefined : answered
}

/** Layers that lie elsewhere by design, for example those of old Windows images (OCI image spec, layer.md). */
function isForeign(mediaType: string): boolean {
  return mediaType.includes('.nondistributable.') || mediaType.includes('.foreign.')
}
