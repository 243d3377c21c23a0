import { podSpecPath } from '../extract/pods/pod-kinds.ts'
import type { ComposedImage, CustomResourceRow } from '../extract/custom-resources/types.ts'
import { quoted } from './problem.ts'
import type { Reader } from './reader.ts'
import type { ConfigResource } from './custom-resource-shape.ts'

/** Where further kinds of custom resources name images, as the configuration says it. */
export function readCustomResources(reader: Reader): readonly CustomResourceRow[] {
  const written = reader.file?.config['custom-resources'] ?? []
  const kinds = written.map(({ kind }) => kind)
  return written.map((entry, index) => {
    const place = reader.placeOf(['custom-resources', index, 'kind'])
    const origin = { kind: 'file', place } as const
    const first = kinds.indexOf(entry.kind)
    const { line } = reader.placeOf(['custom-resources', first, 'kind'])
    const why = first === index ? wrongEntry(entry) : `${quoted(entry.kind)} has its fields from line ${line} already`
    if (why !== undefined) reader.wrong(origin, why)
    reader.note({ key: `custom-resources[${index}]`, shown: shown(entry), origin })
    return rowOf(entry)
  })
}

const imageKeys = ['images', 'image-parts', 'containers', 'pod-templates', 'pod-specs'] as const
const podKeys = ['pull-secrets', 'service-account', 'namespace'] as const

function wrongEntry(entry: ConfigResource): string | undefined {
  const [group = '', kind = ''] = entry.kind.split('/')
  if (podSpecPath(group, kind) !== undefined)
    return `${quoted(entry.kind)} is a kind of Kubernetes itself, whose images are known: remove this entry`
  const isEmpty = [...imageKeys, ...podKeys].every(key => (entry[key] ?? []).length === 0)
  return isEmpty ? `nothing is said of ${quoted(entry.kind)}: give it one of ${imageKeys.join(', ')}` : undefined
}

function shown(entry: ConfigResource): string {
  const paths = (key: (typeof imageKeys | typeof podKeys)[number]): readonly string[] => {
    if (key === 'image-parts') return entry[key]?.map(({ at }) => at) ?? []
    const value = entry[key] ?? []
    return typeof value === 'string' ? [value] : value
  }
  const told = [...imageKeys, ...podKeys].filter(key => paths(key).length > 0)
  return [entry.kind, ...told.map(key => `${key} ${paths(key).join(', ')}`)].join('; ')
}

function rowOf(entry: ConfigResource): CustomResourceRow {
  const [group = '', kind = ''] = entry.kind.split('/')
  const one = (path: string | undefined) => (path === undefined ? undefined : [path])
  return {
    group,
    kinds: [kind],
    images: entry.images,
    composed: entry['image-parts']?.map(composedOf),
    containers: entry.containers,
    templates: entry['pod-templates'],
    pods: entry['pod-specs'],
    pullSecrets: one(entry['pull-secrets']),
    serviceAccounts: one(entry['service-account']),
    namespace: entry.namespace,
  }
}

function composedOf(parts: NonNullable<ConfigResource['image-parts']>[number]): ComposedImage {
  const { at, registry = 'registry', repository = 'repository', tag = 'tag', digest = 'digest', defaults } = parts
  return { at, registry, repository, tag, digest, defaults }
}
