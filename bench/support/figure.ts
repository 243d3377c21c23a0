/** One line of a result. `goal` is what it has to stay below, where there is one. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: '×' | 'ms' | 'MiB' | ''
  readonly goal?: number | undefined
  readonly note?: string | undefined
}

/** The figures of one benchmark. */
export type Bench = () => Promise<readonly Figure[]>

/** The middle one; of an even number the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return (low + high) / 2
}

/** A figure as a line of text, with the goal that it misses or keeps. */
export function lineOf({ name, value, unit, goal, note }: Figure): string {
  const shown = `${value.toFixed(unit === '×' ? 2 : 0)}${unit === '' || unit === '×' ? unit : ` ${unit}`}`
  const verdict = goal === undefined ? '' : ` (goal ${goal}${value <= goal ? '' : ', MISSED'})`
  return `  ${name.padEnd(58)} ${shown.padStart(10)}${verdict}${note === undefined ? '' : `  ${note}`}`
}
