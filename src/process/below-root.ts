import { realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { RawSettings } from '../config/settings.ts'
import { splitList } from '../config/values.ts'

/** Settings whose paths are told from the root, and the files outside of it that they name. */
export interface BelowRoot {
  readonly raw: RawSettings
  /** Absolute. */
  readonly granted: readonly string[]
}

export interface Folders {
  /** Absolute: the git top level of what is checked. */
  readonly root: string
  /** Absolute: where relative paths of the call begin. */
  readonly working: string
}

/**
 * What is checked, and values files, are told from the root, since the report names them so. A program that is named by
 * a path, not by its name alone, is told absolutely. Other files stay as they were written.
 */
export function belowRoot(raw: RawSettings, { root, working }: Folders): BelowRoot {
  const { paths, values, ...rest } = raw
  const given = splitList(values ?? []).map(path => real(resolve(working, path)))
  const checked = (paths ?? []).map(path => (path === '-' ? path : fromRoot(root, real(resolve(working, path)))))
  return {
    raw: {
      ...rest,
      ...programs(raw, working),
      ...(paths && { paths: checked }),
      ...(values && { values: given.map(file => fromRoot(root, file)) }),
    },
    granted: given.filter(file => isOutside(fromRoot(root, file))),
  }
}

function programs(raw: RawSettings, working: string): RawSettings {
  const inFull = (program: string) => (/[/\\]/.test(program) ? resolve(working, program) : program)
  const named = (['helm-path', 'kustomize-path'] as const).map(name => [name, raw[name]?.map(inFull)] as const)
  return Object.fromEntries(named.filter(([, value]) => value !== undefined))
}

/** Without links, as the root is; what does not exist stays as it is, to be named in the report. */
function real(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || isAbsolute(path)
}

function fromRoot(root: string, path: string): string {
  const below = relative(root, path)
  return isAbsolute(below) ? path : below.split(sep).join('/') || '.'
}
