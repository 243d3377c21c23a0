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
  const { detail, file: name, line } = failure
  if (/^chart requires kubeVersion: /m.test(detail)) return kubeVersion(detail, given)
  // what `required` and `fail` say
  const why = detail.startsWith('execution error at (') ? 'value-refused' : failure.why
  if (name === undefined || given.values.includes(name)) return { ...failure, why }
  const file = await given.fileOf(name.includes('/') ? name : `chart/${name}`)
  return file === undefined ? { why, detail } : { why, detail, file, line }
}

async function kubeVersion(detail: string, { fileOf }: FailureContext): Promise<RenderFailure> {
  return { why: 'kube-version', detail, file: await fileOf('chart/Chart.yaml') }
}

/** What the names in a failure can stand for. */
interface FailureContext {
  readonly fileOf: HelmFile
  /** The values files that were given, root-relative. */
  readonly values: readonly string[]
}
