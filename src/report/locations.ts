import type { Use } from '../extract/types.ts'
import type { Rendered } from '../render/types.ts'
import type { Location } from '../trace/types.ts'
import type { ReportLocation } from './schema.ts'

/** A location as the report writes it: nothing is left out, what is not known is null. */
export function reportLocation(location: Location): ReportLocation {
  const { file, line, column, endLine, endColumn, path, confidence, setBy } = location
  return {
    file,
    line: line ?? null,
    column: column ?? null,
    endLine: endLine ?? null,
    endColumn: endColumn ?? null,
    path: path ?? null,
    confidence,
    ...(setBy === undefined ? {} : { setBy }),
  }
}

/** The path of each source, by id. */
export function sourcePaths(rendered: readonly Rendered[]): ReadonlyMap<string, string> {
  return new Map(rendered.map(({ source }) => [source.id, source.path]))
}

/** The file of a use, without a line: what is known before anything was traced. */
export function useFile(
  { document, field, source }: Pick<Use, 'document' | 'field' | 'source'>,
  paths: ReadonlyMap<string, string>,
): Location {
  return { file: document.origin.file ?? paths.get(source) ?? source, path: field, confidence: 'file' }
}
