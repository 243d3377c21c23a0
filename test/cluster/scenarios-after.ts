import { clock, end, ended, event, node, owner, pod, running, service, waiting } from './objects.ts'
import type { Scenario } from './scenario.ts'

const web = 'Deployment shop/web'
const looping = (last: ReturnType<typeof end>, run = {}) =>
  waiting('CrashLoopBackOff', 'back-off 5m0s restarting failed container=web', { restarts: 7, last, ...run })
const unhealthy = (message: string, at = 4) =>
  event('Unhealthy', message, { at, times: 9, part: 'spec.containers{web}' })

/** Application and traffic. */
export const lateScenarios: readonly Scenario[] = [
  {
    title: 'a crash',
    objects: [pod({ containers: [looping(end(1))] }), node()],
    broken: { [web]: 'application container-crashes' },
  },
  {
    title: 'too little memory',
    objects: [pod({ containers: [looping(end(137, 'OOMKilled'))] })],
    broken: { [web]: 'application out-of-memory' },
  },
  {
    title: 'a command that never started, in back-off',
    objects: [
      pod({
        containers: [
          looping(
            end(128, 'StartError', {
              message: 'failed to create containerd task: exec: "/entrypoint.sh": permission denied: unknown',
            }),
          ),
        ],
      }),
    ],
    broken: { [web]: 'runtime container-not-started' },
  },
  {
    title: 'a liveness probe that kills',
    objects: [
      pod({ containers: [looping(end(137))] }),
      unhealthy('Liveness probe failed: HTTP probe failed with statuscode: 500'),
      event('Killing', 'Container web failed liveness probe, will be restarted', {
        type: 'Normal',
        at: 4,
        part: 'spec.containers{web}',
      }),
    ],
    broken: { [web]: 'application liveness-probe-failing' },
  },
  {
    title: 'a startup probe that kills',
    objects: [
      pod({ containers: [looping(end(137))] }),
      event('Killing', 'Container web failed startup probe, will be restarted', {
        type: 'Normal',
        at: 4,
        part: 'spec.containers{web}',
      }),
    ],
    broken: { [web]: 'application startup-probe-failing' },
  },
  {
    title: 'an init container that fails',
    objects: [pod({ inits: [looping(end(1), { name: 'migrate' })], containers: [waiting('PodInitializing')] })],
    broken: { [web]: 'application init-container-fails' },
  },
  {
    title: 'a container that runs now and was killed three minutes ago, again',
    objects: [pod({ containers: [running({ restarts: 9, since: 3, last: end(137, 'OOMKilled') })] }), clock(5)],
    broken: { [web]: 'application out-of-memory' },
  },
  {
    title: 'a container that crashed hours ago and has run since',
    objects: [pod({ containers: [running({ restarts: 2, since: 3, last: end(1) })] }), clock(600)],
    recovered: [web],
  },
  {
    title: 'a Job that has given up, with its pod',
    objects: [
      pod({ name: 'load-abcde', owner: { kind: 'Job', name: 'load' }, phase: 'Failed', containers: [ended(end(2))] }),
      owner('Job', 'load', {
        spec: { backoffLimit: 3 },
        status: {
          failed: 4,
          conditions: [
            {
              type: 'Failed',
              status: 'True',
              reason: 'BackoffLimitExceeded',
              message: 'Job has reached the specified backoff limit',
            },
          ],
        },
      }),
    ],
    broken: { 'Job shop/load': 'application container-crashes' },
  },
  {
    title: 'a Job that has given up, whose pods are gone',
    objects: [
      owner('Job', 'load', {
        spec: { backoffLimit: 3 },
        status: {
          failed: 4,
          conditions: [
            {
              type: 'Failed',
              status: 'True',
              reason: 'BackoffLimitExceeded',
              message: 'Job has reached the specified backoff limit',
            },
          ],
        },
      }),
    ],
    broken: { 'Job shop/load': 'application job-failed' },
  },
  {
    title: 'a Job whose second try went well',
    objects: [
      pod({ name: 'load-abcde', owner: { kind: 'Job', name: 'load' }, phase: 'Failed', containers: [ended(end(2))] }),
      pod({
        name: 'load-fghij',
        owner: { kind: 'Job', name: 'load' },
        phase: 'Succeeded',
        containers: [ended(end(0))],
      }),
      owner('Job', 'load', { spec: {}, status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] } }),
    ],
    recovered: ['Job shop/load'],
  },
  {
    title: 'a pod that has done its work',
    objects: [
      pod({
        name: 'load-fghij',
        owner: { kind: 'Job', name: 'load' },
        phase: 'Succeeded',
        containers: [ended(end(0))],
      }),
    ],
  },
  {
    title: 'a readiness probe that fails',
    objects: [
      pod({ phase: 'Running', containers: [running({ ready: false })] }),
      unhealthy('Readiness probe failed: HTTP probe failed with statuscode: 503'),
      clock(6),
    ],
    broken: { [web]: 'traffic not-ready' },
  },
  {
    title: 'a readiness probe that has not succeeded yet',
    objects: [
      pod({ phase: 'Running', created: 5, containers: [running({ ready: false, since: 5 })] }),
      unhealthy('Readiness probe failed: dial tcp 10.0.0.7:8080: connect: connection refused', 5.2),
      clock(5.4),
    ],
    starting: [web],
  },
  {
    title: 'a slow start that its startup probe allows',
    objects: [
      pod({ phase: 'Running', containers: [running({ ready: false, started: false })] }),
      unhealthy('Startup probe failed: dial tcp 10.0.0.7:8080: connect: connection refused'),
      clock(6),
    ],
    starting: [web],
  },
  {
    title: 'a startup probe that fails for the third round',
    objects: [
      pod({ phase: 'Running', containers: [running({ ready: false, started: false, restarts: 2 })] }),
      unhealthy('Startup probe failed: dial tcp 10.0.0.7:8080: connect: connection refused'),
      clock(6),
    ],
    broken: { [web]: 'application startup-probe-failing' },
  },
  {
    title: 'a load balancer that does not take the pod',
    objects: [
      pod({
        spec: { readinessGates: [{ conditionType: 'target-health.elbv2.k8s.aws/web' }] },
        conditions: {
          Ready: { status: 'False', reason: 'ReadinessGatesNotReady' },
          'target-health.elbv2.k8s.aws/web': { status: 'False', reason: 'Target.FailedHealthChecks' },
        },
      }),
      clock(9),
    ],
    broken: { [web]: 'traffic readiness-gate-closed' },
  },
  {
    title: 'a Service whose selector matches nothing',
    objects: [pod(), service('shop', { app: 'shop' })],
    broken: { 'Service shop/shop': 'traffic no-endpoints' },
  },
  {
    title: 'a Service whose pods are the trouble: only they are told',
    objects: [pod({ containers: [looping(end(1))] }), service()],
    broken: { [web]: 'application container-crashes' },
  },
  {
    title: 'a rollout that stalls, and no pod in the input says why',
    objects: [
      owner('Deployment', 'web', {
        status: {
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
              message: 'ReplicaSet "web-5d9c7b" has timed out progressing.',
            },
          ],
        },
      }),
    ],
    broken: { [web]: 'traffic rollout-stalled' },
  },
  {
    title: 'all is well',
    objects: [pod(), node(), service(), owner('Deployment', 'web', { status: { replicas: 2, readyReplicas: 2 } })],
  },
]

const notFound =
  'rpc error: code = NotFound desc = failed to pull and unpack image "ghcr.io/acme/web:2": failed to resolve reference "ghcr.io/acme/web:2": ghcr.io/acme/web:2: not found'

/** Two layers fail at once: the first one is the cause to look at. */
export const mixedScenarios: readonly Scenario[] = [
  {
    title: 'one pod has no node, another no image',
    objects: [
      pod({
        name: 'web-5d9c7b-aaaaa',
        node: null,
        containers: [waiting('')],
        conditions: {
          PodScheduled: {
            status: 'False',
            reason: 'Unschedulable',
            message: '0/2 nodes are available: 2 Insufficient cpu.',
          },
        },
      }),
      pod({ name: 'web-5d9c7b-bbbbb', containers: [waiting('ErrImagePull', notFound)] }),
    ],
    broken: { [web]: 'scheduling not-enough-resources' },
  },
  {
    title: 'the main container crashes, the sidecar is not pulled',
    objects: [pod({ containers: [looping(end(1)), waiting('ErrImagePull', notFound, { name: 'proxy' })] })],
    broken: { [web]: 'image pull tag-not-found' },
  },
  {
    title: 'the old pods crash, the new ones are not pulled',
    objects: [
      pod({ name: 'web-5d9c7b-aaaaa', containers: [looping(end(1))] }),
      pod({
        name: 'web-77777-bbbbb',
        owner: { kind: 'ReplicaSet', name: 'web-77777' },
        labels: { 'pod-template-hash': '77777' },
        containers: [waiting('ErrImagePull', notFound)],
      }),
    ],
    broken: { [web]: 'image pull tag-not-found' },
  },
  {
    title: 'three workloads, three layers',
    objects: [
      pod({ name: 'web-5d9c7b-aaaaa', containers: [looping(end(1))] }),
      pod({
        name: 'db-0',
        owner: { kind: 'StatefulSet', name: 'db' },
        containers: [waiting('ErrImagePull', notFound)],
      }),
      pod({
        name: 'agent-abc',
        owner: { kind: 'DaemonSet', name: 'agent' },
        phase: 'Running',
        containers: [running({ ready: false })],
      }),
      event('Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 500', {
        about: { kind: 'Pod', name: 'agent-abc' },
        at: 4,
      }),
      clock(9),
    ],
    broken: {
      'StatefulSet shop/db': 'image pull tag-not-found',
      [web]: 'application container-crashes',
      'DaemonSet shop/agent': 'traffic not-ready',
    },
  },
  {
    title: 'a missing image on a node that has just gone: both are told',
    objects: [
      pod({ containers: [waiting('ErrImagePull', notFound)] }),
      node('node-1', ['NodeStatusUnknown', 'Kubelet stopped posting node status.']),
    ],
    broken: { [web]: 'image pull tag-not-found', 'Node node-1': 'runtime node-not-ready' },
  },
  {
    title: 'a crash and a readiness probe in one pod',
    objects: [
      pod({ phase: 'Running', containers: [running({ ready: false, name: 'proxy' }), looping(end(1))] }),
      event('Unhealthy', 'Readiness probe failed: connection refused', { part: 'spec.containers{proxy}', at: 4 }),
      clock(9),
    ],
    broken: { [web]: 'application container-crashes' },
  },
  {
    title: 'a missing pull secret is said, the rate limit is the cause',
    objects: [
      pod({
        containers: [
          waiting(
            'ErrImagePull',
            'failed to pull and unpack image "docker.io/library/redis:8": failed to resolve reference "docker.io/library/redis:8": unexpected status from HEAD request to https://registry-1.docker.io/v2/library/redis/manifests/8: 429 Too Many Requests',
            { image: 'redis:8' },
          ),
        ],
      }),
      event(
        'FailedToRetrieveImagePullSecret',
        'Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.',
      ),
    ],
    broken: { [web]: 'image pull rate-limited' },
  },
]
