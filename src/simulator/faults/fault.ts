import type { Socket } from 'node:net'
import type { Ask } from '../ask.ts'
import type { Reply } from '../reply.ts'
import type { RouteKind } from '../route.ts'

/** One way to misbehave. */
export type Fault = ConnectionFault | AnswerFault

/** Takes fresh connections before anything is read. It can't know for what they are: match with `*`. */
export interface ConnectionFault {
  readonly at: 'connection'
  readonly take: (socket: Socket) => void
}

/** Answers in place of the registry, or spoils its right answer. */
export interface AnswerFault {
  /** `door`: whatever the login; `inside`: only to callers who were let in; `token`: at the token server. */
  readonly at: 'door' | 'inside' | 'token'
  /** The routes that misbehave unless the match says others; default all of the place. */
  readonly routes?: readonly RouteKind[]
  readonly answer: (scene: Scene) => Reply
}

/** What a fault has to work with. */
export interface Scene {
  readonly ask: Ask
  /** Makes the right answer (to a request that differs a little, where one is given). */
  readonly right: (ask?: Ask) => Reply
  /** `http://127.0.0.1:41231` of the registry. */
  readonly origin: string
  /** Origin of the token server. */
  readonly tokenOrigin: string
  /** URL of the token server for what is asked; where there are no tokens, one that answers 404. */
  readonly realm: string
  readonly service: string
}
