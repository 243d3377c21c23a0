/** The few ways in which the terminal view marks text. */
export interface Palette {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly good: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

const same = (text: string): string => text
const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`

/** No marks: for files, pipes and `NO_COLOR`. */
export const plain: Palette = { error: same, warning: same, good: same, strong: same, faint: same }

/** ANSI colours (ECMA-48, SGR). */
export const colour: Palette = {
  error: sgr(31, 39),
  warning: sgr(33, 39),
  good: sgr(32, 39),
  strong: sgr(1, 22),
  faint: sgr(2, 22),
}
