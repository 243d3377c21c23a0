import type { Use } from '../extract/types.ts'
import type { Document } from '../render/types.ts'
import { Lines, onlySpanOf } from './text/span.ts'
import type { Location } from './types.ts'
import { nodeAt } from './text/yaml-path.ts'
import { type YamlNode, yamlTree } from './text/yaml-tree.ts'

interface ReadDocument {
  /** Undefined where the text is no single document. */
  readonly root: YamlNode | undefined
  readonly lines: Lines
}

/**
 * Places in documents that are slices of a file. The uses of a document follow one another, so the last one that was
 * parsed is kept: all of them would be the largest part of a run's memory.
 */
export class ManifestLocations {
  #last: { readonly document: Document; readonly read: ReadDocument } | undefined

  /** The scalar that the use's image is; the container's line, as a hint, where the image isn't written. */
  locate({ document, path, image, field }: Use): Location {
    const file = document.origin.file ?? '-'
    const { root, lines } = this.#read(document)
    if (root === undefined) return { file, confidence: 'file' }
    const { node, isWhole } = nodeAt(root, path)
    const span = isWhole && node.kind === 'scalar' ? onlySpanOf(image, document.text, node) : undefined
    if (span !== undefined) return { file, ...lines.placeOf(span), path: field, confidence: 'exact' }
    const { line } = lines.placeOf({ start: node.start, end: node.start })
    return { file, line, path: field, confidence: 'file' }
  }

  #read(document: Document): ReadDocument {
    if (this.#last?.document === document) return this.#last.read
    const roots = yamlTree(document.text) ?? []
    const read = {
      root: roots.length === 1 ? roots[0] : undefined,
      lines: new Lines(document.text, document.origin.line),
    }
    this.#last = { document, read }
    return read
  }
}
