import { valueAt } from '../../extract/document/untyped.ts'
import type { Files } from '../../world.ts'
import { mapsAt, stringAt } from './fields.ts'
import type { DeliveryObject } from './objects.ts'
import { repositoryName } from './own-repository.ts'
import { resolvePath } from '../survey/root-path.ts'

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
    const name = repositoryName(url) ?? url
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
  const spec = kind === 'ApplicationSet' ? valueAt(body, 'spec', 'template', 'spec') : valueAt(body, 'spec')
  if (kind !== 'Kustomization') {
    const sources = [...mapsAt(spec, 'sources'), ...mapsAt({ one: [valueAt(spec, 'source')] }, 'one')]
    return sources.flatMap(source => named(stringAt(source, 'repoURL'), stringAt(source, 'path')))
  }
  const name = stringAt(spec, 'sourceRef', 'name')
  const source = objects.find(object => object.kind === 'GitRepository' && object.name === name)
  return named(stringAt(source?.body, 'spec', 'url'), stringAt(spec, 'path'))
}

function named(url: string | undefined, path: string | undefined): readonly NamedPath[] {
  return url === undefined || path === undefined ? [] : [{ url, path }]
}
