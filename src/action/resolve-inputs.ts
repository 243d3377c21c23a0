import { resolve } from 'node:path'
import { resolveRequest } from '../config/resolve.ts'
import type { Resolved, ResolvedRequest } from '../config/resolve.ts'
import { anyFiles } from '../process/any-files.ts'
import { belowRoot } from '../process/below-root.ts'
import { createFiles } from '../process/files.ts'
import { nodeConfiguration } from '../process/node-configuration.ts'
import { repositoryRoot } from '../process/repository-root.ts'
import type { Shell } from './pull-request.ts'

/** What the inputs ask for, with the root that its paths are told from; or what is wrong with them. */
export type ResolvedInputs =
  | (ResolvedRequest & { readonly root: string; readonly granted: readonly string[] })
  | Extract<Resolved, { readonly kind: 'wrong' }>

/** Makes the request of the inputs and the configuration. On a fork's run both may name what lies in the workspace alone. */
export async function resolveInputs({ context, inputs, environment }: Shell): Promise<ResolvedInputs> {
  const { withoutSecrets } = context
  const working = resolve(environment['GITHUB_WORKSPACE'] ?? '.')
  const root = await repositoryRoot(working)
  const { raw, granted } = belowRoot(inputs.raw, { root, working })
  const resolved = await resolveRequest({
    raw,
    withoutSecrets,
    offline: false,
    spell: name => name,
    files: withoutSecrets ? createFiles(working) : anyFiles(working),
    root: createFiles(root),
    environment: name => environment[name],
  })
  if (resolved.kind === 'wrong') return resolved
  const outside = withoutSecrets ? [] : [...granted, ...nodeConfiguration(resolved.request, root)]
  return { ...resolved, root, granted: outside }
}
