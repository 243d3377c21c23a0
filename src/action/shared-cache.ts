import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import process from 'node:process'
import { openPack } from '../registry/cache/cache.ts'
import { unpacked } from '../registry/cache/pack.ts'
import type { Environment } from './inputs.ts'
import { asPlainLines } from './plain-lines.ts'

/** Bodies that the runs of a repository share by GitHub's cache: those that were read without a login, and no others. */
export interface SharedCache {
  /** Brings back what earlier runs saved. However often it is asked for, it happens once. */
  restore(): Promise<void>
  /** Saves what this run added, once nothing writes any more. */
  save(): Promise<void>
}

/** How long a run waits for GitHub's cache, in milliseconds: without it the registries are asked, that is all. */
const patienceMs = 15_000

/** The shared cache behind a folder, where the runner offers one. */
export function sharedCache(folder: string | undefined, environment: Environment): SharedCache | undefined {
  if (folder === undefined || !isOffered(environment)) return undefined
  const open = openPack(resolve(folder))
  let restoring: Promise<string | undefined> | undefined
  return {
    async restore() {
      restoring ??= inTime(asPlainLines(() => restored(open)))
      await restoring
    },
    async save() {
      // nothing was asked, or GitHub's cache was no help already
      if (restoring === undefined) return
      const matched = await restoring
      if (matched !== undefined) await inTime(asPlainLines(() => saved(open, matched)))
    },
  }
}

// the library is large: it is not even loaded where it could do nothing
function isOffered(environment: Environment): boolean {
  const service = environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']
  return Boolean(service) && Boolean(environment['ACTIONS_RUNTIME_TOKEN'])
}

/**
 * Entries never change, so each is named by what it holds; the newest of the prefix is taken. `v2` is that of the folder.
 */
const prefix = `will-it-pull-v2-${process.platform}-`

/** Name of the entry that was there; empty for none, undefined where the cache can't be used. */
async function restored(open: string): Promise<string | undefined> {
  const { isFeatureAvailable, restoreCache } = await import('@actions/cache')
  return isFeatureAvailable() ? ((await restoreCache([open], `${prefix}newest`, [prefix])) ?? '') : undefined
}

async function saved(open: string, matched: string): Promise<void> {
  const content = await readFile(open).catch(() => undefined)
  const digests = content === undefined ? [] : [...unpacked(content).keys()].toSorted()
  const key = `${prefix}${createHash('sha256').update(digests.join('\n')).digest('hex')}`
  if (digests.length === 0 || key === matched) return
  const { saveCache } = await import('@actions/cache')
  await saveCache([open], key)
}

/** Caching is optional: what fails or takes long counts for nothing. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve: give } = Promise.withResolvers<undefined>()
  const timer = setTimeout(give, patienceMs, undefined)
  try {
    return await Promise.race([work.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}
