import { join, relative, sep } from 'node:path'
import { isSharedChunk } from './shared-chunks.ts'

interface Chunk {
  readonly name: string
  readonly facadeModuleId: string | null
  readonly moduleIds: readonly string[]
}

const src = join(import.meta.dirname, '../../src') + sep

/**
 * A chunk's file after the module it stands for: `report-sarif.js` for `src/report/views/sarif.ts`. Without this, files of
 * one name are numbered in an order that any change may shift.
 */
export function chunkFileName({ name, facadeModuleId, moduleIds }: Chunk): string {
  if (isSharedChunk(name)) return `${name}.js`
  const module = facadeModuleId ?? moduleIds.findLast(id => id.startsWith(src))
  if (!module?.startsWith(src)) return `${name}.js`
  const path = relative(src, module).replace(/\.ts$/, '')
  return `${path.replaceAll(/[\\/]/g, '-')}.js`
}
