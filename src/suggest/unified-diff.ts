const context = 3

/** The difference of two texts with the same number of lines, as `git apply` takes it. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)]
  const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index]))
  const hunks = groups(changed).map(([first, last]) => hunk({ old, now, first, last }))
  return hunks.length === 0 ? '' : `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Runs of changed lines whose contexts touch. */
function groups(changed: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const index of changed) {
    const run = runs.at(-1)
    if (run !== undefined && index - run[1] <= 2 * context) run[1] = index
    else runs.push([index, index])
  }
  return runs
}

interface Hunk {
  readonly old: readonly string[]
  readonly now: readonly string[]
  readonly first: number
  readonly last: number
}

function hunk({ old, now, first, last }: Hunk): string {
  const from = Math.max(0, first - context)
  const to = Math.min(old.length, last + 1 + context)
  const lines = old.slice(from, to).flatMap((line, offset) => {
    const other = now[from + offset] ?? ''
    return line === other ? [shown(' ', line)] : [shown('-', line), shown('+', other)]
  })
  const range = `${from + 1},${to - from}`
  return `@@ -${range} +${range} @@\n${lines.join('')}`
}

function shown(sign: string, line: string): string {
  return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`
}
