import { ociError, reply } from '../reply.ts'
import type { HttpReply, OciError, Reply, ReplyHeaders, Wire } from '../reply.ts'
import type { AnswerFault, Scene } from './fault.ts'

/** Answers manifest requests of callers who were let in with this, always. */
export function insideAnswer(answer: Reply | ((scene: Scene) => Reply)): AnswerFault {
  return { at: 'inside', routes: ['manifest'], answer: typeof answer === 'function' ? answer : () => answer }
}

/** The same with an error of the distribution spec. */
export function insideError(error: OciError, headers: ReplyHeaders = {}): AnswerFault {
  return insideAnswer(ociError(error, headers))
}

/** Answers every request of any caller with this, the token server's aside. */
export function doorAnswer(answer: Reply | ((scene: Scene) => Reply)): AnswerFault {
  return { at: 'door', answer: typeof answer === 'function' ? answer : () => answer }
}

/** Answers at the token server. */
export function tokenAnswer(answer: Reply | ((scene: Scene) => Reply)): AnswerFault {
  return { at: 'token', answer: typeof answer === 'function' ? answer : () => answer }
}

/** Does something to the connection instead of answering. */
export function onWire(act: (wire: Wire, scene: Scene) => void): (scene: Scene) => Reply {
  return scene => ({ kind: 'wire', act: wire => act(wire, scene) })
}

/** Changes the right answer, where there is one over HTTP. */
export function spoil(change: (right: HttpReply, scene: Scene) => Reply): (scene: Scene) => Reply {
  return scene => {
    const right = scene.right()
    return right.kind === 'http' ? change(right, scene) : right
  }
}

/** A page as a proxy, a portal or an edge would show it. */
export function html(status: number, text: string, headers: ReplyHeaders = {}): HttpReply {
  const page = `<!DOCTYPE html><html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`
  return reply(status, page, { 'content-type': 'text/html; charset=utf-8', ...headers })
}
