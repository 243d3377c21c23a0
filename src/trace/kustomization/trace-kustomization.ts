import type { KustomizeSource } from '../../discover/types.ts'
import type { Rendered } from '../../render/types.ts'
import type { World } from '../../world.ts'
import { kustomizationFiles } from './kustomization-files.ts'
import { traceFiles, type FilesTracer, type UsesToTrace } from './trace-files.ts'
import type { TextFiles } from '../text/text-file.ts'
import type { Location } from '../types.ts'

/** Builds a kustomization once more, from copies of its files: texts by root-relative path. */
export type BuildCopy = (source: KustomizeSource, copy: ReadonlyMap<string, string>) => Promise<Rendered>

/** A kustomization whose uses are to be traced. */
export interface KustomizationToTrace extends UsesToTrace {
  readonly source: KustomizeSource
}

/** What tracing works with. */
export interface KustomizationTracer extends Omit<FilesTracer, 'render'> {
  readonly build: BuildCopy
  readonly files: World['files']
  readonly texts: TextFiles
}

/** Finds the texts behind images in all files that a kustomization reads. */
export async function traceKustomization(
  { source, ...uses }: KustomizationToTrace,
  { build, files, texts, ...tracer }: KustomizationTracer,
): Promise<ReadonlyMap<string, readonly Location[]>> {
  const read = await kustomizationFiles(source.path, { files, texts })
  if (read === undefined) return new Map()
  const traced = await traceFiles({ files: read, ...uses }, { ...tracer, render: copy => build(source, copy) })
  return traced.locations
}
