import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../transport/proxy.ts'
import { readDockerConfig } from './docker-config.ts'
import type { DockerConfig } from './docker-config.ts'

/** One place where logins are kept, read. */
export type Place =
  | { readonly kind: 'config'; readonly from: string; readonly config: DockerConfig }
  | { readonly kind: 'broken'; readonly from: string; readonly why: string }

const largestConfig = 4 * 1024 * 1024

/**
 * All places in the order in which they count: the variable of docker, docker's config, then those of podman
 * (docker/cli, cli/config; containers-auth.json.5). A given path stands alone.
 */
export async function readPlaces(environment: Environment, given: string | undefined): Promise<readonly Place[]> {
  if (given !== undefined) {
    const place = await readGiven(given)
    return [place ?? { kind: 'broken', from: given, why: 'it does not exist' }]
  }
  const read = await Promise.all(
    [...new Set(usualPaths(environment))].map(path => readPlace(path, shown(path, environment))),
  )
  return [fromVariable(environment), ...read].filter(place => place !== undefined)
}

async function readGiven(given: string): Promise<Place | undefined> {
  const isFolder = await stat(given).then(
    entry => entry.isDirectory(),
    () => false,
  )
  return readPlace(isFolder ? join(given, 'config.json') : given, given)
}

function usualPaths(environment: Environment): readonly string[] {
  const home = environment['HOME'] || environment['USERPROFILE']
  const {
    DOCKER_CONFIG: docker,
    REGISTRY_AUTH_FILE: named,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: config,
  } = environment
  return [
    docker ? join(docker, 'config.json') : home && join(home, '.docker', 'config.json'),
    named,
    runtime && join(runtime, 'containers', 'auth.json'),
    config ? join(config, 'containers', 'auth.json') : home && join(home, '.config', 'containers', 'auth.json'),
  ].filter((path): path is string => path !== undefined && path !== '')
}

function shown(path: string, environment: Environment): string {
  const home = environment['HOME'] || environment['USERPROFILE']
  return home && path.startsWith(home) ? `~${path.slice(home.length)}` : path
}

// docker takes logins from it and nothing else
function fromVariable(environment: Environment): Place | undefined {
  const text = environment['DOCKER_AUTH_CONFIG']
  if (!text) return undefined
  const config = readDockerConfig(text)
  const from = 'DOCKER_AUTH_CONFIG'
  if (typeof config === 'string') return { kind: 'broken', from, why: config }
  return { kind: 'config', from, config: { auths: config.auths, credentialHelpers: new Map() } }
}

async function readPlace(path: string, from: string): Promise<Place | undefined> {
  const text = await readBounded(path)
  if (text === undefined) return undefined
  if (typeof text !== 'string') return { kind: 'broken', from, why: text.why }
  const config = readDockerConfig(text)
  return typeof config === 'string' ? { kind: 'broken', from, why: config } : { kind: 'config', from, config }
}

async function readBounded(path: string): Promise<string | { readonly why: string } | undefined> {
  try {
    const { size } = await stat(path)
    return size > largestConfig ? { why: `it has ${size} bytes` } : await readFile(path, 'utf8')
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { why: `it can't be read (${String(code)})` }
  }
}
