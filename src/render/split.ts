/** A document of a YAML stream, as written. */
export interface Slice {
  /** From the line of its `---` (or its leading comments) up to the next marker; a byte order mark is left out. */
  readonly text: string
  /** Line of the stream on which `text` begins, 1-based. */
  readonly line: number
}

/**
 * Cuts a YAML stream at its document markers, without parsing: `---` or `...` in column 0 and followed by white space.
 * They end a document even inside a block scalar, and can't occur in column 0 of any other scalar (YAML 1.2.2, 9.1).
 * What holds nothing but comments and directives is no document; above the first `---` it belongs to the next one.
 */
export function splitDocuments(stream: string): readonly Slice[] {
  const slices: Slice[] = []
  for (const { text, line, empty } of splitStream(stream)) if (!empty) slices.push({ text, line })
  return slices
}

/** As `splitDocuments`, with the documents that hold nothing; one after the other, since a stream may be full of them. */
export function* splitStream(stream: string): Generator<Slice & { readonly empty: boolean }> {
  let pending: Marker = { kind: '...', start: 0, end: 0, line: 1 }
  for (const marker of markers(stream)) {
    const isMarked = pending.kind === '---'
    const text = stream.slice(isMarked ? pending.start : pending.end, marker.start).replace(/^\uFEFF/, '')
    const empty = !hasContent(text, isMarked)
    // Comments and directives above the first marker stay with its document.
    const isHead = empty && !isMarked && marker.kind === '---'
    if (!isHead) yield { text, line: pending.line, empty }
    pending = isHead ? { ...marker, start: pending.end, line: pending.line } : marker
  }
}

interface Marker {
  readonly kind: '---' | '...'
  /** Offsets where the document begins and of the first character behind the marker. */
  readonly start: number
  readonly end: number
  readonly line: number
}

/** The last one stands for the end. */
function* markers(stream: string): Generator<Marker> {
  let line = 1
  let counted = 0
  for (const match of stream.matchAll(/(?<=^|\n)\uFEFF?(---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
    line += countLines(stream, counted, match.index)
    counted = match.index
    const kind = match[1] === '---' ? '---' : '...'
    yield { kind, start: match.index, end: match.index + match[0].length, line }
  }
  yield { kind: '...', start: stream.length, end: stream.length, line: 0 }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/**
 * Any line that is neither blank, a comment, a bare marker nor, above a marker, a directive. White space is what YAML
 * calls so: a line that begins with another invisible character is content.
 */
function hasContent(text: string, isMarked: boolean): boolean {
  return isMarked
    ? /^(?!\uFEFF?---[ \t\r]*(?:[ \t]#|$))[ \t]*[^ \t\r\n#]/m.test(text)
    : /^(?!%)[ \t]*[^ \t\r\n#]/m.test(text)
}
