import type { HelmFile } from './helm-file.ts'
import type { RenderFailure } from './types.ts'

/** Tells a missing dependency from other failures by helm's own words, and the template's file from its name in helm. */
export async function helmFailure(failure: RenderFailure, fileOf: HelmFile): Promise<RenderFailure> {
  if (failure.why !== 'program-failed') return failure
  const missing = /found in Chart\.yaml, but missing in charts\/ directory: (.+)/.exec(failure.detail)?.[1]
  if (missing !== undefined) return { why: 'dependency-missing', detail: missing }
  if (failure.file === undefined) return failure
  const file = await fileOf(failure.file)
  const { why, detail, line } = failure
  if (file !== undefined) return { why, detail, file, line }
  // A values file is named by its path, which is root-relative here.
  return failure.file.startsWith('/') || /^\w[^/]*\/(?:templates|charts)\//.test(failure.file)
    ? { why, detail }
    : failure
}
