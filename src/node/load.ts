import type { Environment } from '../config/types.ts'
import type { Files } from '../world.ts'
import type { NodeFileNote, NodeRegistries } from './types.ts'

/** The registry configuration of every environment's nodes, by the environment's name. */
export interface NodeHosts {
  readonly registries: ReadonlyMap<string, NodeRegistries>
  readonly notes: readonly NodeFileNote[]
}

interface Loaded {
  readonly registries: NodeRegistries
  readonly notes: readonly NodeFileNote[]
}

/** Reads the hosts.toml trees and registries.conf files that environments name; each kind counts for its runtime. */
export async function loadNodeHosts(
  environments: readonly Environment[],
  files: Pick<Files, 'read' | 'list'>,
): Promise<NodeHosts> {
  const loaded = await Promise.all(environments.map(environment => load(environment, files)))
  return {
    registries: new Map(environments.map(({ name }, at) => [name, loaded[at]?.registries ?? { kind: 'direct' }])),
    notes: loaded.flatMap(({ notes }) => notes),
  }
}

async function load(environment: Environment, files: Pick<Files, 'read' | 'list'>): Promise<Loaded> {
  const { runtime, hostsDir, registriesConf } = environment
  const [read, other] = runtime === 'cri-o' ? [registriesConf, hostsDir] : [hostsDir, registriesConf]
  const notes: readonly NodeFileNote[] = other === undefined ? [] : [{ file: other, why: 'not-read', detail: runtime }]
  const loaded = await loadOwn(runtime, read, files)
  return { ...loaded, notes: [...loaded.notes, ...notes] }
}

async function loadOwn(
  runtime: Environment['runtime'],
  path: string | undefined,
  files: Pick<Files, 'read' | 'list'>,
): Promise<Loaded> {
  if (path === undefined) return { registries: { kind: 'direct' }, notes: [] }
  return runtime === 'cri-o' ? loadConf(path, files) : loadTree(path, files)
}

async function loadTree(root: string, files: Pick<Files, 'read' | 'list'>): Promise<Loaded> {
  // the schemas cost a tenth of a second, and few runs have such files
  const { readHostsTree } = await import('./hosts-tree.ts')
  const { folders, notes } = await readHostsTree(root, files)
  return { registries: { kind: 'hosts-tree', folders }, notes }
}

async function loadConf(file: string, files: Pick<Files, 'read'>): Promise<Loaded> {
  const read = await files.read(file)
  if (read.kind !== 'text') {
    const why = read.kind === 'absent' || read.kind === 'denied' || read.kind === 'outside' ? read.kind : 'unreadable'
    return { registries: { kind: 'unusable', file, why }, notes: [{ file, why, detail: '' }] }
  }
  const { parseRegistriesConf } = await import('./registries-conf.ts')
  const parsed = parseRegistriesConf(read.text)
  if (parsed.kind === 'conf') return { registries: { kind: 'registries-conf', file, conf: parsed.conf }, notes: [] }
  const { why: detail, line } = parsed
  const note: NodeFileNote = { file, line, why: 'registries-conf-invalid', detail }
  return { registries: { kind: 'unusable', file, why: detail }, notes: [note] }
}
