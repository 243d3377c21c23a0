import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { imageService } from './cri-image-service.ts'
import type { ImageService } from './cri-image-service.ts'

// another build may be asked by hand: ORACLE_CONTAINERD=/path/to/containerd
const program = process.env['ORACLE_CONTAINERD'] ?? '/usr/bin/containerd'

/** Why real containerd can't be asked here; undefined where it can. */
export const missingContainerd: string | undefined = existsSync(program)
  ? process.getuid?.() === 0
    ? undefined
    : 'containerd needs root'
  : 'containerd is not installed; see .ci/run'

/** `1.6.20` as numbers; which cases hold depends on it. */
export const containerdVersion: readonly [major: number, minor: number] = versionOf()

function versionOf(): readonly [number, number] {
  const words = missingContainerd === undefined ? spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout : ''
  const [, major = '0', minor = '0'] = /v?(\d+)\.(\d+)\.\d+/.exec(words) ?? []
  return [Number(major), Number(minor)]
}

/** A real containerd with nothing in it, which reads its hosts from a certs.d tree. */
export interface Containerd extends ImageService {
  /** Absolute; read again at every pull. */
  readonly hostsDir: string
}

/** Starts it with a root, state and socket of its own; nothing is shared with a containerd of the machine. */
export async function startContainerd(): Promise<Containerd> {
  const folder = await mkdtemp(join(tmpdir(), 'containerd-'))
  const hostsDir = join(folder, 'certs.d')
  await mkdir(hostsDir)
  const environment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' }
  const [major] = containerdVersion
  const config = join(folder, 'config.toml')
  await writeFile(config, basics(folder) + (major < 2 ? version1(hostsDir) : version2(hostsDir)))
  const child = spawn(program, ['--config', config], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
  await booted(child.stderr)
  const service = imageService(join(folder, 'containerd.sock'))
  return {
    ...service,
    hostsDir,
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]()
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function basics(folder: string): string {
  const others = ['btrfs', 'devmapper', 'zfs'].map(name => `"io.containerd.snapshotter.v1.${name}"`)
  return `root = "${folder}/root"
state = "${folder}/state"
disabled_plugins = [${others.join(', ')}]
`
}

// the native snapshotter copies files, which works on every file system and in every container
function version1(hostsDir: string): string {
  return `version = 2
[grpc]
address = "${join(hostsDir, '../containerd.sock')}"
[plugins."io.containerd.grpc.v1.cri".containerd]
snapshotter = "native"
[plugins."io.containerd.grpc.v1.cri".registry]
config_path = "${hostsDir}"
`
}

function version2(hostsDir: string): string {
  return `version = 3
[grpc]
address = "${join(hostsDir, '../containerd.sock')}"
[plugins."io.containerd.cri.v1.images"]
snapshotter = "native"
[plugins."io.containerd.cri.v1.images".registry]
config_path = "${hostsDir}"
[[plugins."io.containerd.transfer.v1.local".unpack_config]]
platform = "linux/amd64"
snapshotter = "native"
`
}

/** It says so on standard error; one that does not start ends the stream. */
async function booted(output: Readable): Promise<void> {
  const lines: string[] = []
  for await (const line of createInterface({ input: output })) {
    lines.push(line)
    if (!line.includes('successfully booted')) continue
    output.resume()
    return
  }
  throw new Error(`containerd did not start:\n${lines.slice(-20).join('\n')}`)
}
