import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'

/** A web server on loopback. */
export interface WebServer extends AsyncDisposable {
  /** `http://127.0.0.1:41231` */
  readonly origin: string
  /** Paths that were asked for. */
  readonly asked: readonly string[]
}

/** Serves with a handler of one's own. */
export async function webServer(handler: RequestListener): Promise<WebServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    handler(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A chart in a repository. */
export interface ServedChart {
  readonly name: string
  readonly version: string
  readonly archive: Buffer
}

/** A chart repository: an index, and archives beside it (https://helm.sh/docs/topics/chart_repository). */
export async function chartRepository(charts: readonly ServedChart[]): Promise<WebServer> {
  const files = new Map<string, Buffer>(charts.map(chart => [`/charts/${fileOf(chart)}`, chart.archive]))
  files.set('/charts/index.yaml', Buffer.from(indexOf(charts)))
  return webServer(({ url = '' }, response) => {
    const file = files.get(url)
    response.writeHead(file === undefined ? 404 : 200)
    response.end(file)
  })
}

function fileOf({ name, version }: ServedChart): string {
  return `${name}-${version}.tgz`
}

function indexOf(charts: readonly ServedChart[]): string {
  const entries = [...Map.groupBy(charts, ({ name }) => name)].map(([name, versions]) => {
    const items = versions.map(
      chart => `  - name: ${name}
    version: ${chart.version}
    digest: ${createHash('sha256').update(chart.archive).digest('hex')}
    urls:
    - ${fileOf(chart)}
`,
    )
    return `  ${name}:\n${items.join('')}`
  })
  return `apiVersion: v1\nentries:\n${entries.join('')}generated: "2026-11-24T00:00:00Z"\n`
}
