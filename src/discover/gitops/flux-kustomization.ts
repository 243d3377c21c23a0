import { join } from 'node:path/posix'
import { valueAt } from '../../extract/document/untyped.ts'
import { entriesBelow } from '../survey/entries-below.ts'
import { kustomizeSources } from '../kustomize/kustomize-sources.ts'
import { kustomizationNames } from '../kustomize/kustomization.ts'
import { manifestExtent, manifestFiles } from '../survey/manifest-files.ts'
import type {
  KustomizeSource,
  ManifestSource,
  Source,
  UnresolvedSource,
  SourceGap,
  Substitution,
  WrittenText,
} from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { delivered, unresolved } from './delivered.ts'
import type { Delivery } from './delivered.ts'
import { findComponents } from './components.ts'
import { copiedPath } from './external-artifact.ts'
import { listed, pick, stringAt, stringsAt } from './fields.ts'
import { folderKind } from './folder-kind.ts'
import { localPath } from './local-path.ts'
import type { LocalPath } from './local-path.ts'
import type { DeliveryObject } from './objects.ts'
import { sourcePlace } from './source-object.ts'
import { substitutionOf } from './substitute-from.ts'
import { writtenFields } from './written-text.ts'

const overlayKeys = ['images', 'patches', 'patchesStrategicMerge', 'patchesJson6902', 'namePrefix', 'nameSuffix']

interface Applied {
  readonly overlay: Readonly<Record<string, unknown>>
  readonly overlayAt: Readonly<Record<string, WrittenText>>
  readonly substitution: Substitution | undefined
  readonly namespace: string | undefined
  readonly gaps: readonly SourceGap[]
}

/**
 * What a Flux Kustomization applies (https://fluxcd.io/flux/components/kustomize/kustomizations/): the kustomization at
 * its path, or all manifests and kustomizations below where there is none.
 */
export async function kustomizationSources(
  object: DeliveryObject,
  context: DeliveryContext,
): Promise<readonly Source[]> {
  const delivery: Delivery = { kind: 'flux', object }
  const spec = valueAt(object.body, 'spec')
  const at = await sourcePath(object, context)
  if (at.kind === 'elsewhere') return [unresolved(delivery, at)]
  const { folders, gaps } = await findComponents(stringsAt(spec, 'components'), at.path, context)
  const fields = pick(spec, overlayKeys)
  const target = stringAt(spec, 'targetNamespace')
  const applied: Applied = {
    overlay: { ...fields, ...pick({ namespace: target }, ['namespace']), ...listed('components', folders) },
    overlayAt: writtenFields(object, ['spec'], fields),
    substitution: substitutionOf(object, context),
    namespace: target,
    gaps,
  }
  const isKustomization = (await folderKind(context.files, at.path)) === 'kustomization'
  if (isKustomization) return builtAt(delivery, at.path, { applied, context })
  return generated(delivery, at.path, { applied, context })
}

async function sourcePath({ body, namespace }: DeliveryObject, context: DeliveryContext): Promise<LocalPath> {
  const source = { reference: valueAt(body, 'spec', 'sourceRef'), namespace }
  const path = stringAt(body, 'spec', 'path') ?? '.'
  const kind = stringAt(source.reference, 'kind')
  const shown = `${kind ?? 'source'} ${stringAt(source.reference, 'name') ?? ''}`
  const copied = kind === 'ExternalArtifact' ? copiedPath(source, path, context) : { source, path }
  if (copied !== undefined) {
    const place = sourcePlace(copied.source, context)
    const at = await localPath(place, copied.path, context)
    if (at.kind === 'elsewhere' && kind === 'OCIRepository') return (await belowRoot(place.url, path, context)) ?? at
    return at.kind === 'elsewhere' && place.url === undefined ? { ...at, detail: `${shown} ${path}` } : at
  }
  return {
    kind: 'elsewhere',
    why: 'remote-source',
    detail: `${shown} ${path}`,
  }
}

/** An artifact may hold a folder of the repository as its root; where it does, the path lies in one of them alone. */
async function belowRoot(
  url: string | undefined,
  path: string,
  context: DeliveryContext,
): Promise<LocalPath | undefined> {
  const list = url === undefined && path.split('/').length > 2 ? await context.files.list('.') : undefined
  const folders = list?.kind === 'entries' ? list.entries.filter(({ kind }) => kind === 'folder') : []
  const found = await Promise.all(folders.map(({ name }) => localPath({ url: undefined }, join(name, path), context)))
  const [at, another] = found.filter(({ kind }) => kind === 'local')
  return another === undefined ? at : undefined
}

interface Work {
  readonly applied: Applied
  readonly context: DeliveryContext
}

/** The kustomization at a path, with its parts where it can't be built as a whole. */
async function builtAt(delivery: Delivery, path: string, { applied, context }: Work): Promise<readonly Source[]> {
  const [whole, ...parts] = (await kustomizeSources(context.files, [path], new Set([path]))).sources
  if (whole === undefined) return [unresolved(delivery, { why: 'unreadable', detail: path })]
  const ofParts = parts.map(part => delivered({ ...delivery, part: part.path }, asFluxLoads(part), applied))
  return [delivered(delivery, asFluxLoads(whole), applied), ...ofParts]
}

/** Flux lets a kustomization load all files of the source; what it names was looked at before, but for plugins. */
function asFluxLoads<Found extends KustomizeSource | UnresolvedSource>(found: Found): Found {
  return found.kind === 'kustomize' && found.hasPlugins !== true ? { ...found, loadsAnywhere: true } : found
}

// names that begin with a dot are applied like others, but for those (https://fluxcd.io/flux/components/source/gitrepositories/#default-exclusions)
const leftOut = /(?:^|\/)(?:\.git|\.github|\.circleci)\/|(?:^|\/)(?:\.travis|\.gitlab-ci|appveyor|\.drone)\.yml$/

async function generated(delivery: Delivery, path: string, work: Work): Promise<readonly Source[]> {
  const { files } = work.context
  const found = await entriesBelow(files, path, manifestExtent)
  const entries = found.entries.filter(entry => !leftOut.test(entry.path))
  const folders = entries
    .filter(({ entry }) => kustomizationNames.includes(entry.name))
    .map(entry => join(entry.path, '..'))
  const tops = folders.filter(folder => !folders.some(other => folder.startsWith(`${other}/`))).toSorted()
  const loose = entries.filter(
    ({ entry, path: file }) => entry.kind === 'file' && !tops.some(top => file.startsWith(`${top}/`)),
  )
  const applied = await manifestFiles(
    files,
    loose.map(entry => entry.path),
  )
  const inner: ManifestSource = { kind: 'manifests', id: '', path, label: '', files: applied }
  const manifests = applied.length === 0 ? [] : [delivered(delivery, inner, work.applied)]
  const built = await Promise.all(tops.map(top => builtAt({ ...delivery, part: top }, top, work)))
  return [...manifests, ...built.flat()]
}
