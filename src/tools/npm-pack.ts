import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

export type Packed =
  | { readonly kind: 'packed'; readonly tarball: Buffer }
  | { readonly kind: 'failed'; readonly why: string }

const run = promisify(execFile)
const patience = 180_000 // 37 MB on a slow line
const forNpm =
  /^(path|home|userprofile|appdata|tmpdir|temp|(https?|no|all)_proxy|npm_config_.*|node_extra_ca_certs|ssl_cert_file)$/i

/** Fetches one package's tarball from whatever registry npm is set up to use. Installs nothing, runs no script. */
export async function npmPack(spec: string): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'will-it-pull-tools-'))
  try {
    const flags = ['--silent', '--ignore-scripts', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']
    await run('npm', ['pack', spec, ...flags], { cwd: folder, timeout: patience, env: environment() })
    const name = (await readdir(folder)).find(entry => entry.endsWith('.tgz'))
    if (!name) return { kind: 'failed', why: 'npm pack wrote no tarball' }
    return { kind: 'packed', tarball: await readFile(join(folder, name)) }
  } catch (error) {
    return { kind: 'failed', why: whyOf(error) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What npm needs to find its registry; nothing else of this process's environment, tokens least of all. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => forNpm.test(name)))
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'ENOENT') return 'npm is not on PATH'
  if ('killed' in error && error.killed === true) return 'npm pack took too long'
  return 'npm pack failed, perhaps because the package registry cannot be reached'
}
