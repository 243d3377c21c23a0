const shape =
  /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d+)?\/)?[a-z0-9][a-z0-9._/-]*(?::[\w][\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/
const host = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\/|^localhost(?::\d+)?\//

/**
 * Whether a text that stands where an image may stand is very likely one: it parses, and it has a registry, or a path
 * and a tag, or a digest. A bare word or `name:port` proves nothing.
 */
export function isReferenceLike(text: string): boolean {
  if (text.length > 512 || text.includes('//') || !shape.test(text)) return false
  if (text.includes('@sha256:') || host.test(text)) return true
  return /\/[^/]+:[^/]+$/.test(text)
}
