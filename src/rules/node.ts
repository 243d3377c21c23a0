import type { RulePages } from './types.ts'

type Code = 'never-pull' | 'blocked-by-node' | 'short-name-ambiguous' | 'no-node-for-workload'

/** Pages of the layers `node` and `scheduling`. */
export const nodeRules: RulePages<Code> = {
  'never-pull': {
    means:
      'The pull policy is `Never`: the container starts only on nodes that hold the image already, and no registry is ever asked.',
    why: [
      'A left-over from a local cluster (kind, minikube), where images are loaded by hand.',
      'Images are baked into the node image, on purpose.',
      'Since Kubernetes 1.35 a present image also needs a record that this pod may use it: it can fail on a node that has it.',
    ],
    prove: [
      {
        say: 'Which nodes hold it?',
        run: [
          'kubectl debug node/$NODE -it --image=docker.io/library/busybox -- chroot /host crictl images | grep web',
        ],
      },
      {
        say: 'The policy in force:',
        run: [
          `kubectl -n $NS get pod $POD -o jsonpath='{range .spec.containers[*]}{.name} {.imagePullPolicy}{"\\n"}{end}'`,
        ],
      },
    ],
    fix: [
      {
        say: 'Use `IfNotPresent`. Where the image is to be loaded onto nodes, load it onto all that the workload may land on, new ones included.',
      },
    ],
    ignore: 'When the image is part of the node image. Ignore it for that image with this reason.',
    decided: 'From `imagePullPolicy` alone. The image is `not-checked`: nothing was asked, nothing is claimed.',
  },
  'blocked-by-node': {
    means:
      'The configuration of the nodes (`registries.conf`) forbids this registry or path. CRI-O refuses before it contacts anybody.',
    why: [
      'The organisation allows only its own mirror and blocks the public registries.',
      'The block is for one path and was meant for another: the longest prefix wins.',
      'OpenShift writes it from `image.config.openshift.io` (`blockedRegistries`, or everything outside `allowedRegistries`).',
    ],
    prove: [
      {
        say: 'Show the entry on a node:',
        run: [
          'kubectl debug node/$NODE -it --image=docker.io/library/busybox -- sh -c "cat /host/etc/containers/registries.conf /host/etc/containers/registries.conf.d/*"',
        ],
      },
      { say: 'On OpenShift, where it comes from:', run: ['kubectl get image.config.openshift.io cluster -o yaml'] },
    ],
    fix: [
      { say: 'Use the copy in a registry that is allowed; usually the mirror has the same path.' },
      { say: 'Or have the block lifted by whoever owns the node configuration; it is rolled out node by node.' },
    ],
    ignore: 'Never while the nodes have it.',
    decided:
      'The `registries.conf` that was given is read as containers/image reads it: the longest matching prefix decides, `blocked` refuses. `unpullable`.',
  },
  'short-name-ambiguous': {
    means:
      'The image names no registry. containerd takes that for Docker Hub; CRI-O asks its configuration, and there it stands for several or none.',
    quotes: [
      { who: 'CRI-O', text: 'short name mode is enforcing, but image name web:1.27.3 returns ambiguous list' },
      {
        who: 'CRI-O, nothing to search',
        text: 'short-name "web:1.27.3" did not resolve to an alias and no unqualified-search registries are defined in "/etc/containers/registries.conf"',
      },
    ],
    why: [
      'The manifests come from a cluster with containerd or Docker.',
      '`unqualified-search-registries` has more than one entry, and the mode is `enforcing`, the default.',
    ],
    prove: [
      {
        say: 'What the node has to say about short names:',
        run: [
          'kubectl debug node/$NODE -it --image=docker.io/library/busybox -- sh -c "grep -rE \'unqualified|short-name\' /host/etc/containers/registries.conf*"',
        ],
      },
    ],
    fix: [
      {
        say: 'Write the whole name: `docker.io/library/nginx:1.27` instead of `nginx:1.27`. It is right on every runtime, and pull secrets match it.',
      },
    ],
    ignore: 'When all nodes have an alias for it.',
    decided:
      'Only for environments with `runtime: cri-o` and a `registries.conf`: no alias, and not exactly one registry to search. `unpullable`.',
  },
  'no-node-for-workload': {
    means:
      'No node that was declared may run this workload, so no platform is required of its images and they were not looked at.',
    quotes: [
      {
        who: 'the scheduler',
        text: "0/6 nodes are available: 6 node(s) didn't match Pod's node affinity/selector. preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling.",
      },
    ],
    why: [
      'The node selector asks for an architecture or OS that `platforms` does not list.',
      'A label is misspelt (`beta.kubernetes.io/arch`, `amd-64`).',
      'Terms of the required affinity contradict each other.',
    ],
    prove: [
      {
        say: 'What it asks for, and what there is:',
        run: [
          `kubectl -n $NS get pod $POD -o jsonpath='{.spec.nodeSelector}{"\\n"}{.spec.affinity.nodeAffinity}{"\\n"}'`,
          'kubectl get nodes -L kubernetes.io/os,kubernetes.io/arch',
        ],
      },
      {
        say: 'In the cluster, the scheduler says why:',
        run: ['kubectl -n $NS describe pod $POD | sed -n "/Events/,$p"'],
      },
    ],
    fix: [
      { say: 'If such nodes exist, declare their platform: `platforms: linux/amd64,windows(10.0.20348)/amd64`.' },
      { say: 'Else correct the selector; the pod would stay `Pending` whatever its image.' },
    ],
    ignore: 'When the workload is meant for a cluster that this run does not describe.',
    decided:
      'The selector and required affinity are evaluated as the scheduler does, on the labels for OS and architecture only. If no platform of the environment is left, the images are `not-checked`.',
  },
}
