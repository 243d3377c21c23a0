/** A frame of HTTP/2 as it may be, or as it must not (RFC 9113, 4.1). */
export interface Frame {
  readonly type: keyof typeof types
  readonly flags?: number
  /** Number of the stream; 0 is the connection. */
  readonly stream?: number
  readonly payload?: Buffer
  /** What the frame says of its length, where that is not its length. */
  readonly length?: number
}

const types = {
  data: 0,
  headers: 1,
  reset: 3,
  settings: 4,
  push: 5,
  ping: 6,
  goaway: 7,
  window: 8,
  continuation: 9,
} as const

/** The bytes of a frame. */
export function frameOf({ type, flags = 0, stream = 0, payload = Buffer.alloc(0), length }: Frame): Buffer {
  const head = Buffer.alloc(9)
  head.writeUIntBE(length ?? payload.length, 0, 3)
  head[3] = types[type]
  head[4] = flags
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, payload])
}

/** Numbers of 32 bits one after another. */
export function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, at) => bytes.writeUInt32BE(value, 4 * at))
  return bytes
}

/** Header fields without any compression (RFC 7541, 6.2.2); `:status` of 200 goes first. */
export function fields(named: Readonly<Record<string, string>>): Buffer {
  const literals = Object.entries(named).flatMap(([name, value]) => [Buffer.from([0]), text(name), text(value)])
  return Buffer.concat([Buffer.from([0x88]), ...literals])
}

function text(content: string): Buffer {
  if (content.length > 126) throw new Error('longer texts have a longer length')
  return Buffer.concat([Buffer.from([content.length]), Buffer.from(content)])
}
