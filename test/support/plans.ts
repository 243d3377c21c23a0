import type { CheckRequest, Environment } from '../../src/config/types.ts'
import type { Inventory, PodContext, Use } from '../../src/extract/types.ts'

/** A request for one environment, with what a test wants to be different. */
export function request(changes: Partial<CheckRequest> = {}, environment: Partial<Environment> = {}): CheckRequest {
  return {
    paths: ['.'],
    sources: [],
    exclude: [],
    chart: { values: [], set: [], apiVersions: [] },
    environments: [
      {
        name: 'default',
        platforms: ['linux/amd64'],
        runtime: 'containerd',
        nodeCredentials: { kind: 'undeclared' },
        insecureRegistries: [],
        ...environment,
      },
    ],
    pullSecrets: [],
    policy: { severities: new Map(), ignores: [], onUnknown: 'warn', failOn: 'new', allowedRegistries: [] },
    depth: 'manifest',
    largeImageBytes: 2 ** 31,
    programs: {},
    withoutSecrets: false,
    configuredBy: [],
    offline: false,
    ...changes,
  }
}

/** A container of a Deployment `shop/web`. */
export function use(image: string, pod: Partial<PodContext> = {}, changes: Partial<Use> = {}): Use {
  return {
    id: 'u1',
    key: 'k1',
    workloadKey: 'w1',
    image,
    source: 'manifests:deploy',
    workload: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web', hooks: [] },
    field: 'spec.template.spec.containers[0].image',
    path: ['spec', 'template', 'spec', 'containers', 0, 'image'],
    container: 'web',
    role: 'container',
    pod: { nodeSelector: {}, ...pod },
    document: { text: '', origin: { source: 'manifests:deploy', verbatim: true, index: 0, line: 1 } },
    ...changes,
  }
}

/** An inventory of uses and whatever else a test renders. */
export function inventory(uses: readonly Use[], changes: Partial<Inventory> = {}): Inventory {
  return {
    uses,
    secrets: [],
    producers: [],
    serviceAccounts: [],
    runtimeClasses: [],
    unreadable: [],
    documents: new Map(),
    ...changes,
  }
}
