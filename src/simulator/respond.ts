import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Ask } from './ask.ts'
import type { Auth } from './auth/auth.ts'
import { realmOf, tokenPathKey } from './auth/challenge.ts'
import { passGate } from './auth/gate.ts'
import { serveToken } from './auth/token-server.ts'
import type { FaultList } from './faults/fault-list.ts'
import type { Scene } from './faults/fault.ts'
import type { Listener } from './listen.ts'
import { readAsk } from './read-ask.ts'
import { recordOf } from './recorder.ts'
import type { RecordedRequest } from './recorder.ts'
import { lineBelow } from './raw-http2.ts'
import { reply, withHeaders } from './reply.ts'
import type { Reply } from './reply.ts'
import { send } from './send.ts'
import type { Recipient } from './send.ts'
import { serve } from './serve.ts'
import type { Store } from './store.ts'

/** Everything that answering a request needs. */
export interface Desk {
  readonly prefix: string
  readonly store: Store
  readonly auth: Auth | undefined
  readonly faults: FaultList
  readonly requests: RecordedRequest[]
  readonly load: { now: number; peak: number }
  place: { readonly host: string; readonly origin: string; readonly tokenOrigin: string }
}

/** One request and where it came in. */
export interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly listener: Listener
}

/** Reads, answers and records one request. Never rejects: a caller who has gone is let go. */
export async function respond(desk: Desk, visit: Visit): Promise<void> {
  try {
    await answerVisit(desk, visit)
  } catch (error) {
    if (visit.request.destroyed && !visit.request.complete) return
    const failure = reply(500, `the simulator failed: ${String(error)}\n`)
    send(failure, { ...recipientOf(visit), method: 'GET' })
  }
}

async function answerVisit(desk: Desk, visit: Visit): Promise<void> {
  const { request, response, listener } = visit
  desk.load.now += 1
  desk.load.peak = Math.max(desk.load.peak, desk.load.now)
  response.on('close', () => (desk.load.now -= 1))
  const isTokenPath = (path: string) => desk.auth !== undefined && tokenPathKey(desk.auth.style, path) !== undefined
  const ask = await readAsk(request, { prefix: desk.prefix, isTokenPath })
  const visitor: Visitor = { user: undefined }
  const answer = ask.route.kind === 'token' ? answerToken(desk, ask, visitor) : answerDoor(desk, ask, visitor)
  const status = answer.kind === 'http' ? answer.status : 0
  desk.requests.push(
    recordOf({ ask, user: visitor.user, httpVersion: request.httpVersion, host: listener.host }, status),
  )
  send(answer, recipientOf(visit))
}

function recipientOf({ request, response, listener }: Visit): Recipient {
  const { httpVersion, method = 'GET' } = request
  const line = lineBelow(request.socket)
  const tcp = listener.socketFrom(line?.remotePort ?? request.socket.remotePort)
  return { response, method, httpVersion, tcp, tls: line?.below }
}

interface Visitor {
  user: string | undefined
}

function answerToken(desk: Desk, ask: Ask, visitor: Visitor): Reply {
  const right = (): Reply => {
    if (desk.auth === undefined) return serve(ask, desk.store)
    const { user, answer } = serveToken(ask, desk.auth)
    visitor.user = user
    return answer
  }
  return desk.faults.answer('token', sceneOf(desk, ask, right))
}

function answerDoor(desk: Desk, ask: Ask, visitor: Visitor): Reply {
  const inside = () =>
    desk.faults.answer(
      'inside',
      sceneOf(desk, ask, (asked = ask) => answerRightly(desk, asked)),
    )
  const right = (): Reply => {
    if (desk.auth === undefined) return inside()
    const passage = passGate(ask, desk.auth, desk.place)
    visitor.user = passage.user
    return passage.kind === 'open' ? inside() : passage.answer
  }
  return desk.faults.answer('door', sceneOf(desk, ask, right))
}

function answerRightly(desk: Desk, ask: Ask): Reply {
  const style = desk.auth?.style
  return withHeaders(serve(ask, desk.store, style?.missingManifest), style?.headers ?? {})
}

function sceneOf({ auth, place }: Desk, ask: Ask, right: Scene['right']): Scene {
  const repository = 'repository' in ask.route ? ask.route.repository : undefined
  const realm =
    auth?.style.scheme === 'bearer'
      ? realmOf({ style: auth.style, ...place, repository })
      : `${place.tokenOrigin}/token`
  return {
    ask,
    right,
    origin: place.origin,
    tokenOrigin: place.tokenOrigin,
    realm,
    service: auth?.style.service ?? place.host,
  }
}
