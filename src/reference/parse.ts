import { digestError } from './digest.ts'
import { splitDomain } from './domain.ts'
import { matchReference, type Parts } from './grammar.ts'
import { explain } from './reason.ts'
import type { ParsedReference, Reference, ReferenceError, ReferenceErrorClass } from './types.ts'

/**
 * Longest text that is looked at. A valid path, tag and digest have at most 255, 128 and 135 characters and a host name
 * 253 (RFC 1035, 2.3.4), so nothing that a registry could serve is longer.
 */
const longest = 4096

/** Parses an image reference as the kubelet does (ParseNormalizedNamed), with its order of errors. */
export function parseReference(written: string): ParsedReference {
  if (written.length > longest) return tooLong(written)
  if (/^[a-f0-9]{64}$/.test(written)) return failure(written, 'hex64')
  const { domain, rest } = splitDomain(written)
  const name = rest.split(':', 1)[0] ?? ''
  if (name.toLowerCase() !== name) return failure(written, 'uppercase')
  const full = `${domain}/${rest}`
  const parts = matchReference(full)
  if (parts === undefined) return failure(written, matchReference(full.toLowerCase()) ? 'uppercase' : 'format')
  if (parts.path.length > 255) return failure(written, 'too-long')
  const wrong = parts.digest === null ? undefined : digestError(parts.digest)
  return wrong === undefined ? reference(written, parts) : failure(written, wrong)
}

function tooLong(written: string): ReferenceError {
  return { kind: 'reference-error', written, error: 'too-long', reason: { code: 'too-long', detail: '' } }
}

function reference(written: string, parts: Parts): Reference {
  const { domain, path, tag, digest } = parts
  const repository = domain === '' ? path : `${domain}/${path}`
  const tagged = `${repository}:${tag ?? 'latest'}`
  if (digest === null) return { kind: 'reference', written, ...parts, repository, normalized: tagged, pull: tagged }
  const pull = `${repository}@${digest}`
  const normalized = tag === null ? pull : `${tagged}@${digest}`
  return { kind: 'reference', written, ...parts, repository, normalized, pull }
}

function failure(written: string, error: ReferenceErrorClass): ReferenceError {
  return { kind: 'reference-error', written, error, reason: explain(written, error) }
}
