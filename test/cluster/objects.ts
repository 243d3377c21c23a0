import type { Fields } from '../../src/triage/fields.ts'

// Objects as API server, kubelet and controllers write them (k8s.io/api core/v1 and apps/v1; kubelet status manager).

/** Two o'clock at night, and minutes after it. */
export function minute(minutes: number): string {
  return new Date(Date.parse('2026-11-24T02:00:00Z') + minutes * 60_000).toISOString().replace('.000Z', 'Z')
}

export interface PodOptions {
  readonly name?: string
  readonly namespace?: string
  readonly owner?: { readonly kind: string; readonly name: string } | null
  readonly node?: string | null
  readonly phase?: string
  readonly reason?: string
  readonly message?: string
  readonly created?: number
  readonly containers?: readonly Fields[]
  readonly inits?: readonly Fields[]
  readonly conditions?: Readonly<Record<string, Fields | boolean>>
  readonly spec?: Fields
  readonly container?: Fields
  readonly metadata?: Fields
  readonly labels?: Readonly<Record<string, string>>
}

export const podName = 'web-5d9c7b-x2x4z'
export const image = 'ghcr.io/acme/web:1.27.3'

/** A pod of Deployment shop/web on node-1. */
export function pod(options: PodOptions = {}): Fields {
  const { name = podName, namespace = 'shop', node = 'node-1', containers = [running()], inits = [] } = options
  const owner = options.owner === undefined ? { kind: 'ReplicaSet', name: 'web-5d9c7b' } : options.owner
  const specs = (statuses: readonly Fields[]) =>
    statuses.map(({ name: own, image: of }) => ({ name: own, image: of, ...options.container }))
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      uid: `uid-${namespace}-${name}`,
      creationTimestamp: minute(options.created ?? 0),
      labels: { app: 'web', 'pod-template-hash': '5d9c7b', ...options.labels },
      ...(owner !== null && {
        ownerReferences: [{ apiVersion: 'apps/v1', ...owner, controller: true, uid: 'uid-owner' }],
      }),
      ...options.metadata,
    },
    spec: {
      ...(node !== null && { nodeName: node }),
      containers: specs(containers),
      initContainers: specs(inits),
      ...options.spec,
    },
    status: {
      phase: options.phase ?? (containers.every(isRunning) ? 'Running' : 'Pending'),
      ...(options.reason !== undefined && { reason: options.reason, message: options.message ?? '' }),
      conditions: conditionsOf(options, containers),
      ...(node !== null && { containerStatuses: containers, initContainerStatuses: inits }),
    },
  }
}

function conditionsOf(
  { node, created = 0, conditions = {} }: PodOptions,
  containers: readonly Fields[],
): readonly Fields[] {
  const isReady = containers.every(({ ready }) => ready === true)
  const all = {
    PodScheduled: node !== null,
    Initialized: true,
    ContainersReady: isReady,
    Ready: isReady,
    ...conditions,
  }
  return Object.entries(all).map(([type, value]) => ({
    type,
    lastTransitionTime: minute(created),
    ...(typeof value === 'boolean' ? { status: value ? 'True' : 'False' } : value),
  }))
}

function isRunning({ state }: Fields): boolean {
  return typeof state === 'object' && state !== null && 'running' in state
}

interface Run {
  readonly name?: string
  readonly image?: string
  readonly restarts?: number
  readonly last?: Fields
}

function status({ name = 'web', image: of = image, restarts = 0, last }: Run, state: Fields, ready: boolean): Fields {
  return {
    name,
    image: of,
    ready,
    restartCount: restarts,
    state,
    lastState: last === undefined ? {} : { terminated: last },
  }
}

export function waiting(reason: string, message?: string, run: Run = {}): Fields {
  return { ...status(run, { waiting: { reason, ...(message !== undefined && { message }) } }, false), started: false }
}

export function running({
  ready = true,
  started = true,
  since = 0,
  ...run
}: Run & { readonly ready?: boolean; readonly started?: boolean; readonly since?: number } = {}): Fields {
  return { ...status(run, { running: { startedAt: minute(since) } }, ready), started }
}

export function ended(end: Fields, run: Run = {}): Fields {
  return { ...status(run, { terminated: end }, false), started: false }
}

/** How a run ended. */
export function end(exitCode: number, reason = exitCode === 0 ? 'Completed' : 'Error', more: Fields = {}): Fields {
  return { exitCode, reason, startedAt: minute(1), finishedAt: minute(2), ...more }
}

export interface EventOptions {
  readonly at?: number
  readonly times?: number
  readonly type?: 'Normal' | 'Warning'
  readonly about?: { readonly kind: string; readonly namespace?: string; readonly name: string }
  readonly part?: string
}

/** An event about the pod, unless told otherwise. */
export function event(reason: string, message: string, options: EventOptions = {}): Fields {
  const { kind, namespace = 'shop', name } = { kind: 'Pod', name: podName, ...options.about }
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name: `${name}.${reason}.${options.at ?? 3}`,
      namespace,
      uid: `event-${name}-${reason}-${options.at ?? 3}-${message.length}`,
    },
    involvedObject: { kind, namespace, name, ...(options.part !== undefined && { fieldPath: options.part }) },
    reason,
    message,
    type: options.type ?? 'Warning',
    count: options.times ?? 1,
    firstTimestamp: minute(0),
    lastTimestamp: minute(options.at ?? 3),
  }
}

/** A node, ready unless a reason is given. */
export function node(name = 'node-1', notReady?: readonly [reason: string, message: string]): Fields {
  const [reason, message] = notReady ?? ['KubeletReady', 'kubelet is posting ready status']
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' },
      creationTimestamp: minute(-9999),
    },
    spec: {},
    status: {
      conditions: [
        {
          type: 'Ready',
          status: notReady === undefined ? 'True' : 'Unknown',
          reason,
          message,
          lastHeartbeatTime: minute(5),
        },
      ],
    },
  }
}

/** A controller with its numbers. */
export function owner(
  kind: string,
  name: string,
  more: { readonly spec?: Fields; readonly status?: Fields; readonly owner?: Fields } = {},
): Fields {
  return {
    apiVersion: kind === 'Job' || kind === 'CronJob' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: {
      name,
      namespace: 'shop',
      creationTimestamp: minute(-60),
      ...(more.owner !== undefined && { ownerReferences: [{ ...more.owner, controller: true }] }),
    },
    spec: more.spec ?? { replicas: 2 },
    status: more.status ?? {},
  }
}

export function service(name = 'web', selector: Readonly<Record<string, string>> = { app: 'web' }): Fields {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' }, spec: { selector } }
}

export function budget(name: string, allowed: number, spec: Fields = { minAvailable: 2 }): Fields {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace: 'shop' },
    spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
    status: { disruptionsAllowed: allowed, currentHealthy: 2, desiredHealthy: 2 },
  }
}

/** Something that says what time it is. */
export function clock(minutes: number): Fields {
  return event('Scheduled', 'Successfully assigned x/y to node-9', {
    at: minutes,
    type: 'Normal',
    about: { kind: 'Pod', namespace: 'x', name: 'y' },
  })
}
