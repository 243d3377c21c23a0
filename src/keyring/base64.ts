/** Decoded bytes, or the position of the first byte that is wrong. */
export type Base64 = { readonly bytes: string } | { readonly errorAt: number }

const alphabet = new Map(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', (character, value) => [
    character,
    value,
  ]),
)

/**
 * Decodes as Go's encoding/base64 does, with (`=`) or without padding: line breaks are skipped, surplus bits are not
 * looked at, and the position of an error is that which Go reports.
 */
export function decodeBase64(text: string, isPadded: boolean): Base64 {
  const errorAt = errorIn(text, isPadded)
  if (errorAt !== undefined) return { errorAt }
  const values = Array.from(text.replace(/[\r\n=]/g, ''), character => alphabet.get(character) ?? 0)
  const bytes: string[] = []
  for (let at = 0; at + 1 < values.length; at += 4) bytes.push(...quantum(values.slice(at, at + 4)))
  return { bytes: bytes.join('') }
}

function quantum(values: readonly number[]): readonly string[] {
  const [a = 0, b = 0, c = 0, d = 0] = values
  const bits = (a << 18) | (b << 12) | (c << 6) | d
  return [16, 8, 0].slice(0, values.length - 1).map(shift => String.fromCharCode((bits >> shift) & 0xff))
}

function errorIn(text: string, isPadded: boolean): number | undefined {
  let digits = 0
  for (const [at, character] of Array.from(text).entries()) {
    if (character === '\r' || character === '\n') continue
    if (alphabet.has(character)) digits++
    else return isPadded && character === '=' ? paddingError(text, at, digits % 4) : at
  }
  const open = digits % 4
  return open === 1 || (open > 1 && isPadded) ? text.length - open : undefined
}

// the rest, from the first `=` on, after some digits of a group of four
function paddingError(text: string, at: number, digits: number): number | undefined {
  if (digits < 2) return at
  const skip = (from: number): number => from + (/^[\r\n]*/.exec(text.slice(from))?.[0].length ?? 0)
  const second = digits === 2 ? skip(at + 1) : at
  if (second === text.length) return second
  if (text[second] !== '=') return second - 1
  const end = skip(second + 1)
  return end < text.length ? end : undefined
}
