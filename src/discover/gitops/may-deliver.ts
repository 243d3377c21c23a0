import type { Files } from '../../world.ts'
import { entriesBelow } from '../survey/entries-below.ts'
import { madeOf } from '../changed/made-of.ts'
import { chartExtent } from '../survey/outside-link.ts'
import type { Source } from '../types.ts'

/** Of the sources, those in whose text an object of Argo CD or Flux is mentioned: they may deliver others. */
export async function mayDeliver(sources: readonly Source[], files: Files): Promise<readonly Source[]> {
  const found: Source[] = []
  // one after the other: their files are read at once, and kept by nobody
  for (const source of sources) if (await mentions(await madeOf(source, files), files)) found.push(source)
  return found
}

async function mentions(parts: readonly string[], files: Files): Promise<boolean> {
  for (const part of parts) if (await mentionsBelow(part, files)) return true
  return false
}

async function mentionsBelow(part: string, files: Files): Promise<boolean> {
  const { entries } = await entriesBelow(files, part, chartExtent)
  const paths = entries.length === 0 ? [part] : entries.map(({ path }) => path)
  for (const path of paths) if (await mentionsOne(path, files)) return true
  return false
}

async function mentionsOne(path: string, files: Files): Promise<boolean> {
  if (!/\.(?:ya?ml|json|tpl)$/i.test(path)) return false
  const read = await files.read(path)
  return read.kind === 'text' && /\b(?:argoproj|fluxcd)\.io\//.test(read.text)
}
