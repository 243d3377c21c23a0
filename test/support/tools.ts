import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { toolsIn } from '../../src/tools/ensure-tools.ts'

const tools = toolsIn(resolve(import.meta.dirname, '../../.tools'))

/** The helms that the tests render with. A test for one that could not be fetched is reported as skipped. */
export const helms: readonly { readonly name: string; readonly path: string; readonly isThere: boolean }[] = [
  { name: 'helm 3', path: tools.helm3, isThere: existsSync(tools.helm3) },
  { name: 'helm 4', path: tools.helm4, isThere: existsSync(tools.helm4) },
]

export const kubectl = { path: tools.kubectl, isThere: existsSync(tools.kubectl) }
