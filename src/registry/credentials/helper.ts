import { Secret } from '../../secret.ts'
import type { ProgramResult, RunProgram } from '../../world.ts'
import { objectOf } from '../content/descriptor.ts'
import { saidByHelper } from './said-by-helper.ts'
import type { Environment } from '../transport/proxy.ts'
import { printable } from '../diagnosis/text.ts'
import type { Credential } from '../types.ts'

export type HelperReply =
  | { readonly kind: 'credential'; readonly credential: Credential }
  | { readonly kind: 'none' }
  /** `isLate`: it did not answer in time. */
  | { readonly kind: 'broken'; readonly why: string; readonly isLate?: boolean | undefined }

export interface HelperOptions {
  readonly run: RunProgram
  readonly environment: Environment
}

// helpers call the APIs of clouds, and hang where those can't be reached
const timeoutMs = 30_000
const maxOutputBytes = 1024 * 1024

// of no use to a helper, and worth stealing
const withheld = /^(ACTIONS_|INPUT_|GITHUB_TOKEN$|GH_TOKEN$)/

/** Asks `docker-credential-<suffix> get` (docker-credential-helpers, client/command.go). */
export async function askHelper(
  suffix: string,
  key: string,
  { run, environment }: HelperOptions,
): Promise<HelperReply> {
  if (!/^[A-Za-z0-9._-]+$/.test(suffix))
    return { kind: 'broken', why: `a helper can't be named ${printable(suffix, 60)}` }
  const program = `docker-credential-${suffix}`
  const call = {
    program,
    arguments: ['get'],
    input: key,
    environment: forHelper(environment),
    timeoutMs,
    maxOutputBytes,
  }
  return readResult(await run(call), { program, environment })
}

interface Helper {
  readonly program: string
  readonly environment: Environment
}

function readResult(result: ProgramResult, helper: Helper): HelperReply {
  const { program } = helper
  switch (result.kind) {
    case 'ended':
      return result.exitCode === 0
        ? readReply(result.stdout, program)
        : readRefusal(result.stdout || result.stderr, helper)
    case 'not-found':
      return { kind: 'broken', why: `${program} is not on PATH` }
    case 'timed-out':
      return { kind: 'broken', why: `${program} did not answer within ${timeoutMs / 1000} s`, isLate: true }
    case 'too-much-output':
      return { kind: 'broken', why: `${program} printed more than ${maxOutputBytes} bytes` }
    case 'too-much-memory':
      return { kind: 'broken', why: `${program} took more than ${result.bytes} bytes of memory` }
    case 'failed':
      return { kind: 'broken', why: `${program} could not be run: ${printable(result.why)}` }
  }
}

function forHelper(environment: Environment): Readonly<Record<string, string>> {
  const kept = Object.entries(environment).filter(([name, value]) => value !== undefined && !withheld.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']))
}

function readReply(stdout: string, program: string): HelperReply {
  const reply = parse(stdout)
  const username = reply?.['Username']
  const secret = reply?.['Secret']
  if (typeof username !== 'string' || typeof secret !== 'string')
    return { kind: 'broken', why: `${program} did not print a login` }
  if (username === '' && secret === '') return { kind: 'none' }
  // `<token>` marks an identity token (docker-credential-helpers, credentials/credentials.go)
  if (username === '<token>')
    return { kind: 'credential', credential: { kind: 'identity-token', token: new Secret(secret) } }
  return { kind: 'credential', credential: { kind: 'basic', username, password: new Secret(secret) } }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

function readRefusal(output: string, { program, environment }: Helper): HelperReply {
  if (/credentials not found/i.test(output)) return { kind: 'none' }
  return { kind: 'broken', why: `${program} failed: ${saidByHelper(output, environment) || 'it gave no reason'}` }
}
