import { Buffer } from 'node:buffer'
import * as core from '@actions/core'
import type { CheckRequest } from '../config/types.ts'

/** Tells the runner that the token must never stand in a log. */
export function maskToken(token: string | undefined): void {
  mask([token ?? ''])
}

/** Tells it the same of every login that the request was given: inside pull secrets and the nodes' own docker config. */
export function maskLogins({ pullSecrets, environments }: Pick<CheckRequest, 'pullSecrets' | 'environments'>): void {
  const nodes = environments.map(({ nodeCredentials }) => nodeCredentials)
  const configs = nodes.flatMap(node => (node.kind === 'docker-config' ? node.content : []))
  const contents = [...pullSecrets.map(({ content }) => content), ...configs].map(content => content.reveal())
  mask([...contents, ...contents.flatMap(passwords)])
}

function mask(texts: readonly string[]): void {
  for (const text of texts) if (text.trim() !== '') core.setSecret(text)
}

// user names are left alone: masking a common word would shred the log
function passwords(content: string): readonly string[] {
  const fields = content.matchAll(/"(password|auth|identitytoken|registrytoken)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)
  return [...fields].flatMap(([, name, written = '']) => {
    const value = unescaped(written)
    return name === 'auth' ? [written, value, passwordOf(value)] : [written, value]
  })
}

/** `auth` is the base64 of `user:password`. */
function passwordOf(auth: string): string {
  const pair = Buffer.from(auth, 'base64').toString()
  const colon = pair.indexOf(':')
  return colon === -1 ? '' : pair.slice(colon + 1)
}

function unescaped(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`))
  } catch {
    return written
  }
}
