import { execFile, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { image } from '../src/simulator/image.ts'
import { startProxy } from '../src/simulator/proxy.ts'
import type { SimulatedProxy } from '../src/simulator/proxy.ts'
import { startRegistry } from '../src/simulator/registry.ts'
import { ourAuthority } from '../src/simulator/tls/authority.ts'
import { scenes } from './capture/scenes.ts'
import type { Scene } from './capture/scenes.ts'

// Has a real client pull from the embedded registry once per fault and prints what it says, as JSON. The words in
// test/messages/messages.json come from here.
//
//   node scripts/capture-messages.ts --pull 'ctr -a SOCKET images pull --snapshotter native --platform linux/amd64 [--user USER] REF' --containerd containerd
//   node scripts/capture-messages.ts --pull 'skopeo copy --override-arch amd64 [--src-creds USER] docker://REF dir:FOLDER'
//
// SOCKET, REF, USER and FOLDER are filled in; what stands in brackets only where a login is sent. Names are resolved by
// a small DNS server of this script, so run it where /etc/resolv.conf names 127.0.0.1 (a mount namespace of its own).

interface Lab {
  readonly proxy: SimulatedProxy
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
}

const { values } = parseArgs({
  options: { pull: { type: 'string' }, containerd: { type: 'string' }, only: { type: 'string' } },
})
const template = values.pull ?? ''
const folder = await mkdtemp(join(tmpdir(), 'capture-'))
await using stack = new AsyncDisposableStack()
stack.defer(() => rm(folder, { recursive: true, force: true }))
stack.use(await startResolver())
const proxy = stack.use(await startProxy({ routes: {} }))
const authority = join(folder, 'authority.pem')
await writeFile(authority, ourAuthority().certificate)
const environment = {
  PATH: process.env['PATH'],
  HOME: folder,
  HTTPS_PROXY: proxy.origin,
  NO_PROXY: '.invalid',
  SSL_CERT_FILE: authority,
}
const lab: Lab = { proxy, folder, environment }
if (values.containerd !== undefined) stack.use(await startContainerd(values.containerd))
const results = []
for (const scene of scenes) {
  if (values.only !== undefined && !scene.name.includes(values.only)) continue
  const text = await take(scene)
  results.push({ scene: scene.name, truth: scene.truth, text })
  process.stderr.write(`${scene.name}: ${text}\n`)
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)

async function take(scene: Scene): Promise<string> {
  await using registry = await startRegistry({
    ...(scene.auth !== undefined && {
      auth: { style: scene.auth, users: [{ name: 'deployer', password: 'of-the-lab' }] },
    }),
    ...(scene.tls !== undefined && { tls: scene.tls }),
    ...(scene.named === true && { name: 'registry.test' }),
  })
  registry.push('acme/web', '1.27.3', scene.artifact?.() ?? image({ platforms: ['linux/amd64'], name: scene.name }))
  if (scene.fault !== undefined) registry.fault('*', scene.fault)
  if (scene.refuses === true) registry.refuseConnections()
  lab.proxy.route('registry.test', registry.host)
  lab.proxy.mode = scene.proxy ?? 'serve'
  const host = scene.host ?? (scene.named === true ? 'registry.test' : registry.host)
  return await pull(
    `${host}/acme/web${scene.reference ?? ':1.27.3'}`,
    scene.login === 'wrong' ? 'deployer:outdated' : '',
  )
}

/** What the client wrote to standard error (or, where it writes JSON, that text). */
async function pull(reference: string, user: string): Promise<string> {
  const filled = template
    .replace(/\[([^\]]*)\]/, user === '' ? '' : '$1')
    .replace('SOCKET', join(lab.folder, 'containerd.sock'))
    .replace('REF', reference)
    .replace('USER', user)
    .replace('LOGIN', user.replace(':', ' '))
    .replace('FOLDER', join(lab.folder, `image-${performance.now()}`))
  const [program = '', ...words] = filled.split(' ').filter(word => word !== '')
  const options = { env: lab.environment, timeout: 90_000 }
  return new Promise(resolve => {
    execFile(program, words, options, (_, out, told) => resolve(out.startsWith('"') ? out.trim() : told.trim()))
  })
}

async function startContainerd(program: string): Promise<AsyncDisposable> {
  const socket = join(lab.folder, 'containerd.sock')
  const config = join(lab.folder, 'config.toml')
  const off = ['aufs', 'btrfs', 'devmapper', 'zfs'].map(name => `"io.containerd.snapshotter.v1.${name}"`)
  await writeFile(
    config,
    `version = 2
root = "${lab.folder}/root"
state = "${lab.folder}/state"
disabled_plugins = [${off.join(', ')}]
[grpc]
address = "${socket}"
[plugins."io.containerd.grpc.v1.cri".containerd]
snapshotter = "native"
`,
  )
  const child = spawn(program, ['--config', config], { env: lab.environment, stdio: 'ignore' })
  await wait(3000)
  return {
    async [Symbol.asyncDispose]() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** Answers every question: SERVFAIL below `servfail.`, else NXDOMAIN (RFC 1035, 4.1.1). */
async function startResolver(): Promise<AsyncDisposable> {
  const socket = createSocket('udp4')
  socket.on('message', (question, from) => {
    const answer = Buffer.from(question)
    answer.writeUInt16BE(question.includes('servfail') ? 0x8182 : 0x8183, 2)
    socket.send(answer, from.port, from.address)
  })
  socket.bind(53, '127.0.0.1')
  await once(socket, 'listening')
  return {
    async [Symbol.asyncDispose]() {
      socket.close()
      await once(socket, 'close')
    },
  }
}
