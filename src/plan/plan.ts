import type { CheckRequest, Environment } from '../config/types.ts'
import type { Source } from '../discover/types.ts'
import type { Inventory, Use } from '../extract/types.ts'
import type { NodeRegistries } from '../node/types.ts'
import { narrow } from '../platform/allowed.ts'
import { parsePlatform } from '../platform/parse.ts'
import type { Platform } from '../platform/types.ts'
import { parseReference } from '../reference/parse.ts'
import { nodeKeyring, planCredentials } from './credentials.ts'
import { effectivePullPolicy } from './pull-policy.ts'
import { Namespaces } from './pull-secrets.ts'
import { routeOf } from './route.ts'
import { serviceOf } from './service.ts'
import type { PlannedHost, PullPlan } from './types.ts'

/** What planning reads of the request, and the registry configuration of the nodes by the environment's name. */
export interface PlanRequest
  extends Pick<CheckRequest, 'environments' | 'pullSecrets'>, Partial<Pick<CheckRequest, 'depth'>> {
  readonly registries?: ReadonlyMap<string, NodeRegistries> | undefined
}

/** What a node of each environment would do for each use. */
export function plan(inventory: Inventory, sources: readonly Source[], request: PlanRequest): readonly PullPlan[] {
  const namespaces = new Namespaces(inventory, sources, request.pullSecrets)
  return request.environments.flatMap(environment => {
    const registries = request.registries?.get(environment.name) ?? { kind: 'direct' }
    const { depth } = request
    const context = { environment, registries, namespaces, inventory, depth, nodeKeyring: nodeKeyring(environment) }
    return inventory.uses.map(use => planUse(use, context))
  })
}

interface Context {
  readonly environment: Environment
  readonly registries: NodeRegistries
  readonly namespaces: Namespaces
  readonly nodeKeyring: ReturnType<typeof nodeKeyring>
  readonly inventory: Inventory
  readonly depth: CheckRequest['depth'] | undefined
}

function planUse(use: Use, context: Context): PullPlan {
  const { environment } = context
  const reference = parseReference(use.image)
  const route = routeOf(reference, environment, context.registries)
  return {
    use,
    environment,
    reference,
    pullPolicy: effectivePullPolicy(use.pullPolicy, reference),
    platforms: requiredPlatforms(use, context),
    ...route,
    depth: context.depth,
    credentials: planCredentials(use, reference.kind === 'reference' ? reference.repository : '', context),
    service: serviceBehind(route.hosts.at(-1)),
  }
}

// a mirror that takes the registry's place is a service of its own
function serviceBehind(last: PlannedHost | undefined): PullPlan['service'] {
  if (last === undefined) return 'other'
  const { registry, mirrorOf, authority } = last.host
  return serviceOf(mirrorOf === undefined ? registry : authority)
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
