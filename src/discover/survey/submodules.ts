import type { Files } from '../../world.ts'
import type { UnresolvedSource } from '../types.ts'
import { resolvePath } from './root-path.ts'
import type { Walk } from './survey.ts'

const mostSubmodules = 1000

/** The submodules below a folder that were not checked out: what they hold can't be seen (`git help gitmodules`). */
export async function absentSubmodules(
  { files, excludes }: Walk,
  folder: string,
): Promise<readonly UnresolvedSource[]> {
  const read = await files.read('.gitmodules')
  const text = read.kind === 'text' ? read.text : ''
  const named = [...text.matchAll(pathLine)].slice(0, mostSubmodules)
  const paths = named.flatMap(([, written = '']) => resolvePath('.', plainValue(written)) ?? [])
  const below = paths.filter(path => folder === '.' || path === folder || path.startsWith(`${folder}/`))
  const wanted = below.filter(path => !ancestorsOf(path).some(excludes))
  const isGone = await Promise.all(wanted.map(path => isEmpty(files, path)))
  return wanted.filter((_, index) => isGone[index]).map(path => gap(path))
}

// git takes keys in any case, and one behind the name of its section (`git help config`, "Syntax")
const pathLine = /^[^\S\n]*(?:\[[^\]\n]*\][^\S\n]*)?path[^\S\n]*=[^\S\n]*(\S.*)$/gim

/** Without quotes, and without a comment behind it. */
function plainValue(written: string): string {
  const parts = [...written.matchAll(/"((?:[^"\\]|\\.)*)"?|([^"#;]+)|[#;].*/g)]
  const texts = parts.map(([, quoted, bare]) => quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '')
  return texts.join('').trim()
}

function ancestorsOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

async function isEmpty(files: Files, path: string): Promise<boolean> {
  const list = await files.list(path)
  return list.kind === 'entries' ? list.entries.length === 0 : (await files.kind(path)) === 'absent'
}

function gap(path: string): UnresolvedSource {
  const base = { id: `gap:${path}`, path, label: path }
  return { ...base, kind: 'unresolved', of: 'manifests', why: 'submodule', detail: path }
}
