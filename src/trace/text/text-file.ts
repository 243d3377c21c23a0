import type { World } from '../../world.ts'
import { Lines, type Place, type Span } from './span.ts'
import { type YamlNode, yamlTree } from './yaml-tree.ts'

/** A file of the repository, read once, with its YAML and lines made when they are first needed. */
export class TextFile {
  readonly path: string
  readonly text: string
  #lines: Lines | undefined
  #roots: readonly YamlNode[] | undefined

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  placeOf(span: Span): Place {
    this.#lines ??= new Lines(this.text)
    return this.#lines.placeOf(span)
  }

  /** Root of the first document; undefined where it is no YAML. */
  get root(): YamlNode | undefined {
    return this.roots[0]
  }

  /** Whether it can be read as YAML, be it without any document. */
  get isYaml(): boolean {
    return this.roots.length > 0 || yamlTree(this.text) !== undefined
  }

  /** Roots of all documents; none where it is no YAML. */
  get roots(): readonly YamlNode[] {
    this.#roots ??= yamlTree(this.text) ?? []
    return this.#roots
  }
}

/** Reads each file once. */
export class TextFiles {
  readonly #files: World['files']
  readonly #known = new Map<string, Promise<TextFile | undefined>>()

  constructor(files: World['files']) {
    this.#files = files
  }

  /** Undefined for what is no readable text. */
  read(path: string): Promise<TextFile | undefined> {
    const known = this.#known.get(path) ?? this.#load(path)
    this.#known.set(path, known)
    return known
  }

  /** Whether there is such a file, be it readable or not. */
  async isThere(path: string): Promise<boolean> {
    return (await this.#files.kind(path)) !== 'absent'
  }

  /** Files directly in or below a folder, as far as `depth` folders down. */
  async below(folder: string, depth: number): Promise<readonly string[]> {
    const listed = await this.#files.list(folder)
    if (listed.kind !== 'entries') return []
    const nested = listed.entries.map(async ({ name, kind }) => {
      const path = `${folder}/${name}`
      if (kind === 'file') return [path]
      return kind === 'folder' && depth > 0 ? this.below(path, depth - 1) : []
    })
    return (await Promise.all(nested)).flat()
  }

  async #load(path: string): Promise<TextFile | undefined> {
    const read = await this.#files.read(path)
    return read.kind === 'text' ? new TextFile(path, read.text) : undefined
  }
}
