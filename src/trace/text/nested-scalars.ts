import { type ScalarAt, scalarsBelow } from './scalars-below.ts'
import { type ScalarNode, yamlTree } from './yaml-tree.ts'

/** Whether the text of a scalar may be YAML of its own, rather than a value. */
export function mayHoldYaml(text: string): boolean {
  return /\n|^\s*[[{]/.test(text)
}

/**
 * The scalars of the YAML that is the text of a scalar, as of a patch or of values in a ConfigMap: placed in the file
 * that holds it. None where its lines are written otherwise than they read.
 */
export function nestedScalars(text: string, outer: ScalarNode): readonly ScalarAt[] {
  const place = placesIn(text.slice(outer.start, outer.end), outer.value)
  if (place === undefined) return []
  const scalars = (yamlTree(outer.value) ?? []).flatMap(root => scalarsBelow(root))
  return scalars.map(({ node, path }) => {
    const [start, end] = [outer.start + place(node.start), outer.start + place(node.end)]
    return { node: { ...node, start, end }, path }
  })
}

/** Where a line begins in the value, and where in the written text. */
interface PlacedLine {
  readonly from: number
  readonly to: number
}

/** Where an offset of a scalar's value is in its written text; undefined where its lines aren't those of the text. */
function placesIn(written: string, value: string): ((offset: number) => number) | undefined {
  const lines: PlacedLine[] = []
  const writtenLines = written.split('\n')
  let from = 0
  let to = 0
  for (const [index, line] of value.replace(/\n$/, '').split('\n').entries()) {
    const raw = writtenLines[index]?.replace(/\r$/, '')
    if (raw === undefined || !raw.endsWith(line) || raw.slice(0, raw.length - line.length).trim() !== '')
      return undefined
    lines.push({ from, to: to + raw.length - line.length })
    from += line.length + 1
    to += (writtenLines[index] ?? '').length + 1
  }
  return offset => {
    const { from: start, to: place } = lines[lineAt(lines, offset)] ?? { from: 0, to: 0 }
    return place + offset - start
  }
}

/** The line that holds an offset. */
function lineAt(lines: readonly PlacedLine[], offset: number): number {
  let low = 0
  let high = lines.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.from ?? 0) <= offset) low = middle
    else high = middle
  }
  return low
}
