import { access } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { findProgram } from '../process/find-program.ts'

/** A helm to render the demo's chart with, or why there is none. */
export type DemoHelm =
  | { readonly kind: 'helm'; readonly path: string }
  | { readonly kind: 'none'; readonly why: string }

/** helm from PATH, else the pinned one of a checkout, else of the user's cache. */
export async function findHelm(): Promise<DemoHelm> {
  const onPath = await findProgram('helm', process.env['PATH'] ?? '')
  if (onPath !== undefined) return { kind: 'helm', path: onPath }
  const { ensureTools } = await import('../tools/ensure-tools.ts')
  const result = await ensureTools({ folder: await toolsFolder() })
  return result.kind === 'ready' ? { kind: 'helm', path: result.tools.helm4 } : { kind: 'none', why: result.why }
}

async function toolsFolder(): Promise<string> {
  const checkout = join(import.meta.dirname, '..')
  const isCheckout = await access(join(checkout, 'package-lock.json')).then(
    () => true,
    () => false,
  )
  if (isCheckout) return join(checkout, '.tools')
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'will-it-pull', 'tools')
}
