import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** A connection seen through a slow line: bytes come and go late but in order, so that pipelining is kept. */
export function delayed(socket: Socket, roundTripMs: number): Duplex {
  const oneWayMs = roundTripMs / 2
  const line = new Duplex({
    // The other side of a real line would not be asked either: what has arrived is given at its time.
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      setTimeout(() => socket.write(chunk), oneWayMs)
      done()
    },
    final(done) {
      setTimeout(() => socket.end(), oneWayMs)
      done()
    },
    destroy(error, done) {
      setTimeout(() => socket.destroy(), oneWayMs)
      done(error)
    },
  })
  socket.on('data', chunk => setTimeout(() => line.push(chunk), oneWayMs))
  socket.on('end', () => setTimeout(() => line.push(null), oneWayMs))
  socket.on('close', () => line.destroy())
  return line
}
