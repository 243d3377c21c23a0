import { createHash } from 'node:crypto'
import type { ProgramCall, Reuse } from '../../world.ts'
import { fingerprint } from './fingerprint.ts'

/** By what two calls have the same output. */
export interface CallKey {
  readonly key: Buffer
  /** Whether the output of another time may be another one. */
  readonly varies: boolean
}

/** To be raised when the environment of child programs changes (`childEnvironment`). */
const environmentVersion = 1

/** A call whose program, and what it reads, are told. */
export interface ReusableCall {
  readonly call: ProgramCall
  readonly reuse: Reuse
  readonly identity: string
}

/** The key of a call; undefined where what it reads can't be told. */
export function callKey({ call, reuse, identity }: ReusableCall): CallKey | undefined {
  const { reads, told = [], outlives, varies: isVarying } = reuse
  const seen = reads.map(path => fingerprint(path, outlives ? isVarying : undefined))
  const known = seen.filter(one => one !== undefined)
  if (known.length < seen.length) return undefined
  const words = call.arguments.map(argument => withoutPaths(argument, reads))
  const facts = [environmentVersion, identity, words, call.environment ?? {}, call.input ?? null, told]
  const hash = createHash('sha256').update(`${JSON.stringify(facts)}\n`)
  for (const { digest } of known) hash.update(digest)
  const given = [...call.arguments, call.input ?? '']
  return {
    key: hash.digest(),
    varies: known.some(({ varies }) => varies) || (isVarying !== undefined && given.some(isVarying)),
  }
}

/** Equal folders at other places make equal calls; no argument can hold a NUL. */
function withoutPaths(argument: string, reads: Reuse['reads']): string {
  const longestFirst = reads.map((path, at) => ({ path, at })).toSorted((a, b) => b.path.length - a.path.length)
  return longestFirst.reduce((text, { path, at }) => text.replaceAll(path, `\0${at}\0`), argument)
}
