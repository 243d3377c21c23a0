// what a terminal may act on, or show in another order, and JSON leaves as it is
const acted = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu

/**
 * JSON that says the same to every reader, and on a terminal or in a log is letters alone: also JSON is printed there.
 * The runner of GitHub takes `##[` for a command wherever it stands in a line.
 */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(acted, escaped)
    .replaceAll('##[', String.raw`\u0023#[`)
}

/** In UTF-16, as JSON names what lies beyond four digits (RFC 8259, 7). */
function escaped(character: string): string {
  return character
    .split('')
    .map(unit => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('')
}
