import type { ReportLocation, ReportUse } from './schema.ts'

/**
 * `charts/shop/values.yaml:12:8`, as editors and terminals open it; standard input has the name that compilers give it.
 * Behind it stands what of the call decides the value.
 */
export function placeText({ file, line, column, setBy }: ReportLocation): string {
  const position = [line, line === null ? null : column].filter(part => part !== null)
  const place = [file === '-' ? '<stdin>' : file, ...position].join(':')
  return setBy === undefined ? place : `${place} (set by ${setBy})`
}

/** `Job shop/setup (Helm hook: pre-install), container web`; of a text that only looks like an image, the field that it stands in. */
export function useText(
  { workload, container, field, role, environment }: ReportUse,
  withEnvironment: boolean,
): string {
  const { kind, namespace, name } = workload
  const hooks = workload.hooks.length === 0 ? '' : ` (Helm hook: ${workload.hooks.join(', ')})`
  const owner = `${kind} ${namespace === null ? name : `${namespace}/${name}`}${hooks}`
  const text = role === 'heuristic' ? `, text at ${field}` : ''
  const within = container === null ? text : `, container ${container}`
  return `${owner}${within}${withEnvironment ? ` (${environment})` : ''}`
}

/** Whether the path can be one of a file in the repository: standard input and files from outside can't. */
export function isInRepository({ file }: ReportLocation): boolean {
  const parts = file.split('/')
  return file !== '-' && parts.every(part => part !== '' && part !== '.' && part !== '..')
}
