import type { CheckRequest, Environment } from '../config/types.ts'
import type { Source } from '../discover/types.ts'
import type { Inventory, Use } from '../extract/types.ts'
import { narrow } from '../platform/allowed.ts'
import { parsePlatform } from '../platform/parse.ts'
import type { Platform } from '../platform/types.ts'
import { parseReference } from '../reference/parse.ts'
import type { ParsedReference } from '../reference/types.ts'
import { planCredentials } from './credentials.ts'
import { hostsFor } from './hosts.ts'
import { effectivePullPolicy } from './pull-policy.ts'
import { Namespaces } from './pull-secrets.ts'
import { serviceOf } from './service.ts'
import type { PullPlan } from './types.ts'

/** What a node of each environment would do for each use. */
export function plan(inventory: Inventory, sources: readonly Source[], request: CheckRequest): readonly PullPlan[] {
  const namespaces = new Namespaces(inventory, sources, request.pullSecrets)
  return request.environments.flatMap(environment =>
    inventory.uses.map(use => planUse(use, { environment, namespaces, inventory })),
  )
}

interface Context {
  readonly environment: Environment
  readonly namespaces: Namespaces
  readonly inventory: Inventory
}

function planUse(use: Use, context: Context): PullPlan {
  const { environment } = context
  const reference = parseReference(use.image)
  const { registry, repository } = contacted(reference)
  return {
    use,
    environment,
    reference,
    pullPolicy: effectivePullPolicy(use.pullPolicy, reference),
    platforms: requiredPlatforms(use, context),
    repository,
    hosts: reference.kind === 'reference' ? hostsFor(registry, environment) : [],
    credentials: planCredentials(use, reference.kind === 'reference' ? reference.repository : '', context),
    service: serviceOf(registry),
  }
}

/** A name such as `foo_bar.com/app` has no domain for the grammar, yet containerd contacts its first part. */
function contacted(reference: ParsedReference): { readonly registry: string; readonly repository: string } {
  if (reference.kind === 'reference-error') return { registry: '', repository: '' }
  if (reference.domain !== '') return { registry: reference.domain, repository: reference.path }
  const [registry = '', ...rest] = reference.path.split('/')
  return { registry, repository: rest.join('/') }
}

function requiredPlatforms(use: Use, { environment, inventory }: Context): readonly Platform[] {
  const platforms = environment.platforms.flatMap(text => {
    const platform = parsePlatform(text)
    return platform.kind === 'platform' ? [platform.platform] : []
  })
  const runtimeClass = inventory.runtimeClasses.find(({ name }) => name === use.pod.runtimeClass)
  return narrow(platforms, {
    nodeSelector: { ...runtimeClass?.nodeSelector, ...use.pod.nodeSelector },
    requiredTerms: use.pod.requiredTerms,
    os: use.pod.os,
  })
}
