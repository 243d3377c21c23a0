import { join } from 'node:path'
import type { CodeSplittingGroup } from 'rolldown'

type Context = Parameters<Extract<CodeSplittingGroup['name'], (...given: never) => unknown>>[1]

/** Whether a module of `src` needs what is asked about from its start. */
type NeededBy = (root: string) => boolean

const start = 'cli/start.ts'
const check = 'cli/run-check.ts'
const explain = 'cli/run-explain.ts'
const triage = 'cli/run-triage.ts'

const chunks: Readonly<Record<string, (neededBy: NeededBy) => boolean>> = {
  base: neededBy => neededBy(start) && neededBy(check),
  words: neededBy => neededBy(check) && (neededBy(explain) || neededBy(triage)),
  check: neededBy => neededBy(check),
}

/**
 * Files for what `check` needs in any case. Left alone, the bundler makes one for each set of commands that share a
 * module, forty for a `list`, and to find, read and compile so many takes a tenth of its time.
 */
export const sharedChunks: CodeSplittingGroup[] = [
  // the first file says which Node is needed, so it must load in any
  { name: 'process', test: /^\0light:node:process$/ },
  ...Object.entries(chunks).map(([name, holds]) => ({ name: chunkName(name, holds), debugName: name })),
]

/** Whether a chunk has its name from here. */
export function isSharedChunk(name: string): boolean {
  return name === 'process' || Object.hasOwn(chunks, name)
}

function chunkName(name: string, holds: (neededBy: NeededBy) => boolean) {
  const needs = new Map<string, ReadonlySet<string>>()
  return (id: string, context: Context) => {
    const neededBy = (root: string) => {
      const all = needs.get(root) ?? staticImports(join(import.meta.dirname, '../../src', root), context)
      needs.set(root, all)
      return all.has(id)
    }
    return holds(neededBy) ? name : null
  }
}

/** A module and all that it imports statically, near and far. */
function staticImports(root: string, context: Context): ReadonlySet<string> {
  const found = new Set([root])
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
