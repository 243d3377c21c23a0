import { basename } from 'node:path/posix'
import { valueAt } from '../../extract/document/untyped.ts'
import { compileGlob } from '../../glob/glob.ts'
import { entriesBelow } from '../survey/entries-below.ts'
import { manifestExtent, manifestFiles } from '../survey/manifest-files.ts'
import type { ManifestSource, Source, SourceGap } from '../types.ts'
import type { ArgoSource } from './argo-source.ts'
import type { DeliveryContext } from './context.ts'
import { delivered } from './delivered.ts'
import { stringAt } from './fields.ts'

/** Plain manifests of a folder, and of those below where the Application says so; globs are told from the folder. */
export async function argoDirectory(source: ArgoSource, path: string, { files }: DeliveryContext): Promise<Source> {
  const { fields, delivery, namespace } = source
  const directory = valueAt(fields, 'directory')
  const recurse = valueAt(directory, 'recurse') === true
  const { entries } = await entriesBelow(files, path, {
    ...manifestExtent,
    deepest: recurse ? manifestExtent.deepest : 0,
  })
  const included = matcher(stringAt(directory, 'include'), true)
  const excluded = matcher(stringAt(directory, 'exclude'), false)
  const paths = entries.filter(({ entry }) => entry.kind === 'file').map(entry => entry.path)
  const wanted = paths.filter(file => included(below(path, file)) && !excluded(below(path, file)))
  const found = await manifestFiles(files, wanted)
  const gaps = wanted
    .filter(file => file.endsWith('.jsonnet'))
    .map((detail): SourceGap => ({ why: 'unsupported', detail }))
  const inner: ManifestSource = { kind: 'manifests', id: '', path, label: '', files: found }
  return delivered(delivery, inner, { namespace, gaps })
}

function matcher(glob: string | undefined, without: boolean): (path: string) => boolean {
  if (glob === undefined) return () => without
  const matches = compileGlob(glob.slice(0, 500), 'segment')
  return path => matches(path) || matches(basename(path))
}

function below(folder: string, file: string): string {
  return folder === '.' ? file : file.slice(folder.length + 1)
}
