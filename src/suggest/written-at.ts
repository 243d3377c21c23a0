import type { Location } from '../trace/types.ts'
import type { ReadLine } from './types.ts'

/** The text at a place that is certain and on one line. */
export async function writtenAt(location: Location, readLine: ReadLine): Promise<string | undefined> {
  const { file, line, column, endLine, endColumn, confidence } = location
  if (confidence !== 'exact' || line === undefined || column === undefined) return undefined
  if (endLine !== line || endColumn === undefined) return undefined
  return (await readLine(file, line))?.slice(column - 1, endColumn - 1)
}
