import type { MarkedPiece } from '../chart/mark.ts'
import { referenceParts } from '../reference-parts.ts'
import type { Span } from '../text/span.ts'
import type { ValueLeaf } from '../value-leaf.ts'

/** A text to put into a file. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

/** A piece of a leaf's text that stands for a part of an image: `before` the host, else behind it. */
export interface Markable extends Span {
  readonly leaf: ValueLeaf
  readonly sign: 'before' | '-' | '.'
}

/** `all` takes what has the text of a part, wherever it stands; `telling` only what stands where images do. */
export type Choice = 'all' | 'telling'

const token = /wip(\d+)z\.|[.-]wip(\d+)z/g

/** What follows a name in `images`, which kustomize takes for a pattern, so that marked names match too. No `?`: YAML. */
const anyMark = '(-wip.*z|)'

const telling = /image|tag|version|digest|sha|regist|repo|hub|newName|^value$/i

/** The texts of images, whole and in parts. */
export class ImageTexts {
  readonly #names = new Set<string>()
  readonly #hosts = new Set<string>()
  readonly #versions = new Set<string>()

  constructor(images: readonly string[]) {
    for (const image of images) {
      const { registry, name, tag, digest } = textsOf(image)
      this.#names.add(name).add(name.slice(registry === '' ? 0 : registry.length + 1))
      this.#hosts.add(registry)
      this.#versions.add(tag).add(digest)
    }
  }

  /** The pieces of a leaf that may give a part of these images. */
  markable(leaf: ValueLeaf, choice: Choice): readonly Markable[] {
    const { value } = leaf.node
    const isTelling = leaf.path[0] !== 'metadata' && telling.test(String(leaf.path.at(-1)))
    if (value === '' || (choice === 'telling' && !isTelling)) return []
    const whole = { leaf, start: 0, end: value.length }
    if (this.#hosts.has(value)) return [{ ...whole, sign: 'before' }]
    if (this.#versions.has(value)) return isTelling || !isCount(leaf) ? [{ ...whole, sign: '.' }] : []
    const { name } = textsOf(value)
    // a bare word is the name of much else
    const isName = this.#names.has(name) && (isTelling || name !== value || name.includes('/'))
    return isName ? piecesOf(leaf) : []
  }
}

function isCount({ node: { plain, value } }: ValueLeaf): boolean {
  return plain && /^\d+$/.test(value)
}

function piecesOf(leaf: ValueLeaf): readonly Markable[] {
  const parts = referenceParts(leaf.node.value)
  const repository = parts.get('repository')
  const name = repository && { leaf, start: 0, end: repository.end, sign: '-' as const }
  const versions = [parts.get('tag'), parts.get('digest')].map(span => span && { leaf, ...span, sign: '.' as const })
  return [name, ...versions].filter(piece => piece !== undefined)
}

function textsOf(image: string): Readonly<Record<'registry' | 'name' | 'tag' | 'digest', string>> {
  const parts = referenceParts(image)
  const textAt = (span: Span | undefined): string => (span === undefined ? '' : image.slice(span.start, span.end))
  const name = image.slice(0, parts.get('repository')?.end ?? 0)
  const [registry, tag, digest] = (['registry', 'tag', 'digest'] as const).map(part => textAt(parts.get(part)))
  return { registry: registry ?? '', name, tag: tag ?? '', digest: digest ?? '' }
}

/** The mark of a piece. */
export function insertionOf({ leaf, start, end, sign }: Markable, index: number): Insertion {
  if (sign === 'before') return { at: leaf.node.start + start, text: `wip${index}z.` }
  return { at: leaf.node.start + end, text: `${sign}wip${index}z` }
}

/** Lets an entry of `images` match marked images too; nothing for a leaf that is no such entry's name. */
export function matchMarked({ node, path }: ValueLeaf): Insertion | undefined {
  const isName = path.at(-1) === 'name' && (path.at(-3) === 'images' || path.at(-2) === 'imageTag')
  return isName ? { at: node.end, text: anyMark } : undefined
}

/**
 * The pieces that leaves gave to an image; undefined where the image without its marks is another one than before. Of a
 * leaf that gave only a part of itself, the leaf of the piece is that part.
 */
export function kustomizedPieces(
  marked: string,
  image: string,
  marks: readonly Markable[],
): readonly MarkedPiece[] | undefined {
  if (marked.replace(token, '') !== image) return undefined
  const found = marksIn(marked, marks)
  const given = new Set(found.map(({ mark }) => mark))
  const pieces = found.map(({ at, mark }) => {
    const isWhole = marks.every(other => other.leaf !== mark?.leaf || given.has(other))
    return mark && pieceAt(at, mark, isWhole)
  })
  const isProven = pieces.every(piece => piece !== undefined && image.slice(piece.start, piece.end) === piece.text)
  return isProven ? pieces.filter(piece => piece !== undefined) : undefined
}

interface FoundMark {
  /** Where it stands, once all marks are taken out. */
  readonly at: number
  readonly mark: Markable | undefined
}

function marksIn(marked: string, marks: readonly Markable[]): readonly FoundMark[] {
  let removed = 0
  return [...marked.matchAll(token)].map(match => {
    const at = match.index - removed
    removed += match[0].length
    return { at, mark: marks[Number(match[1] ?? match[2])] }
  })
}

function pieceAt(at: number, mark: Markable, isWhole: boolean): MarkedPiece & { readonly text: string } {
  const { leaf, sign } = mark
  const text = leaf.node.value.slice(mark.start, mark.end)
  const start = sign === 'before' ? at : at - text.length
  const from = leaf.node.start + mark.start
  const node = { ...leaf.node, value: text, start: from, end: from + text.length }
  return { leaf: isWhole ? leaf : { ...leaf, node }, text, start, end: start + text.length }
}
