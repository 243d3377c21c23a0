import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { RawSettings } from '../config/settings.ts'
import { splitList } from '../config/values.ts'

/** Settings whose paths are told from the root, and the files outside of it that they name. */
export interface BelowRoot {
  readonly raw: RawSettings
  /** Absolute. */
  readonly granted: readonly string[]
}

/**
 * What is checked, and values files, are told from the root, since the report names them so. A program that is named by
 * a path, not by its name alone, is told absolutely. Other files stay as they were written.
 */
export async function belowRoot(raw: RawSettings, root: string): Promise<BelowRoot> {
  const { paths, values, ...rest } = raw
  const given = await Promise.all(splitList(values ?? []).map(real))
  const checked = await Promise.all(
    (paths ?? []).map(async path => (path === '-' ? path : fromRoot(root, await real(path)))),
  )
  return {
    raw: {
      ...rest,
      ...programs(raw),
      ...(paths && { paths: checked }),
      ...(values && { values: given.map(file => fromRoot(root, file)) }),
    },
    granted: given.filter(file => fromRoot(root, file).startsWith('..')),
  }
}

function programs(raw: RawSettings): RawSettings {
  const named = (['helm-path', 'kustomize-path'] as const).map(name => [name, raw[name]?.map(programPath)] as const)
  return Object.fromEntries(named.filter(([, value]) => value !== undefined))
}

function programPath(program: string): string {
  return /[/\\]/.test(program) ? resolve(program) : program
}

/** Without links, as the root is; what does not exist stays as it is, to be named in the report. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path))
}

function fromRoot(root: string, path: string): string {
  const below = relative(root, path)
  return isAbsolute(below) ? path : below.split(sep).join('/') || '.'
}
