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

/** A registry that nobody here wrote, filled by a client that nobody here wrote. */
export interface DockerRegistry extends AsyncDisposable {
  /** `127.0.0.1:41231`. */
  readonly host: string
  /** Pushes an OCI layout's image with all its parts. */
  push(layout: string, repositoryAndTag: string): Promise<void>
  /** Deletes one manifest by its digest. */
  remove(repository: string, digest: string): Promise<void>
}

/** Starts Debian's docker-registry on a free port of 127.0.0.1; with a login it asks for it (htpasswd, bcrypt). */
export async function startDockerRegistry(login?: Login): Promise<DockerRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-registry-'))
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder }
  const config = join(folder, 'config.yml')
  await writeFile(config, configText(folder, login && (await writeUsers(folder, login, environment))))
  const child = spawn(find('docker-registry') ?? '', ['serve', config], {
    env: { ...environment, OTEL_TRACES_EXPORTER: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const host = await listeningAt(child.stderr)
  const authorization = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`
  return {
    host,
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

function find(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin']
  return folders.map(folder => join(folder, program)).find(path => existsSync(path))
}

async function writeUsers(folder: string, login: Login, environment: Record<string, string>): Promise<string> {
  const words = ['-B', '-b', '-n', login.user, login.password]
  const users = join(folder, 'users')
  await writeFile(users, await runWell({ program: find('htpasswd') ?? '', arguments: words, environment, folder }))
  return users
}

function configText(folder: string, users: string | undefined): string {
  const auth = users === undefined ? '' : `auth: { htpasswd: { realm: of-the-tests, path: ${users} } }\n`
  return `version: 0.1
log: { level: info, accesslog: { disabled: true } }
storage: { filesystem: { rootdirectory: ${folder}/data }, delete: { enabled: true } }
http: { addr: "127.0.0.1:0" }
${auth}`
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
