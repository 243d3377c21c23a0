import { z } from 'zod'
import type { HostAddress } from './types.ts'

/** The settings of one host, or of the whole file, as hosts.toml writes them (containerd docs/hosts.md). */
export const writtenHostShape = z.looseObject({
  capabilities: z.array(z.string()).optional(),
  ca: z.unknown().optional(),
  client: z.unknown().optional(),
  skip_verify: z.boolean().optional(),
  header: z.record(z.string(), z.unknown()).optional(),
  override_path: z.boolean().optional(),
  dial_timeout: z.string().optional(),
  rewrite: z.unknown().optional(),
})

/** A host rule whose certificate files are not read yet. */
export interface WrittenHost {
  readonly address?: HostAddress | undefined
  readonly pulls: boolean
  readonly resolves: boolean
  readonly skipVerify?: boolean | undefined
  /** Paths as written. */
  readonly ca: readonly string[]
  /** Certificate and key; the key is empty where one file holds both. */
  readonly client: readonly (readonly [certificate: string, key: string])[]
  readonly headers: Readonly<Record<string, string>>
  readonly hasRewrite: boolean
}

/** Told of what makes containerd discard the file; `word` is what it stumbles over. */
export type Complain = (why: string, word: string) => void

interface Written {
  /** As the table or `server` names it; empty for the registry itself. */
  readonly url: string
  readonly settings: z.infer<typeof writtenHostShape>
}

/** Reads one host (containerd core/remotes/docker/config/hosts.go, parseHostConfig). */
export function writtenHost({ url, settings }: Written, complain: Complain): WrittenHost {
  const capabilities = (settings.capabilities ?? []).map(word => word.toLowerCase())
  for (const word of capabilities) if (!known.has(word)) complain(`unknown capability ${word}`, word)
  const has = (word: string) => capabilities.length === 0 || capabilities.includes(word)
  const { dial_timeout: timeout = '' } = settings
  if (!/^(?:|0|[+-]?(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+)$/.test(timeout))
    complain(`invalid duration ${timeout}`, timeout)
  return {
    address: addressOf(url, settings.override_path === true, complain),
    pulls: has('pull'),
    resolves: has('resolve'),
    skipVerify: settings.skip_verify,
    ca: textsOf('ca', settings.ca, complain),
    client: pairs(settings.client, complain),
    headers: headersOf(settings.header ?? {}, complain),
    hasRewrite: settings.rewrite !== undefined,
  }
}

const known = new Set(['pull', 'resolve', 'push', 'referrers'])

function addressOf(written: string, overridesPath: boolean, complain: Complain): HostAddress | undefined {
  if (written === '') return undefined
  const text = written.startsWith('http') ? written : `https://${written}`
  // a name such as `httpd.test` counts as a URL without a scheme, and so as no address
  if (!/^https?:\/\//i.test(text)) return undefined
  const url = URL.parse(text)
  if (url === null) {
    complain(`unable to parse server ${written}`, written)
    return undefined
  }
  const path = url.pathname.replace(/\/+$/, '')
  const scheme = url.protocol === 'http:' ? 'http' : 'https'
  return { scheme, authority: url.host, path: overridesPath || path.endsWith('/v2') ? path : `${path}/v2` }
}

function headersOf(written: Readonly<Record<string, unknown>>, complain: Complain): Readonly<Record<string, string>> {
  const read = Object.entries(written).map(
    ([name, value]) => [name, textsOf(name, value, complain).join(', ')] as const,
  )
  return Object.fromEntries(read)
}

function textsOf(key: string, value: unknown, complain: Complain): readonly string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value) && value.every(one => typeof one === 'string')) return value
  complain(`invalid type for "${key}"`, key)
  return []
}

function pairs(value: unknown, complain: Complain): WrittenHost['client'] {
  if (value === undefined) return []
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.map(one => {
    const [certificate = '', key = '', ...more] = textsOf('client', one, complain)
    if (Array.isArray(one) && (more.length > 0 || key === '')) complain('invalid pair for "client"', 'client')
    return [certificate, key] as const
  })
}
