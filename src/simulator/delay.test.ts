import { once } from 'node:events'
import { connect } from 'node:net'
import { Agent, request } from 'undici'
import { expect, test } from 'vitest'
import { startRegistry } from './registry.ts'

test('a slow line costs a round trip to connect and one for all that is asked at once', async () => {
  await using registry = await startRegistry({ latencyMs: 200 })
  const started = performance.now()
  const socket = connect(Number(registry.host.split(':')[1]), '127.0.0.1')
  const question = (connection: string) => `GET /v2/ HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\n\r\n`
  socket.write(question('keep-alive').repeat(4) + question('close'))
  let answers = ''
  socket.on('data', chunk => (answers += chunk.toString()))
  await once(socket, 'end')
  const took = performance.now() - started
  socket.destroy()
  expect(answers.match(/HTTP\/1.1 200/g)).toHaveLength(5)
  expect(took).toBeGreaterThanOrEqual(390)
  expect(took).toBeLessThan(5 * 200)
})

test('a slow line carries TLS and HTTP/2 too', async () => {
  await using registry = await startRegistry({ latencyMs: 4, tls: 'good', http2: true })
  const agent = new Agent({ connect: { ca: registry.ca }, allowH2: true })
  const { statusCode } = await request(`${registry.origin}/v2/`, { dispatcher: agent })
  await agent.destroy()
  expect([statusCode, registry.requests[0]?.httpVersion]).toEqual([200, '2.0'])
})
