import type { HelmFile } from './helm-file.ts'
import type { RenderFailure } from '../types.ts'

/**
 * Tells a missing dependency from other failures by helm's own words, and finds the file behind the name that helm
 * gives: a template is named by its chart, `values.yaml` and `Chart.yaml` without a folder.
 */
export async function helmFailure(failure: RenderFailure, given: FailureContext): Promise<RenderFailure> {
  if (failure.why !== 'program-failed') return failure
  const missing = /found in Chart\.yaml, but missing in charts\/ directory: (.+)/.exec(failure.detail)?.[1]
  if (missing !== undefined) return { why: 'dependency-missing', detail: missing }
  const { why, detail, file: name, line } = failure
  if (name === undefined || given.values.includes(name)) return failure
  const file = await given.fileOf(name.includes('/') ? name : `chart/${name}`)
  return file === undefined ? { why, detail } : { why, detail, file, line }
}

/** What the names in a failure can stand for. */
interface FailureContext {
  readonly fileOf: HelmFile
  /** The values files that were given, root-relative. */
  readonly values: readonly string[]
}
