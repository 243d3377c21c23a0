import { z } from 'zod'
import { lineOf, parseToml } from './parse-toml.ts'
import { writtenHost, writtenHostShape } from './written-host.ts'
import type { WrittenHost } from './written-host.ts'

export type HostsFile =
  | { readonly kind: 'hosts'; readonly hosts: readonly WrittenHost[] }
  /** A fault anywhere discards the whole file. */
  | { readonly kind: 'discarded'; readonly why: string; readonly line?: number | undefined }

const shape = writtenHostShape.extend({
  server: z.string().optional(),
  host: z.record(z.string(), writtenHostShape).optional(),
})

// far more than any node has; a file of a pull request could name thousands, each a question to ask
const mostHosts = 32

/**
 * The hosts of a hosts.toml in the order in which containerd tries them: those of `[host."…"]` tables as the file lists
 * them, then `server`, or without one the registry itself (core/remotes/docker/config/hosts.go, parseHostsFile).
 */
export function parseHostsFile(text: string): HostsFile {
  const parsed = parseToml(text, shape)
  if (parsed.kind === 'wrong') return { kind: 'discarded', why: parsed.why, line: parsed.line }
  const { server = '', host = {}, ...own } = parsed.value
  const faults: Fault[] = []
  const read = (url: string, settings: z.infer<typeof writtenHostShape>) =>
    writtenHost({ url, settings }, (why, word) => void faults.push({ why, word }))
  const mirrors = Object.entries(host).filter(([url]) => hasTable(text, url))
  const hosts = mirrors.slice(0, mostHosts).map(([url, settings]) => read(url, settings))
  const last = upstream(read(server, own))
  const [fault] = faults
  if (fault === undefined) return { kind: 'hosts', hosts: [...hosts, last] }
  return { kind: 'discarded', why: fault.why, line: lineOf(text, fault.word) }
}

interface Fault {
  readonly why: string
  readonly word: string
}

// containerd takes the order from table headers, and a host that has none is not in it
function hasTable(text: string, url: string): boolean {
  return text.split('\n').some(line => /^\s*\[\s*host\s*\./.test(line) && line.includes(url))
}

// capabilities of the whole file are those of `server`; the registry itself can do everything
function upstream(own: WrittenHost): WrittenHost {
  return own.address === undefined ? { ...own, pulls: true, resolves: true } : own
}
