import type { Shape } from '../types.ts'

/** What a pod, its node or its controller says when it is not about a pull. The words of a pull never match these. */
export const podShapes: readonly Shape[] = [
  { when: /runAsNonRoot/, causes: ['runs-as-root'] },
  { when: /exec format error/, causes: ['wrong-architecture'] },
  { when: /parent snapshot \S+ does not exist/, causes: ['wrong-architecture', 'container-not-created'] },
  { when: /no command specified/, causes: ['not-an-image', 'container-not-created'] },
  {
    when: /FailedCreate\b|exceeded quota|admission webhook \S+ denied|ValidatingAdmissionPolicy|violates PodSecurity|error looking up service account/,
    causes: ['pod-not-created'],
  },
  { when: /SchedulingGated|Scheduling is blocked due to non-empty scheduling gates/, causes: ['scheduling-gated'] },
  {
    when: /Evicted|The node was low on resource|exceeds? (?:the )?(?:local ephemeral storage|total limit)|Pod ephemeral local storage usage/,
    causes: ['evicted'],
  },
  {
    when: /UnexpectedAdmissionError|OutOf(?:cpu|memory|pods|ephemeral-storage)|NodeAffinity: Pod Predicate|Predicate NodeAffinity failed|TopologyAffinityError/i,
    causes: ['pod-rejected'],
  },
  {
    when: /FailedCreatePodSandBox|[Ff]ailed to create pod sandbox|failed to setup network for sandbox/,
    causes: ['sandbox-failed'],
  },
  {
    when: /CreateContainerConfigError|^(?:Error: )?(?:configmap|secret) "[^"]*" not found|couldn't find key \S+ in (?:ConfigMap|Secret)/,
    causes: ['config-missing'],
  },
  {
    when: /FailedMount|FailedAttachVolume|MountVolume\.\w+ failed|Unable to attach or mount volumes|Multi-Attach error|ImageVolumeMountFailed/,
    causes: ['volume-not-mounted'],
  },
  {
    when: /RunContainerError|StartError|ContainerCannotRun|executable file not found|OCI runtime create failed|failed to start container|cannot start container/i,
    causes: ['container-not-started'],
  },
  {
    when: /OOMKilled|exit code:? 137|ExitCode: 137/i,
    causes: ['out-of-memory', 'liveness-probe-failing', 'container-crashes'],
  },
  { when: /Liveness probe (?:failed|errored)|failed liveness probe/, causes: ['liveness-probe-failing'] },
  { when: /Startup probe (?:failed|errored)|failed startup probe/, causes: ['startup-probe-failing'] },
  { when: /Readiness probe (?:failed|errored)/, causes: ['not-ready'] },
  {
    when: /BackoffLimitExceeded|reached the specified backoff limit|Job was active longer than/,
    causes: ['job-failed'],
  },
  {
    when: /ProgressDeadlineExceeded|has timed out progressing|exceeded its progress deadline/,
    causes: ['rollout-stalled'],
  },
  {
    when: /NodeNotReady|Node is not ready|NodeStatusUnknown|Kubelet stopped posting node status|NetworkPluginNotReady|NodeLost/,
    causes: ['node-not-ready'],
  },
  { when: /readiness gate/, causes: ['readiness-gate-closed'] },
  {
    when: /CrashLoopBackOff|Back-?off (?:\S+ )?restarting failed container/i,
    causes: [
      'container-crashes',
      'out-of-memory',
      'liveness-probe-failing',
      'wrong-architecture',
      'container-not-started',
    ],
    vague: true,
  },
  {
    when: /CreateContainerError|Error: failed to create containerd container|container create failed/,
    causes: ['container-not-created', 'not-an-image'],
  },
]

/** The text says that a pull failed and not why. */
export const vagueShapes: readonly Shape[] = [
  {
    when: /ImagePullBackOff|ErrImagePull|Back-?off pulling image|[Ff]ailed to pull (?:and unpack )?image|[Ff]ailed to resolve reference|ImageInspectError|initializing source docker:|unable to pull image|pulling from host \S+ failed/,
    causes: ['tag-not-found', 'not-found-or-private', 'no-pull-secret', 'rate-limited', 'platform-missing'],
    vague: true,
  },
]
