import type { ValueLeaf } from '../value-leaf.ts'
import type { TextFile } from '../text/text-file.ts'
import type { KustomizationFile } from './kustomization-files.ts'
import { type Insertion, insertionOf, type Markable, matchMarked } from './kustomization-marks.ts'

/** The texts of files with marks in them, by path; entries of `images` among the leaves take marked names too. */
export function markedCopy(
  read: readonly KustomizationFile[],
  leaves: readonly ValueLeaf[],
  marks: readonly Markable[],
): ReadonlyMap<string, string> {
  const insertions = new Map<TextFile, Map<number, Insertion>>(read.map(({ file }) => [file, new Map()]))
  for (const [index, mark] of marks.entries()) add(insertions, mark.leaf.file, insertionOf(mark, index))
  for (const leaf of leaves) add(insertions, leaf.file, matchMarked(leaf))
  return new Map([...insertions].map(([file, own]) => [file.path, inserted(file.text, [...own.values()])]))
}

function add(all: Map<TextFile, Map<number, Insertion>>, file: TextFile, insertion: Insertion | undefined): void {
  if (insertion !== undefined) all.get(file)?.set(insertion.at, insertion)
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let from = 0
  const pieces = insertions
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at, text: own }) => {
      const piece = [text.slice(from, at), own]
      from = at
      return piece
    })
  return [...pieces, text.slice(from)].join('')
}
