import { valueAt } from '../../extract/document/untyped.ts'
import type { Files } from '../../world.ts'
import { mapsAt, stringAt } from './fields.ts'
import type { DeliveryObject } from './objects.ts'
import { repositoryName, repositoryPath } from './own-repository.ts'
import { resolvePath } from '../survey/root-path.ts'

/**
 * By which address the objects know the repository whose remote this is: a fork's still name the one that it comes from.
 * Where none names the remote, but one of the same name, that is the one.
 */
export function ownAddress(remote: string, objects: readonly DeliveryObject[]): string {
  const urls = objects.flatMap(gitUrls)
  if (urls.some(url => repositoryPath(url) === repositoryPath(remote))) return remote
  return urls.find(url => repositoryName(url) === repositoryName(remote)) ?? remote
}

function gitUrls({ kind, body }: DeliveryObject): readonly string[] {
  if (kind === 'GitRepository') return [stringAt(body, 'spec', 'url') ?? '']
  return sourcesOf(kind, body).flatMap(source => stringAt(source, 'repoURL') ?? [])
}

/**
 * The git URL that most likely is the repository's own, where it has no remote: the one whose paths, as the objects name
 * them, lie here most often. A path of `.` lies everywhere, and tells nothing.
 */
export async function guessOwn(objects: readonly DeliveryObject[], files: Files): Promise<string | undefined> {
  const counts = new Map<string, { readonly url: string; count: number }>()
  for (const { url, path } of objects.flatMap(object => namedPaths(object, objects))) {
    const inside = resolvePath('.', path.replace(/^\/+/, ''))
    const isHere = inside !== undefined && inside !== '.' && (await files.kind(inside)) !== 'absent'
    if (!isHere) continue
    const name = repositoryPath(url) ?? url
    const counted = counts.get(name) ?? { url, count: 0 }
    counted.count += 1
    counts.set(name, counted)
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.url
}

interface NamedPath {
  readonly url: string
  readonly path: string
}

function namedPaths({ kind, body }: DeliveryObject, objects: readonly DeliveryObject[]): readonly NamedPath[] {
  if (kind !== 'Kustomization') {
    return sourcesOf(kind, body).flatMap(source => named(stringAt(source, 'repoURL'), stringAt(source, 'path')))
  }
  const spec = valueAt(body, 'spec')
  const name = stringAt(spec, 'sourceRef', 'name')
  const source = objects.find(object => object.kind === 'GitRepository' && object.name === name)
  return named(stringAt(source?.body, 'spec', 'url'), stringAt(spec, 'path'))
}

/** Of an Application, or of those that an ApplicationSet makes. */
function sourcesOf(kind: string, body: unknown): readonly unknown[] {
  const spec = kind === 'ApplicationSet' ? valueAt(body, 'spec', 'template', 'spec') : valueAt(body, 'spec')
  return [...mapsAt(spec, 'sources'), ...mapsAt({ one: [valueAt(spec, 'source')] }, 'one')]
}

function named(url: string | undefined, path: string | undefined): readonly NamedPath[] {
  return url === undefined || path === undefined ? [] : [{ url, path }]
}
