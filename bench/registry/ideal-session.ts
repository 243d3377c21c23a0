import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { connect } from 'node:http2'
import { z } from 'zod'
import type { IdealReply } from './ideal-line.ts'

const response = z.tuple([z.looseObject({ ':status': z.number() })]).rest(z.unknown())

/** One HTTP/2 connection that takes all requests at once. */
export function startIdealSession(host: string) {
  const session = connect(`https://${host}`, { rejectUnauthorized: false })
  return {
    async ask(method: 'GET' | 'HEAD', path: string, headers: string): Promise<IdealReply> {
      const fields = headers.split('\r\n').filter(line => line !== '')
      const named = fields.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const)
      const stream = session.request({ ':method': method, ':path': path, ...Object.fromEntries(named) })
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      const ended = once(stream, 'end')
      const [received] = response.parse(await once(stream, 'response'))
      await ended
      const head = Object.entries(received).map(([name, value]) => `${name}: ${String(value)}`)
      return { status: received[':status'], head: head.join('\n'), body: Buffer.concat(chunks) }
    },
    close: () => session.close(),
  }
}
