import { join } from 'node:path/posix'
import type { DeliveryContext } from './context.ts'
import { mapsAt, stringAt } from './fields.ts'
import { isSame } from './objects.ts'
import type { DeliveryObject } from './objects.ts'
import type { SourceReference } from './source-object.ts'

/** A path of a git source that an artifact is a copy of. */
export interface CopiedPath {
  readonly source: SourceReference
  readonly path: string
}

/**
 * Where a path of an ExternalArtifact comes from, by the `copy` rules of the ArtifactGenerator that makes it
 * (https://fluxcd.io/flux/components/source/artifactgenerators/). Undefined where no rule tells.
 */
export function copiedPath(
  { reference, namespace }: SourceReference,
  path: string,
  { objects, note }: DeliveryContext,
): CopiedPath | undefined {
  const name = stringAt(reference, 'name')
  const inNamespace = stringAt(reference, 'namespace') ?? namespace
  const generators = objects.filter(
    ({ kind, namespace: own }) => kind === 'ArtifactGenerator' && isSame(own, inNamespace),
  )
  generators.forEach(note)
  return generators
    .flatMap(generator => copies(generator, name))
    .map(copy => undoCopy(copy, path))
    .find(copied => copied !== undefined)
}

interface Copy {
  readonly rule: unknown
  readonly generator: DeliveryObject
}

function copies(generator: DeliveryObject, name: string | undefined): readonly Copy[] {
  const artifact = mapsAt(generator.body, 'spec', 'artifacts').find(candidate => stringAt(candidate, 'name') === name)
  return mapsAt(artifact, 'copy').map(rule => ({ rule, generator }))
}

function undoCopy({ rule, generator: { body, namespace } }: Copy, path: string): CopiedPath | undefined {
  const copied = undo(stringAt(rule, 'from') ?? '', stringAt(rule, 'to') ?? '', path)
  const reference = mapsAt(body, 'spec', 'sources').find(source => stringAt(source, 'alias') === copied?.alias)
  if (copied === undefined || reference === undefined) return undefined
  return { source: { reference, namespace }, path: copied.path }
}

/** `@repo/apps/base/**` to `@artifact/base/`: what is `base/x` there is `apps/base/x` in the source. */
function undo(from: string, to: string, path: string): { readonly alias: string; readonly path: string } | undefined {
  const [, alias, folder] = /^@([\w-]+)(?:\/(.*?))?\/?\*\*$/.exec(from) ?? []
  const [, target] = /^@artifact\/?(.*?)\/?$/.exec(to) ?? []
  if (alias === undefined || target === undefined) return undefined
  const asked = join('.', path).replace(/\/$/, '')
  if (target === '') return { alias, path: join(folder ?? '.', asked) }
  const isBelow = asked === target || asked.startsWith(`${target}/`)
  return isBelow ? { alias, path: join(folder ?? '.', asked.slice(target.length)) } : undefined
}
