import { dirname } from 'node:path/posix'
import type { Files } from '../../world.ts'
import { madeOf } from './made-of.ts'
import type { Source } from '../types.ts'

/** The sources, by whether a change touches them. */
export interface Scope {
  readonly touched: readonly Source[]
  readonly untouched: readonly Source[]
}

/** Tells the sources apart by whether something that they are made of is among the changed paths. */
export async function touchedSources(
  sources: readonly Source[],
  changed: readonly string[],
  files: Files,
): Promise<Scope> {
  const paths = new Set(changed)
  const folders = new Set(changed.flatMap(ancestors))
  // a changed path may also be a submodule, with the source in it
  const isChanged = (part: string): boolean =>
    paths.has(part) || folders.has(part) || ancestors(part).some(folder => paths.has(folder))
  const scope = { touched: [] as Source[], untouched: [] as Source[] }
  for (const source of sources) {
    const isTouched = lostOne(source, changed) || (await madeOf(source, files)).some(isChanged)
    if (isTouched) scope.touched.push(source)
    else scope.untouched.push(source)
  }
  return scope
}

/** What is read from standard input comes from elsewhere; of a folder of manifests a file may be gone. */
function lostOne(source: Source, changed: readonly string[]): boolean {
  if (source.kind !== 'manifests') return false
  const { path } = source
  return path === '-' || changed.some(file => dirname(file) === path && /\.(?:ya?ml|json)$/i.test(file))
}

/** The folders that a path lies in, the root with them. */
function ancestors(path: string): readonly string[] {
  const folders: string[] = []
  for (let at = dirname(path); ; at = dirname(at)) {
    folders.push(at)
    if (at === '.' || at === '/') return folders
  }
}
