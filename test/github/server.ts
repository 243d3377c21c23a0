import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Faults } from './fault.ts'
import type { Fault } from './fault.ts'
import type { RecordedRequest } from './request.ts'
import type { Reply } from './reply.ts'
import { answer } from './routes.ts'
import { createState } from './state.ts'
import type { GitHubSetup, GitHubState } from './state.ts'

/** A GitHub API on loopback that keeps state, refuses what GitHub refuses and records what it was asked. */
export interface GitHub extends AsyncDisposable {
  /** For `GITHUB_API_URL`. */
  readonly url: string
  readonly state: GitHubState
  readonly requests: readonly RecordedRequest[]
  /** From now on, until it has happened `times`. */
  fail(fault: Fault): void
  /** Runs before the next matching request is answered, once: what somebody else does meanwhile. */
  meanwhile(method: string, path: RegExp, act: (state: GitHubState) => void): void
}

/** Starts on 127.0.0.1, on a free port. */
export async function startGitHub(setup: GitHubSetup = {}): Promise<GitHub> {
  const state = createState(setup)
  const faults = new Faults()
  const requests: RecordedRequest[] = []
  const acts: { method: string; path: RegExp; act: (state: GitHubState) => void }[] = []
  const server = createServer((incoming, response) => {
    void read(incoming).then(request => {
      requests.push(request)
      const index = acts.findIndex(entry => entry.method === request.method && entry.path.test(request.path))
      if (index !== -1) acts.splice(index, 1)[0]?.act(state)
      serve({ state, fault: faults.match(request), request }, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    requests,
    fail: fault => faults.add(fault),
    meanwhile: (method, path, act) => void acts.push({ method, path, act }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Turn {
  readonly state: GitHubState
  readonly fault: Fault | undefined
  readonly request: RecordedRequest
}

function serve({ state, fault, request }: Turn, response: ServerResponse): void {
  if (!fault) return send(response, answer(state, request))
  if (!('kind' in fault.answer)) return send(response, fault.answer)
  switch (fault.answer.kind) {
    case 'lost':
      answer(state, request)
      return send(response, fault.answer.reply)
    case 'disconnect':
      response.destroy()
      return
    case 'hang':
      return
  }
}

async function read(incoming: IncomingMessage): Promise<RecordedRequest> {
  const text = (await Array.fromAsync(incoming.setEncoding('utf8'))).join('')
  const url = new URL(incoming.url ?? '/', 'http://github.test')
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  const query = Object.fromEntries(url.searchParams)
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  return { method: incoming.method ?? '', path: url.pathname, query, body, headers }
}

function send(response: ServerResponse, reply: Reply): void {
  const isText = typeof reply.body === 'string'
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(reply.status, { 'content-type': type, ...reply.headers })
  response.end(reply.body === undefined ? undefined : isText ? reply.body : JSON.stringify(reply.body))
}
