import { join } from 'node:path/posix'
import type { Files } from '../world.ts'
import { kustomizationReferences } from './kustomization-references.ts'
import type { KustomizationReferences } from './kustomization-references.ts'
import { isMapping, loadYaml } from './load-yaml.ts'
import { findRemoteInPlugins } from './plugin-files.ts'
import { isRemoteReference } from './remote-reference.ts'
import { resolvePath } from './root-path.ts'
import type { UnresolvedReason } from './types.ts'

/** The names that kustomize looks for. */
export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** One kustomization file, read without running anything. */
export interface Kustomization {
  /** Meant to be included by others, not to be built by itself. */
  readonly component: boolean
  /** Root-relative paths that it includes: other kustomizations, and files that are part of it. */
  readonly includes: readonly string[]
  readonly trouble?: KustomizationTrouble | undefined
}

/** Why it is not handed to kustomize. */
export interface KustomizationTrouble {
  readonly why: UnresolvedReason
  readonly detail: string
}

/** The kustomization of a folder; undefined where there is none. */
export async function readKustomization(files: Files, folder: string): Promise<Kustomization | undefined> {
  for (const name of kustomizationNames) {
    const file = join(folder, name)
    const read = await files.read(file)
    if (read.kind === 'absent' || read.kind === 'not-a-file') continue
    const value = read.kind === 'text' ? loadYaml(read.text) : undefined
    if (!isMapping(value)) return { component: false, includes: [], trouble: unreadable(`${file} can't be read`) }
    return understand({ files, folder, file }, value)
  }
  return undefined
}

interface Place {
  readonly files: Files
  readonly folder: string
  readonly file: string
}

async function understand(place: Place, value: Readonly<Record<string, unknown>>): Promise<Kustomization> {
  const references = kustomizationReferences(value)
  const all = [...references.resources, ...references.plugins, ...references.files]
  const includes = all.map(reference => resolvePath(place.folder, reference))
  return {
    component: value['kind'] === 'Component',
    includes: includes.filter(path => path !== undefined),
    trouble: await findTrouble(place, references),
  }
}

/** kustomize would fetch what is remote by itself, and reads bases outside of the repository. */
async function findTrouble(place: Place, found: KustomizationReferences): Promise<KustomizationTrouble | undefined> {
  const { resources, plugins, files } = found
  const remote = [...resources, ...plugins, ...files].find(isRemoteReference)
  if (remote !== undefined) return { why: 'remote-base', detail: `${place.file} includes ${remote}` }
  const local = [...resources, ...plugins].filter(reference => !/[\r\n]/.test(reference))
  for (const reference of local) {
    const path = resolvePath(place.folder, reference)
    if (path === undefined || (await place.files.kind(path)) === 'outside') {
      return unreadable(`${place.file} includes ${reference}, which lies outside of the repository`)
    }
  }
  const paths = plugins.map(reference => resolvePath(place.folder, reference)).filter(path => path !== undefined)
  const inPlugin = await findRemoteInPlugins(place.files, paths)
  return inPlugin === undefined ? undefined : { why: 'remote-base', detail: `${inPlugin.file} names ${inPlugin.url}` }
}

function unreadable(detail: string): KustomizationTrouble {
  return { why: 'unreadable', detail }
}
