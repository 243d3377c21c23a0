import { join } from 'node:path/posix'
import type { Files } from '../../world.ts'
import { kustomizationReferences } from './kustomization-references.ts'
import type { KustomizationReferences } from './kustomization-references.ts'
import { isMapping, loadYaml } from '../load-yaml.ts'
import { pluginConfigurations } from './plugin-files.ts'
import type { PluginConfiguration } from './plugin-files.ts'
import { isRemoteReference } from './remote-reference.ts'
import { resolvePath } from '../survey/root-path.ts'
import type { SourcePlace, UnresolvedReason } from '../types.ts'

/** The names that kustomize looks for. */
export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** One kustomization file, read without running anything. */
export interface Kustomization {
  /** Meant to be included by others, not to be built by itself. */
  readonly component: boolean
  /** Root-relative paths that it includes: other kustomizations, and files that are part of it. */
  readonly includes: readonly string[]
  readonly hasPlugins: boolean
  /** It only lists others, and changes nothing in them that matters for images. */
  readonly isList?: boolean | undefined
  readonly trouble?: KustomizationTrouble | undefined
}

/** Why it is not handed to kustomize. */
export interface KustomizationTrouble {
  readonly why: UnresolvedReason
  readonly detail: string
  readonly definedAt?: SourcePlace | undefined
}

/** The kustomization of a folder; undefined where there is none. */
export async function readKustomization(files: Files, folder: string): Promise<Kustomization | undefined> {
  for (const name of kustomizationNames) {
    const file = join(folder, name)
    const read = await files.read(file)
    if (read.kind === 'absent' || read.kind === 'not-a-file') continue
    const text = read.kind === 'text' ? read.text : ''
    const value = loadYaml(text)
    if (!isMapping(value)) {
      return {
        component: false,
        includes: [],
        hasPlugins: false,
        trouble: { ...unreadable(`${file} can't be read`), definedAt: { file } },
      }
    }
    // kustomize tells paths from where a linked folder really is
    return understand({ files, folder: (await files.real(folder)) ?? folder, file, text }, value)
  }
  return undefined
}

interface Place {
  readonly files: Files
  readonly folder: string
  readonly file: string
  readonly text: string
}

const listKeys: ReadonlySet<string> = new Set([
  'apiversion',
  'kind',
  'metadata',
  'resources',
  'bases',
  'namespace',
  'labels',
  'commonlabels',
  'commonannotations',
  'sortoptions',
])

async function understand(place: Place, value: Readonly<Record<string, unknown>>): Promise<Kustomization> {
  const references = kustomizationReferences(value)
  const all = [...references.resources, ...references.plugins, ...references.files]
  const includes = all.map(reference => resolvePath(place.folder, reference))
  return {
    component: value['kind'] === 'Component',
    includes: includes.filter(path => path !== undefined),
    hasPlugins: references.plugins.length > 0,
    isList: Object.keys(value).every(key => listKeys.has(key.toLowerCase())),
    trouble: (await findTrouble(place, references)) ?? inflatesCharts(place, value),
  }
}

/** kustomize runs helm for these, which fetches by itself, and only where a flag allows it (`--enable-helm`). */
function inflatesCharts(place: Place, value: Readonly<Record<string, unknown>>): KustomizationTrouble | undefined {
  const keys = ['helmcharts', 'helmchartinflationgenerator']
  const key = Object.keys(value).find(name => keys.includes(name.toLowerCase()))
  if (key === undefined) return undefined
  const detail = `${place.file} has ${key}, for which kustomize needs --enable-helm`
  return { why: 'unsupported', detail, definedAt: placeOf(place, `${key}:`) }
}

/** kustomize would fetch what is remote by itself, and reads bases outside of the repository. */
async function findTrouble(place: Place, found: KustomizationReferences): Promise<KustomizationTrouble | undefined> {
  const { resources, plugins, files } = found
  const all = [...resources, ...plugins, ...files]
  const remote = all.find(isRemoteReference)
  if (remote !== undefined) {
    return { why: 'remote-base', detail: `${place.file} includes ${remote}`, definedAt: placeOf(place, remote) }
  }
  const secret = all.find(reference => inGit.test(reference) && !/[\r\n]/.test(reference))
  if (secret !== undefined) return unreadable(`${place.file} includes ${secret}, which lies in .git`)
  const configurations = await pluginConfigurations(place.files, place, plugins)
  const inline = new Set(configurations.flatMap(({ where }, at) => (where === place.file ? plugins[at] : [])))
  for (const reference of all.filter(text => !inline.has(text) && !/[\r\n]/.test(text))) {
    const path = resolvePath(place.folder, reference)
    if (path === undefined || (await place.files.kind(path)) === 'outside') {
      return unreadable(`${place.file} includes ${reference}, which lies outside of the repository`)
    }
  }
  return configurations.map(pluginTrouble).find(trouble => trouble !== undefined)
}

/** The first line that holds a text. */
function placeOf({ file, text }: Place, wanted: string): SourcePlace {
  const at = text.split('\n').findIndex(line => line.includes(wanted))
  return { file, line: at === -1 ? undefined : at + 1 }
}

// where a checkout keeps its token
const inGit = /(?:^|[/=])\.git(?:\/|$)/im

function pluginTrouble(plugin: PluginConfiguration): KustomizationTrouble | undefined {
  const { where } = plugin
  if (plugin.kind !== 'read') {
    const why = plugin.kind === 'built' ? 'is itself built, and may read anything' : "can't be read"
    return unreadable(`the plugin configuration ${where} ${why}`)
  }
  const urls = plugin.texts.flatMap(text => /https?:\/\/[^\s"']+/i.exec(text) ?? [])
  if (urls[0] !== undefined) return { why: 'remote-base', detail: `${where} names ${urls[0]}` }
  return plugin.texts.some(text => inGit.test(text)) ? unreadable(`${where} names a file in .git`) : undefined
}

function unreadable(detail: string): KustomizationTrouble {
  return { why: 'unreadable', detail }
}
