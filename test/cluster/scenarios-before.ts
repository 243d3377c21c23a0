import { clock, event, node, owner, pod, waiting } from './objects.ts'
import type { Scenario } from './scenario.ts'

const web = 'Deployment shop/web'
const unscheduled = (message: string, code: string, title: string): Scenario => ({
  title,
  objects: [
    pod({
      node: null,
      containers: [waiting('')],
      conditions: { PodScheduled: { status: 'False', reason: 'Unschedulable', message } },
    }),
    event('FailedScheduling', message, { times: 3 }),
    clock(5),
  ],
  broken: { [web]: `scheduling ${code}` },
})
const preemption = ' preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling.'
const sandbox = (message: string) => event('FailedCreatePodSandBox', message, { times: 9, at: 4 })
const creating = () => pod({ containers: [waiting('ContainerCreating')] })

/** Scheduling, and what comes between the node and the first process. */
export const earlyScenarios: readonly Scenario[] = [
  unscheduled(`0/6 nodes are available: 6 Insufficient cpu.${preemption}`, 'not-enough-resources', 'too little CPU'),
  unscheduled(
    `0/6 nodes are available: 1 Too many pods, 5 Insufficient memory.${preemption}`,
    'not-enough-resources',
    'too little memory',
  ),
  unscheduled(
    `0/6 nodes are available: 6 node(s) didn't match Pod's node affinity/selector.${preemption}`,
    'no-node-matches',
    'a selector that no node has',
  ),
  unscheduled(
    `0/6 nodes are available: 6 node(s) had untolerated taint {dedicated: gpu}.${preemption}`,
    'taint-not-tolerated',
    'a taint',
  ),
  unscheduled(
    '0/6 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
    'volume-not-bound',
    'a claim that is not bound',
  ),
  unscheduled(
    `0/6 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 5 node(s) had volume node affinity conflict.${preemption}`,
    'volume-not-bound',
    'a volume in another zone, and one control plane',
  ),
  unscheduled(
    '0/6 nodes are available: persistentvolumeclaim "data-db-0" not found.',
    'volume-not-bound',
    'a claim that nobody made',
  ),
  unscheduled('no nodes available to schedule pods', 'no-nodes', 'an empty cluster'),
  {
    title: 'a pod that was created this moment',
    objects: [
      pod({ node: null, created: 5, containers: [waiting('')], conditions: { PodScheduled: { status: 'False' } } }),
      clock(5.2),
    ],
    starting: [web],
  },
  {
    title: 'a pod that nobody schedules, and no event says why',
    objects: [
      pod({ node: null, containers: [waiting('')], conditions: { PodScheduled: { status: 'False' } } }),
      clock(20),
    ],
    broken: { [web]: 'scheduling not-scheduled' },
  },
  {
    title: 'a node is on its way',
    objects: [
      pod({
        node: null,
        containers: [waiting('')],
        conditions: {
          PodScheduled: {
            status: 'False',
            reason: 'Unschedulable',
            message: '0/6 nodes are available: 6 Insufficient cpu.',
          },
        },
      }),
      event('FailedScheduling', '0/6 nodes are available: 6 Insufficient cpu.', { at: 3 }),
      event('TriggeredScaleUp', 'pod triggered scale-up: [{group 3->4 (max: 9)}]', { at: 2, type: 'Normal' }),
      clock(4),
    ],
    starting: [web],
  },
  {
    title: 'scheduling gates',
    objects: [
      pod({
        node: null,
        containers: [waiting('')],
        conditions: {
          PodScheduled: {
            status: 'False',
            reason: 'SchedulingGated',
            message: 'Scheduling is blocked due to non-empty scheduling gates',
          },
        },
      }),
    ],
    broken: { [web]: 'scheduling scheduling-gated' },
  },
  {
    title: 'a quota: there is no pod at all',
    objects: [
      owner('Deployment', 'web', {
        status: {
          conditions: [
            {
              type: 'ReplicaFailure',
              status: 'True',
              reason: 'FailedCreate',
              message: 'pods "web-5d9c7b-" is forbidden: exceeded quota: compute',
            },
          ],
        },
      }),
    ],
    broken: { [web]: 'scheduling pod-not-created' },
  },
  {
    title: 'a webhook that denies, known from the events of the ReplicaSet',
    objects: [
      owner('ReplicaSet', 'web-5d9c7b', { owner: { kind: 'Deployment', name: 'web' }, status: { replicas: 0 } }),
      event(
        'FailedCreate',
        'Error creating: admission webhook "policy.acme.io" denied the request: image registry is not allowed',
        { about: { kind: 'ReplicaSet', name: 'web-5d9c7b' } },
      ),
    ],
    broken: { [web]: 'scheduling pod-not-created' },
  },
  {
    title: 'a pod that the node refused',
    objects: [
      pod({
        phase: 'Failed',
        reason: 'OutOfcpu',
        message: "Pod was rejected: Node didn't have enough resource: cpu",
        containers: [],
      }),
    ],
    broken: { [web]: 'scheduling pod-rejected' },
  },
  {
    title: 'no network for the sandbox',
    objects: [
      creating(),
      sandbox(
        'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "abc": plugin type="calico" failed (add)',
      ),
      node(),
      clock(5),
    ],
    broken: { [web]: 'runtime sandbox-failed' },
  },
  {
    title: 'the image of the sandbox is out of reach',
    objects: [
      creating(),
      sandbox(
        'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox image "registry.k8s.io/pause:3.9": failed to pull image "registry.k8s.io/pause:3.9": failed to do request: Head "https://registry.k8s.io/v2/pause/manifests/3.9": dial tcp 34.96.108.209:443: i/o timeout',
      ),
      clock(5),
    ],
    broken: { [web]: 'image pull registry-unreachable' },
  },
  {
    title: 'a sandbox that failed once, just now',
    objects: [
      pod({ containers: [waiting('ContainerCreating')], created: 3 }),
      event(
        'FailedCreatePodSandBox',
        'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network',
        { at: 3.2 },
      ),
      clock(3.5),
    ],
    starting: [web],
  },
  {
    title: 'a volume whose Secret is missing',
    objects: [
      creating(),
      event('FailedMount', 'MountVolume.SetUp failed for volume "tls" : secret "web-tls" not found', {
        times: 9,
        at: 4,
      }),
      clock(5),
    ],
    broken: { [web]: 'runtime volume-not-mounted' },
  },
  {
    title: 'a disk that is still attached elsewhere',
    objects: [
      creating(),
      event(
        'FailedAttachVolume',
        'Multi-Attach error for volume "pvc-1" Volume is already exclusively attached to one node and can\'t be attached to another',
        { at: 4, times: 4 },
      ),
      clock(5),
    ],
    broken: { [web]: 'runtime volume-not-mounted' },
  },
  {
    title: 'a ConfigMap that is missing',
    objects: [pod({ containers: [waiting('CreateContainerConfigError', 'configmap "web-settings" not found')] })],
    broken: { [web]: 'runtime config-missing' },
  },
  {
    title: 'an image that runs as root, which the pod forbids',
    objects: [
      pod({
        containers: [
          waiting(
            'CreateContainerConfigError',
            'container has runAsNonRoot and image will run as root (pod: "web_shop(1)", container: web)',
          ),
        ],
      }),
    ],
    broken: { [web]: 'runtime runs-as-root' },
  },
  {
    title: 'a command that is not in the image',
    objects: [
      pod({
        containers: [
          waiting(
            'RunContainerError',
            'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "wbe": executable file not found in $PATH: unknown',
          ),
        ],
      }),
    ],
    broken: { [web]: 'runtime container-not-started' },
  },
  {
    title: 'an artifact instead of an image',
    objects: [
      pod({ containers: [waiting('CreateContainerError', 'failed to generate container spec: no command specified')] }),
    ],
    broken: { [web]: 'runtime not-an-image' },
  },
  {
    title: 'a runtime that is overloaded',
    objects: [pod({ containers: [waiting('CreateContainerError', 'context deadline exceeded')] })],
    broken: { [web]: 'runtime container-not-created' },
  },
  {
    title: 'a node that stopped reporting',
    objects: [
      pod({ phase: 'Running', conditions: { Ready: false } }),
      node('node-1', ['NodeStatusUnknown', 'Kubelet stopped posting node status.']),
    ],
    broken: { [web]: 'runtime node-not-ready', 'Node node-1': 'runtime node-not-ready' },
  },
  {
    title: 'a pod that never starts, on a node that is not ready',
    objects: [
      creating(),
      node('node-1', [
        'KubeletNotReady',
        'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized',
      ]),
      clock(9),
    ],
    broken: { [web]: 'runtime node-not-ready', 'Node node-1': 'runtime node-not-ready' },
  },
  {
    title: 'an evicted pod that nobody replaced',
    objects: [
      pod({
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: ephemeral-storage.',
        containers: [],
      }),
    ],
    broken: { [web]: 'runtime evicted' },
  },
  {
    title: 'an evicted pod that was long replaced',
    objects: [
      pod({ phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.', containers: [] }),
      pod({ name: 'web-5d9c7b-aaaaa' }),
      owner('Deployment', 'web', { spec: { replicas: 1 }, status: { replicas: 1, readyReplicas: 1 } }),
    ],
    recovered: [web],
  },
  {
    title: 'a pod that should be gone',
    objects: [
      pod({ metadata: { deletionTimestamp: '2026-11-24T02:01:00Z', deletionGracePeriodSeconds: 30 } }),
      clock(30),
    ],
    broken: { [web]: 'runtime stuck-terminating' },
  },
  {
    title: 'a pod that is going',
    objects: [
      pod({ metadata: { deletionTimestamp: '2026-11-24T02:01:00Z', deletionGracePeriodSeconds: 30 } }),
      clock(2),
    ],
  },
]
