/** A value in DER (X.690): tag, length, content. */
export function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body])
}

export const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts)
export const set = (...parts: readonly Buffer[]): Buffer => der(0x31, ...parts)
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text))
export const octets = (content: Buffer): Buffer => der(0x04, content)
export const yes = der(0x01, Buffer.from([0xff]))

/** A number that is not negative, from its big-endian bytes: as short as it goes (X.690, 8.3.2). */
export function integer(bytes: Buffer): Buffer {
  const start = bytes.findIndex(byte => byte !== 0)
  const digits = start === -1 ? Buffer.alloc(1) : bytes.subarray(start)
  return der(0x02, (digits[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.alloc(1), digits]) : digits)
}

/** Bits, of which the last `unused` do not count. */
export function bits(content: Buffer, unused = 0): Buffer {
  return der(0x03, Buffer.from([unused]), content)
}

/** `explicit(3, …)` is `[3] EXPLICIT`. */
export function explicit(number: number, ...contents: readonly Buffer[]): Buffer {
  return der(0xa0 + number, ...contents)
}

/** An object identifier in dotted form. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** A moment before 2050, to the second (RFC 5280, 4.1.2.5.1). */
export function utcTime(moment: Date): Buffer {
  const digits = moment.toISOString().replaceAll(/[-:T]|\..*/g, '')
  return der(0x17, Buffer.from(`${digits.slice(2)}Z`))
}

function base128(value: number): number[] {
  const low = value & 0x7f
  const high = value >>> 7
  return high === 0 ? [low] : [...base128(high).map(byte => byte | 0x80), low]
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}
