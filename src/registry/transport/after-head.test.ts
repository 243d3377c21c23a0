import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { sparingly } from './after-head.ts'
import type { HttpRequest, HttpResult } from './http.ts'

const proper: HttpResult = { kind: 'response', status: 200, headers: {}, body: Buffer.alloc(0) }
const garbled: HttpResult = { kind: 'failure', code: 'not-a-registry', detail: '', host: 'a.test', atProxy: false }

function head(origin: string): HttpRequest {
  return { url: new URL(origin), method: 'HEAD', headers: {}, tls: { verify: true }, reach: 'any', bodyLimit: 1 }
}

/** A line that gives these answers in turn, and what it was asked to do with the connection. */
function line(results: readonly HttpResult[]) {
  const lasting: boolean[] = []
  const answers = results[Symbol.iterator]()
  const send = async (_: HttpRequest, keeps: boolean) => {
    lasting.push(keeps)
    return answers.next().value ?? proper
  }
  return { send: sparingly(send), lasting }
}

test('a garbled answer of a host that was well before is asked for again, and its connections end from then on', async () => {
  const { send, lasting } = line([proper, garbled, proper])
  const answers = [await send(head('https://a.test')), await send(head('https://a.test'))]
  await send(head('https://a.test'))
  await send(head('https://b.test'))
  expect(answers).toEqual([proper, proper])
  expect(lasting).toEqual([true, true, false, false, true])
})

test('a host that never gave a proper answer is asked once', async () => {
  const { send, lasting } = line([garbled])
  expect(await send(head('https://a.test'))).toEqual(garbled)
  expect(lasting).toEqual([true])
})
