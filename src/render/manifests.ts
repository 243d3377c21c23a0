import type { ManifestSource } from '../discover/types.ts'
import type { Files } from '../world.ts'
import { splitDocuments } from './split.ts'
import type { Slice } from './split.ts'
import type { Document, Rendered, UnreadableFile } from './types.ts'

/** Reads plain manifests: their documents are slices of the files, so lines and columns carry over. */
export async function renderManifests(source: ManifestSource, files: Files): Promise<Rendered> {
  const documents: Document[] = []
  const unreadable: UnreadableFile[] = []
  const add = (slices: readonly Slice[], file: string | undefined): void => {
    for (const { text, line } of slices) {
      documents.push({ text, origin: { source: source.id, file, verbatim: true, index: documents.length, line } })
    }
  }
  if (source.input !== undefined) add(slicesOf('-', source.input), undefined)
  for (const file of source.files) {
    const read = await files.read(file)
    if (read.kind === 'text') add(slicesOf(file, read.text), file)
    else unreadable.push({ file, why: read.kind === 'not-a-file' ? 'absent' : read.kind })
  }
  return { kind: 'rendered', source, documents, unreadable }
}

/** A JSON file is one document: whatever looks like a marker is inside a text. */
function slicesOf(file: string, text: string): readonly Slice[] {
  const content = text.replace(/^\uFEFF/, '')
  const isJson = file.toLowerCase().endsWith('.json') && content.trimStart().startsWith('{')
  return isJson ? [{ text: content, line: 1 }] : splitDocuments(text)
}
