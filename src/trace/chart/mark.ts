import type { Span } from '../text/span.ts'
import type { ValueLeaf } from '../value-leaf.ts'

/** A values leaf that a mark was put into. */
export interface Mark {
  readonly leaf: ValueLeaf
  /** The value with its mark: what the chart is rendered with. */
  readonly text: string
}

/** The piece of an image that a leaf gave. */
export interface MarkedPiece extends Span {
  readonly leaf: ValueLeaf
}

// letters and digits, so that it stays in one piece through `lower` and the splitting of names. Behind a `+` it is
// build metadata, which comparisons of versions leave out; some charts write `_` or `-` for the plus
const token = /wip(\d+)z\.|[+_-]wip(\d+)z/g

/** Puts a mark into a leaf: before the name of a host, behind anything else. */
export function mark(leaf: ValueLeaf, index: number): Mark {
  const { value } = leaf.node
  const isHost = /registry|hub|host/i.test(String(leaf.path.at(-1))) && !value.includes('/')
  return { leaf, text: isHost ? `wip${index}z.${value}` : `${value}+wip${index}z` }
}

/**
 * The pieces that leaves gave to an image, from the image as rendered with marks. Undefined where the image without its
 * marks is another one than before, so that they prove nothing.
 */
export function piecesOf(marked: string, image: string, marks: readonly Mark[]): readonly MarkedPiece[] | undefined {
  if (marked.replace(token, '') !== image) return undefined
  let removed = 0
  const pieces: MarkedPiece[] = []
  for (const match of marked.matchAll(token)) {
    const at = match.index - removed
    removed += match[0].length
    const leaf = marks[Number(match[1] ?? match[2])]?.leaf
    const piece = leaf === undefined ? undefined : pieceAt(leaf, at, match[1] !== undefined)
    if (piece === undefined || !image.startsWith(piece.leaf.node.value, piece.start)) return undefined
    pieces.push(piece)
  }
  return pieces
}

// a mark stands before a host and behind anything else
function pieceAt(leaf: ValueLeaf, at: number, isBefore: boolean): MarkedPiece | undefined {
  const { length } = leaf.node.value
  const start = isBefore ? at : at - length
  return start < 0 ? undefined : { leaf, start, end: start + length }
}
