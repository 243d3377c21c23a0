import { splitDomain } from './domain.ts'
import { isDomain, isPath } from './grammar.ts'
import { residue } from './residue.ts'
import type { ReferenceErrorClass, ReferenceReason, ReferenceReasonCode } from './types.ts'

type Found = ReferenceReason | undefined

/**
 * Why a text is no reference, in the terms of the person who wrote it: what it was meant to be comes before the rule
 * of the grammar that it breaks. `written` is one that does not parse.
 */
export function explain(written: string, error: ReferenceErrorClass): ReferenceReason {
  if (written === '') return say('empty', '')
  if (error === 'hex64') return say('image-id', written)
  if (error === 'too-long') return say('path-too-long', written)
  return wholeText(written) ?? named(written) ?? say('path-characters', written)
}

function say(code: ReferenceReasonCode, detail: string): ReferenceReason {
  return { code, detail: detail.slice(0, 80) }
}

function wholeText(written: string): Found {
  const left = residue(written)
  if (left !== undefined) return say('template-residue', left)
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(written)
  if (scheme !== null) return say('url-scheme', scheme[0])
  return /\s/.test(written) ? say('white-space', written) : undefined
}

function named(written: string): Found {
  const at = written.indexOf('@')
  const beforeDigest = at < 0 ? written : written.slice(0, at)
  const { name, tag } = splitTag(beforeDigest)
  const digest = at < 0 ? undefined : written.slice(at + 1)
  return nameReason(name) ?? tagReason(tag) ?? digestReason(digest)
}

// a colon before the last slash belongs to a port
function splitTag(text: string): { readonly name: string; readonly tag: string | undefined } {
  const colon = text.indexOf(':', text.lastIndexOf('/') + 1)
  return colon < 0 ? { name: text, tag: undefined } : { name: text.slice(0, colon), tag: text.slice(colon + 1) }
}

function nameReason(name: string): Found {
  if (name === '') return say('missing-name', '')
  const { domain, rest } = splitDomain(name)
  const path = rest.startsWith('library/') && !name.includes('/') ? name : rest
  if (path.split('/').includes('')) return say('empty-path-part', name)
  if (path.toLowerCase() !== path) return say('upper-case', path)
  if (!isPath(path)) return say('path-characters', path)
  return isDomain(domain) ? undefined : hostReason(domain)
}

function hostReason(domain: string): ReferenceReason {
  const [host = '', port] = domain.split(/:(?=[^:\]]*$)/)
  return port !== undefined && !/^\d+$/.test(port) && isDomain(host) ? say('port', domain) : say('host', domain)
}

function tagReason(tag: string | undefined): Found {
  if (tag === undefined) return undefined
  if (tag === '') return say('empty-tag', '')
  if (tag.includes(':')) return say('several-tags', tag)
  if (/^[\w.+-]+$/.test(tag) && tag.includes('+')) return say('plus-in-tag', tag)
  if (!/^\w[\w.-]*$/.test(tag)) return say('tag-characters', tag)
  return tag.length > 128 ? say('tag-too-long', tag) : undefined
}

function digestReason(digest: string | undefined): Found {
  if (digest === undefined) return undefined
  if (digest === '' || digest.endsWith(':')) return say('empty-digest', digest)
  const [algorithm = '', encoded, ...more] = digest.split(':')
  if (encoded === undefined) return say('digest-without-algorithm', digest)
  if (more.length > 0) return say('tag-after-digest', more.join(':'))
  if (/^sha(256|384|512)$/i.test(algorithm) && /^[0-9a-f]+$/i.test(encoded)) return knownDigest(algorithm, encoded)
  return say(/^[0-9a-f]+$/i.test(encoded) ? 'digest-algorithm' : 'digest-characters', digest)
}

function knownDigest(algorithm: string, encoded: string): ReferenceReason {
  const digest = `${algorithm}:${encoded}`
  if (encoded.length !== Number(algorithm.slice(3)) / 4) return say('digest-length', digest)
  return say(digest === digest.toLowerCase() ? 'digest-characters' : 'digest-upper-case', digest)
}
