import { basename, dirname } from 'node:path/posix'
import { createExclude } from '../survey/exclude.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import { fieldsOf, valueAt } from '../../extract/document/untyped.ts'
import { entriesBelow } from '../survey/entries-below.ts'
import { manifestExtent } from '../survey/manifest-files.ts'
import type { DeliveryContext } from './context.ts'
import { mapsAt, mergedFields, stringAt } from './fields.ts'
import { fillTemplate } from './fill-template.ts'
import type { Generated, Parameters } from './parameters.ts'
import { isOwnRepository } from './own-repository.ts'
import { isPinned } from './revision.ts'

/** A set for each folder, or each file, of our repository that a glob names. */
export async function gitParameters(git: unknown, isGo: boolean, context: DeliveryContext): Promise<Generated> {
  const url = stringAt(git, 'repoURL') ?? ''
  const revision = stringAt(git, 'revision')
  if (!isOwnRepository(url, context.own) || isPinned(revision)) {
    return { sets: [], gaps: [['git generator over', url, revision].filter(Boolean).join(' ')] }
  }
  const prefix = stringAt(git, 'pathParamPrefix')
  const withValues = addValues(valueAt(git, 'values'), isGo)
  const folders = await matching(mapsAt(git, 'directories'), 'folder', context)
  const files = await matching(mapsAt(git, 'files'), 'file', context)
  context.note({ madeWith: files })
  const ofFolders = folders.map(path => withValues(pathParameters(path, prefix, path)))
  const ofFiles = await Promise.all(
    files.map(async file => {
      const sets = await readSets(file, isGo, context)
      return sets.map(set => withValues({ ...set, ...pathParameters(dirname(file), prefix, file) }))
    }),
  )
  return { sets: [...ofFolders, ...ofFiles.flat()], gaps: [] }
}

/** `values` may use the other parameters; one that can't be told is left out, and so said where it is used. */
function addValues(values: unknown, isGo: boolean): (set: Parameters) => Parameters {
  const entries = Object.entries(fieldsOf(values) ?? {})
  if (entries.length === 0) return set => set
  return set => {
    const filled = entries.flatMap(([key, text]): readonly (readonly [string, unknown])[] => {
      const value = fillTemplate(text, set, isGo)
      return value.kind === 'filled' ? [[key, value.value]] : []
    })
    return { ...set, values: Object.fromEntries(filled) }
  }
}

async function matching(
  patterns: readonly unknown[],
  kind: 'file' | 'folder',
  { files }: DeliveryContext,
): Promise<readonly string[]> {
  const of = (excluded: boolean) =>
    patterns
      .filter(pattern => (valueAt(pattern, 'exclude') === true) === excluded)
      .map(entry => stringAt(entry, 'path') ?? '')
  const wanted = of(false)
  if (wanted.length === 0) return []
  const excluded = of(true)
  const { entries } = await entriesBelow(files, '.', { ...manifestExtent, hidden: false })
  const includes = createExclude([...wanted].map(glob => glob.slice(0, 500)))
  const leavesOut = createExclude([...excluded].map(glob => glob.slice(0, 500)))
  const paths = entries.filter(({ entry }) => entry.kind === kind).map(({ path }) => path)
  return paths.filter(path => includes(path) && !leavesOut(path)).toSorted()
}

function pathParameters(folder: string, prefix: string | undefined, file: string): Parameters {
  const path = {
    path: folder,
    basename: basename(folder),
    basenameNormalized: normalized(basename(folder)),
    filename: basename(file),
    filenameNormalized: normalized(basename(file)),
    segments: folder.split('/'),
  }
  return prefix === undefined ? { path } : { [prefix]: { path } }
}

function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '-')
}

/** The maps of a JSON or YAML file; without Go templates, nested keys are joined by dots. */
async function readSets(file: string, isGo: boolean, { files }: DeliveryContext): Promise<readonly Parameters[]> {
  const read = await files.read(file)
  const parsed = read.kind === 'text' ? parseDocument(read.text) : undefined
  const root = parsed?.kind === 'parsed' ? parsed.roots[0] : undefined
  const maps = mapsAt({ all: Array.isArray(root) ? root : [root] }, 'all')
  return isGo ? maps : maps.map(map => ({ ...map, ...flattened(map, '', 0) }))
}

function flattened(value: unknown, prefix: string, depth: number): Parameters {
  const entries = Object.entries(fieldsOf(value) ?? {})
  return mergedFields(
    entries.map(([key, item]) => {
      const name = `${prefix}${key}`
      return fieldsOf(item) === undefined || depth > 20 ? { [name]: item } : flattened(item, `${name}.`, depth + 1)
    }),
  )
}
