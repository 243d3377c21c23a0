import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { runWell } from './child.ts'

/** Programs of other people that the tests ask: Debian's packages docker-registry, skopeo and apache2-utils. */
export const missingJudges: readonly string[] = ['docker-registry', 'skopeo', 'htpasswd'].filter(
  program => find(program) === undefined,
)

/** For the name of tests that need them. */
export const judgesNote =
  missingJudges.length === 0 ? '' : ` (skipped: ${missingJudges.join(', ')} is not installed; see .ci/run)`

export interface Login {
  readonly user: string
  readonly password: string
}

/** How a registry is to be, besides its users. */
export interface RegistrySetup {
  /** A token server to send callers to (distribution docs, spec/auth/token.md). */
  readonly token?: { readonly realm: string; readonly issuer: string; readonly authority: string } | undefined
  /** PEM; without it it speaks plain HTTP. */
  readonly tls?: { readonly certificate: string; readonly privateKey: string } | undefined
  /** PEM of the authority whose client certificates it wants. */
  readonly clients?: string | undefined
  /** Folder of another registry that it shares; default one of its own. */
  readonly data?: string | undefined
}

/** A registry that nobody here wrote, filled by a client that nobody here wrote. */
export interface DockerRegistry extends AsyncDisposable {
  /** `127.0.0.1:41231`. */
  readonly host: string
  /** Where it keeps what it holds. */
  readonly data: string
  /** Pushes an OCI layout's image with all its parts. */
  push(layout: string, repositoryAndTag: string): Promise<void>
  /** Deletes one manifest by its digest. */
  remove(repository: string, digest: string): Promise<void>
}

/** Starts Debian's docker-registry on a free port of 127.0.0.1; with a login it asks for it (htpasswd, bcrypt). */
export async function startDockerRegistry(login?: Login, setup: RegistrySetup = {}): Promise<DockerRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-registry-'))
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder }
  const data = setup.data ?? join(folder, 'data')
  const users = login && (await writeUsers(folder, login, environment))
  const config = join(folder, 'config.yml')
  await writeFile(config, JSON.stringify(await configOf({ folder, data, users, setup })))
  const child = spawn(find('docker-registry') ?? '', ['serve', config], {
    env: { ...environment, OTEL_TRACES_EXPORTER: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const host = await listeningAt(child.stderr)
  const authorization = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`
  return {
    host,
    data,
    push: async (layout, repositoryAndTag) => {
      const rights = login ? [`--dest-creds=${login.user}:${login.password}`] : []
      const target = [`oci:${layout}`, `docker://${host}/${repositoryAndTag}`]
      const words = ['copy', '--all', '--insecure-policy', '--dest-tls-verify=false', ...rights, ...target]
      await runWell({ program: find('skopeo') ?? '', arguments: words, environment, folder })
    },
    remove: async (repository, digest) => {
      const url = `http://${host}/v2/${repository}/manifests/${digest}`
      const answer = await fetch(url, { method: 'DELETE', headers: authorization ? { authorization } : {} })
      if (answer.status !== 202) throw new Error(`DELETE ${url}: ${answer.status}`)
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Another build may be asked by hand: ORACLE_REGISTRY=/path/to/registry */
function find(program: string): string | undefined {
  const chosen = process.env['ORACLE_REGISTRY']
  if (program === 'docker-registry' && chosen !== undefined) return chosen
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin']
  return folders.map(folder => join(folder, program)).find(path => existsSync(path))
}

async function writeUsers(folder: string, login: Login, environment: Record<string, string>): Promise<string> {
  const words = ['-B', '-b', '-n', login.user, login.password]
  const users = join(folder, 'users')
  await writeFile(users, await runWell({ program: find('htpasswd') ?? '', arguments: words, environment, folder }))
  return users
}

interface Facts {
  readonly folder: string
  readonly data: string
  readonly users: string | undefined
  readonly setup: RegistrySetup
}

/** YAML, of which JSON is a part. */
async function configOf({ folder, data, users, setup }: Facts): Promise<unknown> {
  const { token, tls, clients } = setup
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const wantsToken = token && {
    realm: token.realm,
    service: 'registry.test',
    issuer: token.issuer,
    rootcertbundle: await file('authority.pem', token.authority),
  }
  const speaksTls = tls && {
    certificate: await file('certificate.pem', tls.certificate),
    key: await file('key.pem', tls.privateKey),
    ...(clients !== undefined && { clientcas: [await file('clients.pem', clients)] }),
  }
  return {
    version: 0.1,
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: data }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0', ...(speaksTls && { tls: speaksTls }) },
    ...(users !== undefined && { auth: { htpasswd: { realm: 'of-the-tests', path: users } } }),
    ...(wantsToken && { auth: { token: wantsToken } }),
  }
}

/** It says so on standard error; one that does not start ends the stream. */
async function listeningAt(output: Readable): Promise<string> {
  const lines: string[] = []
  const reader = createInterface({ input: output })
  for await (const line of reader) {
    lines.push(line)
    const host = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1]
    if (host === undefined) continue
    output.resume()
    return host
  }
  throw new Error(`docker-registry did not start:\n${lines.join('\n')}`)
}
