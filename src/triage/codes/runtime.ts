import type { TriageText } from './types.ts'

type Code =
  | 'pull-failed'
  | 'sandbox-failed'
  | 'volume-not-mounted'
  | 'config-missing'
  | 'runs-as-root'
  | 'container-not-created'
  | 'container-not-started'
  | 'node-not-ready'
  | 'node-disk-full'
  | 'evicted'
  | 'stuck-terminating'

const describe = { say: 'The events of the pod:', run: ['kubectl -n $NS describe pod $POD'] }
const node = {
  say: 'The node and its conditions:',
  run: ['kubectl describe node $NODE', 'kubectl get events -A --field-selector involvedObject.name=$NODE'],
}

/** The pod has a node, and the node cannot make it run. */
export const runtimeCodes: Readonly<Record<Code, TriageText>> = {
  'pull-failed': {
    layer: 'image pull',
    title: 'An image is not pulled, and the text does not say why',
    means:
      'The kubelet waits before its next try and shows no cause here. The cause stands in the event `Failed to pull image …`; events live for an hour.',
    look: [
      describe,
      {
        say: 'Only the messages:',
        run: ['kubectl -n $NS get events --field-selector involvedObject.name=$POD,reason=Failed'],
      },
    ],
    fix: 'Give the message of that event to `will-it-pull explain -`.',
  },
  'sandbox-failed': {
    layer: 'runtime',
    title: 'The network or the sandbox of the pod cannot be set up',
    means:
      'Before any container, the runtime makes a sandbox: the pause container and its network. The network plugin, its address pool or the runtime handler fails.',
    look: [
      describe,
      {
        say: 'The network plugin on that node:',
        run: ['kubectl -n kube-system get pods -o wide --field-selector spec.nodeName=$NODE'],
      },
      node,
    ],
    fix: 'Mend the network plugin on that node; free addresses if its pool is used up. If the text speaks of the pause image, the node cannot pull that one.',
  },
  'volume-not-mounted': {
    layer: 'runtime',
    title: 'A volume cannot be attached or mounted',
    means:
      'The pod has a node, and a volume does not come: the ConfigMap or Secret behind it is missing, the disk is still attached elsewhere, or the driver fails.',
    look: [
      describe,
      {
        say: 'Claims, attachments and drivers:',
        run: ['kubectl -n $NS get pvc', 'kubectl get volumeattachments', 'kubectl get csidrivers'],
      },
    ],
    fix: 'Create what is missing. A disk that is attached to a dead node is released after six minutes, or when that node is known to be gone.',
  },
  'config-missing': {
    layer: 'runtime',
    title: 'A ConfigMap, Secret or key that the container reads is not there',
    means:
      'The image was pulled; the container cannot be made because one of its variables comes from something that does not exist.',
    look: [describe, { say: 'What is there:', run: ['kubectl -n $NS get configmaps,secrets'] }],
    fix: 'Create it in this namespace with that key, or correct the name. The kubelet tries again by itself.',
  },
  'runs-as-root': {
    layer: 'runtime',
    title: 'The image runs as root, and the pod forbids that',
    means: '`runAsNonRoot` is set, and the image has no user, or one by name that the kubelet cannot check.',
    look: [describe, { say: 'The user of the image:', run: ['crane config $IMAGE | jq .config.User'] }],
    fix: 'Set `runAsUser` to a number, or a numeric `USER` in the image.',
  },
  'container-not-created': {
    layer: 'runtime',
    title: 'The runtime cannot make the container',
    means:
      'The image was pulled, and making a container of it fails: no command in the image, an image volume that does not mount, a name that is still taken, a runtime that is overloaded.',
    look: [describe, node],
    fix: 'Read the message to its end: it is that of the runtime. `no command specified` means that the image is none, or that it needs a `command`.',
  },
  'container-not-started': {
    layer: 'runtime',
    title: 'The container is made, and its command cannot be started',
    means:
      'The command of the pod or the image does not exist there, may not be executed, or its interpreter is missing.',
    look: [
      describe,
      {
        say: 'The command in the pod and in the image:',
        run: [
          "kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].command} {.spec.containers[*].args}'",
          "crane config $IMAGE | jq '.config | {Entrypoint, Cmd}'",
        ],
      },
    ],
    fix: 'Correct `command` or the image. `no such file or directory` for a file that is there: its interpreter or libc is missing, or the script has Windows line ends.',
  },
  'node-not-ready': {
    layer: 'runtime',
    title: 'The node of the pod is not ready',
    means:
      'The kubelet of the node does not report, or reports that it cannot run pods. What the pod shows may be old.',
    look: [node, { say: 'Is it one node or many?', run: ['kubectl get nodes'] }],
    fix: 'Mend the kubelet, runtime, network or disk of the node. Pods move by themselves after five minutes, unless they tolerate it longer.',
    disturbing: {
      run: 'kubectl drain $NODE --ignore-daemonsets --delete-emptydir-data',
      why: 'moves its pods elsewhere, if the node is not coming back soon',
    },
  },
  'node-disk-full': {
    layer: 'runtime',
    title: 'The disk of the node is full',
    means: 'The image is fine; there is no room to unpack it or to write.',
    look: [
      node,
      {
        say: 'What fills it:',
        run: ["kubectl get --raw /api/v1/nodes/$NODE/proxy/stats/summary | jq '.node.fs, .node.runtime.imageFs'"],
      },
    ],
    fix: 'Free or enlarge the disk; the kubelet removes unused images by itself above 85 %. Logs and `emptyDir` volumes are the usual cause.',
  },
  evicted: {
    layer: 'runtime',
    title: 'The node evicted the pod to save itself',
    means:
      'The node ran low on memory, disk or process ids and ended the pod. A controller makes a new one elsewhere; the old one stays as `Failed` for you to read.',
    look: [describe, node],
    fix: 'Set requests and limits that fit, in particular `ephemeral-storage` and memory, and see what else runs there.',
  },
  'stuck-terminating': {
    layer: 'runtime',
    title: 'The pod was deleted long ago and does not go',
    means: 'A finalizer is not removed, the node does not answer, or the process does not end.',
    look: [
      {
        say: 'Finalizers and grace period:',
        run: [
          "kubectl -n $NS get pod $POD -o jsonpath='{.metadata.finalizers} {.metadata.deletionGracePeriodSeconds}'",
        ],
      },
      node,
    ],
    fix: 'Mend the controller that owns the finalizer, or the node.',
    disturbing: {
      run: 'kubectl -n $NS delete pod $POD --force --grace-period=0',
      why: 'forgets the pod while its process may still run: never for a StatefulSet whose node is only unreachable',
    },
  },
}
