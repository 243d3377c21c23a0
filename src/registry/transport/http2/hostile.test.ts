import { once } from 'node:events'
import { createServer } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fields, frameOf } from '../../../simulator/http2-frame.ts'
import type { Frame } from '../../../simulator/http2-frame.ts'
import { serverOptions } from '../../../simulator/tls/server-options.ts'
import { hostFor } from '../../testing/host-for.ts'
import { anonymous, registryFor } from '../../testing/registry-for.ts'

/** What a server says once it was asked over HTTP/2. */
interface Script {
  readonly greets: boolean
  readonly frames: readonly Frame[]
  readonly end: 'hang' | 'close' | 'reset'
}

const types = ['data', 'headers', 'reset', 'settings', 'push', 'ping', 'goaway', 'window', 'continuation'] as const
const payload = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes)),
  fc.constantFrom(Buffer.alloc(4), Buffer.alloc(8), Buffer.alloc(8, 0xff), Buffer.alloc(20_000)),
  fc.constantFrom({}, { 'content-length': '3' }, { 'content-encoding': 'gzip' }, { 'x-odd': 'yes' }).map(fields),
)
const frame: fc.Arbitrary<Frame> = fc.record({
  type: fc.constantFrom(...types),
  flags: fc.oneof(fc.constantFrom(0, 1, 4, 5), fc.nat(255)),
  stream: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.constantFrom(0, 2, 3, 99)),
  payload,
})
const script: fc.Arbitrary<Script> = fc.record({
  greets: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  frames: fc.array(frame, { maxLength: 6 }),
  end: fc.constantFrom('hang', 'close', 'reset'),
})

function play(socket: TLSSocket, { greets, frames, end }: Script): void {
  if (greets) socket.write(frameOf({ type: 'settings' }))
  for (const sent of frames) socket.write(frameOf(sent))
  if (end === 'close') socket.end()
  if (end === 'reset') socket.destroy()
}

const missing = JSON.stringify({ errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] })
const answer = `HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: ${missing.length}\r\n\r\n`

test('whatever frames a server sends, a question ends with an answer in time', { timeout: 120_000 }, async () => {
  let played: Script = { greets: true, frames: [], end: 'close' }
  const server = createServer({ ...serverOptions('good'), ALPNProtocols: ['h2', 'http/1.1'] }, socket => {
    socket.on('error', () => socket.destroy())
    if (socket.alpnProtocol === 'h2') return void socket.once('data', () => play(socket, played)).resume()
    socket.on('data', () => socket.write(answer + missing))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const host = hostFor(`127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`)
  const property = fc.asyncProperty(script, async given => {
    played = given
    await using registry = registryFor({ timeouts: { connectMs: 5000, headersMs: 200, bodyMs: 200, totalMs: 5000 } })
    const { kind, trail } = await registry.manifest({ host, repository: 'acme/web', as: anonymous }, 'v1')
    expect(['absent', 'failed', 'found']).toContain(kind)
    expect(trail.length).toBeLessThan(5)
  })
  await fc.assert(property, { numRuns: 100 })
  server.close()
})
