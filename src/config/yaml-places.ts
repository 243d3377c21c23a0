import { Lines } from '../trace/text/span.ts'
import { nodeAt } from '../trace/text/yaml-path.ts'
import type { YamlNode } from '../trace/text/yaml-tree.ts'
import type { FilePlace } from './origin.ts'

export type ConfigPath = readonly (string | number)[]

/** Where the things of a YAML file stand, by their path of keys and indices. */
export class YamlPlaces {
  readonly #file: string
  readonly #text: string
  readonly #root: YamlNode
  readonly #lines: Lines

  constructor({ file, text, root }: { readonly file: string; readonly text: string; readonly root: YamlNode }) {
    this.#file = file
    this.#text = text
    this.#root = root
    this.#lines = new Lines(text)
  }

  /** Place of the value at a path, else of the nearest thing above it that is there. */
  of(path: ConfigPath): FilePlace {
    const { node, isWhole } = nodeAt(this.#root, path)
    const isEmpty = node.kind === 'scalar' && node.plain && node.start === node.end
    if (isWhole && isEmpty && typeof path.at(-1) === 'string') return this.ofKey(path)
    return this.at(node.start)
  }

  /** Place of the key at the end of a path. */
  ofKey(path: ConfigPath): FilePlace {
    const { node } = nodeAt(this.#root, path.slice(0, -1))
    const key = path.at(-1)
    const entries = node.kind === 'map' ? node.entries : []
    const entry = entries.findLast(entry => entry.key.kind === 'scalar' && entry.key.value === key)
    return this.at(entry?.key.start ?? node.start)
  }

  at(offset: number): FilePlace {
    const { line = 1, column = 1 } = this.#lines.placeOf({ start: offset, end: offset })
    return { file: this.#file, line, column }
  }

  /** An unquoted value as it is written; undefined for anything else. */
  plainText(path: ConfigPath): string | undefined {
    const { node, isWhole } = nodeAt(this.#root, path)
    return isWhole && node.kind === 'scalar' && node.plain ? this.#text.slice(node.start, node.end) : undefined
  }
}
