import { createHash } from 'node:crypto'
import type { WrittenPlatform } from './platform.ts'

/** Bytes a registry holds, under the digest it claims for them (true unless a builder was told to lie). */
export interface Content {
  readonly mediaType: string
  readonly bytes: Buffer
  readonly digest: string
  /** What it names, where it is an index. */
  readonly entries?: readonly WrittenDescriptor[]
}

/** A descriptor as it is written into manifests (OCI image spec, descriptor.md). */
export interface WrittenDescriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: WrittenPlatform
  readonly [more: string]: unknown
}

/** `sha256:<hex>` of bytes. */
export function sha256(bytes: Buffer | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** Content with its true digest; anything but text or bytes is written as JSON. */
export function content(mediaType: string, value: unknown): Content {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  return { mediaType, bytes, digest: sha256(bytes) }
}

/** How a manifest names this content; `more` adds or overrides fields. */
export function descriptor(of: Content, more: Readonly<Record<string, unknown>> = {}): WrittenDescriptor {
  return { mediaType: of.mediaType, digest: of.digest, size: of.bytes.length, ...more }
}
