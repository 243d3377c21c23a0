import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { ourAuthority } from '../../../src/simulator/tls/authority.ts'
import { makeCertificate } from '../../../src/simulator/tls/certificate.ts'
import { alice } from '../../faults/login.ts'
import { runWell } from '../../support/child.ts'
import { startDockerRegistry } from '../../support/docker-registry.ts'
import type { DockerRegistry, RegistrySetup } from '../../support/docker-registry.ts'
import { fileTree } from '../../support/file-tree.ts'
import { indexLayout, singleLayout } from '../../support/oci-layout.ts'
import { startNginx } from './nginx.ts'
import type { Nginx } from './nginx.ts'
import { startSquid } from './squid.ts'
import type { Squid } from './squid.ts'
import { find, freePorts } from './started.ts'
import { issuer, startTokenServer } from './token-server.ts'

/** Registries, proxies and what stands before them, none of it ours; all hold the same images. */
export interface Stage extends AsyncDisposable {
  /** Of docker-registry, as `127.0.0.1:port`; they speak TLS. */
  readonly open: string
  readonly htpasswd: string
  readonly bearer: string
  /** Does not trust its own token server. */
  readonly estranged: string
  /** Wants a client certificate. */
  readonly mutual: string
  readonly tokens: string
  readonly forger: string
  readonly nginx: Nginx
  /** The same with HTTP/2. */
  readonly modern: Nginx
  readonly squid: Squid
  /** Where nothing listens. */
  readonly closed: number
}

const login = { user: alice.name, password: alice.password }

export async function setStage(): Promise<Stage> {
  await using stack = new AsyncDisposableStack()
  const filled = stack.use(await startDockerRegistry())
  await fill(filled)
  const started = async (users: typeof login | undefined, setup: RegistrySetup) => {
    const names = ['registry.test']
    const tls = makeCertificate({ name: 'registry.test', issuer: ourAuthority(), names })
    return stack.use(await startDockerRegistry(users, { tls, data: filled.data, ...setup })).host
  }
  const tokens = stack.use(await startTokenServer(login))
  const forger = stack.use(await startTokenServer(login, { isForger: true }))
  const realm = 'https://auth.test/token'
  const [closed = 0] = await freePorts(1)
  const servers = {
    open: await started(undefined, {}),
    htpasswd: await started(login, {}),
    bearer: await started(undefined, { token: { realm, issuer, authority: tokens.authority } }),
    estranged: await started(undefined, { token: { realm, issuer, authority: forger.authority } }),
    mutual: await started(undefined, { clients: ourAuthority().certificate }),
    ...(await bothNginx(filled, closed, stack)),
    squid: stack.use(await startSquid()),
  }
  const all = stack.move()
  const hosts = { tokens: tokens.host, forger: forger.host, closed }
  return { ...servers, ...hosts, [Symbol.asyncDispose]: () => all.disposeAsync() }
}

async function fill(registry: DockerRegistry): Promise<void> {
  await using layouts = await fileTree({})
  const platforms = ['linux/amd64', 'linux/arm64']
  const both = await indexLayout(join(layouts.root, 'both'), platforms)
  const arm = await indexLayout(join(layouts.root, 'arm'), ['linux/arm64', 'linux/arm/v7'])
  const hollow = await indexLayout(join(layouts.root, 'hollow'), platforms)
  const single = await singleLayout(join(layouts.root, 'single'), 'linux/amd64')
  const other = await singleLayout(join(layouts.root, 'other'), 'linux/arm64')
  await registry.push(both.folder, 'acme/web:v1')
  await registry.push(both.folder, 'public/web:v1')
  await registry.push(arm.folder, 'acme/arm:v1')
  await registry.push(hollow.folder, 'acme/hollow:v1')
  await registry.push(single.folder, 'acme/single:v1')
  await registry.push(other.folder, 'acme/other:v1')
  await registry.remove('acme/hollow', hollow.children.get('linux/amd64') ?? '')
}

async function bothNginx(registry: DockerRegistry, closed: number, stack: AsyncDisposableStack) {
  const silent = stack.use(await listenOn(() => {}))
  const cutting = stack.use(
    await listenOn(socket => void socket.once('data', () => socket.end(`${cutHead}\r\n\r\n{"schemaVersion"`))),
  )
  const folder = stack.use(await fileTree({})).root
  const words = ['-m', '-b', '-c', 'users', login.user, login.password]
  const environment = { PATH: '/usr/bin:/bin' }
  await runWell({ program: find('htpasswd') ?? '', arguments: words, environment, folder })
  const users = join(folder, 'users')
  const upstreams = { registry: registry.host, silent: silent.host, cutting: cutting.host, users }
  const all = { ...upstreams, closed: `127.0.0.1:${closed}` }
  return { nginx: stack.use(await startNginx(all, false)), modern: stack.use(await startNginx(all, true)) }
}

const cutHead = `HTTP/1.1 200 OK\r\nContent-Type: application/vnd.oci.image.index.v1+json\r\nContent-Length: 1000`

async function listenOn(serve: (socket: Socket) => void): Promise<AsyncDisposable & { readonly host: string }> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket.on('error', () => socket.destroy()))
    serve(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    host: `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await once(server.close(), 'close')
    },
  }
}
