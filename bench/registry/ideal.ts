import process from 'node:process'
import { z } from 'zod'
import { IdealLine } from './ideal-line.ts'
import type { IdealReply } from './ideal-line.ts'
import { startIdealSession } from './ideal-session.ts'

/** Sends one request as soon as a connection is free. */
export type IdealAsk = (method: 'GET' | 'HEAD', path: string, headers: string) => Promise<IdealReply>

/** The least that a client can do, to measure ours against: `ideal.ts h1|h2 <host/repository:tag>…` on standard input. */
interface Line {
  readonly ask: IdealAsk
  close(): void
}

const tokenBody = z.object({ token: z.string().optional(), access_token: z.string().optional() })
const indexBody = z.object({ manifests: z.array(z.object({ digest: z.string() })) })
const connectionsPerHost = 16
const accept = 'accept: application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json\r\n'

async function openPool(host: string): Promise<Line> {
  const lines: IdealLine[] = []
  const idle: IdealLine[] = []
  const waiting: ((line: IdealLine) => void)[] = []
  const release = (line: IdealLine) => {
    const next = waiting.shift()
    if (next === undefined) idle.push(line)
    else next(line)
  }
  const opening = Array.from({ length: connectionsPerHost }, async () => {
    const line = await IdealLine.open(host)
    lines.push(line)
    release(line)
  })
  void Promise.all(opening)
  return {
    async ask(...request) {
      const line = idle.pop() ?? (await new Promise<IdealLine>(resolve => waiting.push(resolve)))
      const reply = await line.ask(...request)
      release(line)
      return reply
    },
    close: () => lines.forEach(line => line.close()),
  }
}

async function checkHost(host: string, images: readonly string[]): Promise<void> {
  const line = process.argv[2] === 'h2' ? startIdealSession(host) : await openPool(host)
  const named = images.map(image => [image.slice(0, image.indexOf(':')), image.slice(image.indexOf(':') + 1)] as const)
  const [[first, tag] = ['', '']] = named
  const challenge = await line.ask('HEAD', `/v2/${first}/manifests/${tag}`, accept)
  const [, realm = '', service = ''] = /realm="([^"]*)",service="([^"]*)"/.exec(challenge.head) ?? []
  const tokens = new Map<string, Promise<string>>()
  for (const [repository] of named)
    tokens.set(repository, tokens.get(repository) ?? tokenFor(line.ask, { realm, service, repository }))
  await Promise.all(
    named.map(async ([repository, name]) =>
      checkImage(line.ask, `/v2/${repository}/manifests/`, { name, token: (await tokens.get(repository)) ?? '' }),
    ),
  )
  line.close()
}

async function tokenFor(
  ask: IdealAsk,
  { realm, service, repository }: { realm: string; service: string; repository: string },
): Promise<string> {
  const { pathname } = new URL(realm)
  const scope = encodeURIComponent(`repository:${repository}:pull`)
  const { body } = await ask('GET', `${pathname}?service=${encodeURIComponent(service)}&scope=${scope}`, '')
  const reply = tokenBody.parse(JSON.parse(body.toString()))
  return reply.token ?? reply.access_token ?? ''
}

async function checkImage(
  ask: IdealAsk,
  path: string,
  { name, token }: { name: string; token: string },
): Promise<void> {
  const headers = `${accept}authorization: Bearer ${token}\r\n`
  const head = await ask('HEAD', path + name, headers)
  const index = await ask('GET', path + name, headers)
  const { manifests } = indexBody.parse(JSON.parse(index.body.toString()))
  const child = await ask('HEAD', path + (manifests[0]?.digest ?? ''), headers)
  for (const { status } of [head, index, child]) if (status !== 200) throw new Error(`${path}${name}: ${status}`)
}

const chunks: Buffer[] = []
for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk)
const references = Buffer.concat(chunks).toString().trim().split('\n')
const startedAt = performance.now()
const byHost = Map.groupBy(references, reference => reference.slice(0, reference.indexOf('/')))
await Promise.all(
  [...byHost].map(([host, images]) =>
    checkHost(
      host,
      images.map(image => image.slice(host.length + 1)),
    ),
  ),
)
process.stdout.write(JSON.stringify({ wallMs: performance.now() - startedAt }))
