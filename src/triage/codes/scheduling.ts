import type { TriageText } from './types.ts'

type Code =
  | 'not-enough-resources'
  | 'no-node-matches'
  | 'taint-not-tolerated'
  | 'volume-not-bound'
  | 'no-nodes'
  | 'not-scheduled'
  | 'scheduling-gated'
  | 'pod-not-created'
  | 'pod-rejected'

const events = { say: "The scheduler's whole sentence:", run: ['kubectl -n $NS describe pod $POD'] }

/** No node was found, or no pod was made. */
export const schedulingCodes: Readonly<Record<Code, TriageText>> = {
  'not-enough-resources': {
    layer: 'scheduling',
    title: 'No node has room for what the pod requests',
    means:
      'The requests of the pod (not its limits, not what it really uses) are larger than what is left on any node that it may use. Nothing was pulled yet, so the image is not the question.',
    look: [
      events,
      { say: 'What is left on the nodes:', run: ["kubectl describe nodes | grep -A8 'Allocated resources'"] },
    ],
    fix: 'Lower the requests to what the pod needs, add nodes, or see why the autoscaler does not. A request above the size of every node never fits.',
  },
  'no-node-matches': {
    layer: 'scheduling',
    title: 'No node has the labels that the pod asks for',
    means: "The pod's node selector, affinity, anti-affinity or topology spread excludes every node.",
    look: [
      events,
      {
        say: 'What it asks for, and what there is:',
        run: [
          "kubectl -n $NS get pod $POD -o jsonpath='{.spec.nodeSelector}{.spec.affinity}{.spec.topologySpreadConstraints}'",
          'kubectl get nodes --show-labels',
        ],
      },
    ],
    fix: 'Correct the selector, label the nodes, or make a required rule a preferred one. Anti-affinity with more replicas than nodes can never be met.',
  },
  'taint-not-tolerated': {
    layer: 'scheduling',
    title: 'The nodes that fit have a taint that the pod does not tolerate',
    means:
      'The nodes are reserved, or are marked as having troubles: `not-ready`, `unreachable`, `disk-pressure`, `unschedulable` (cordoned).',
    look: [
      events,
      { say: 'The taints:', run: ['kubectl get nodes -o custom-columns=NODE:.metadata.name,TAINTS:.spec.taints'] },
    ],
    fix: 'A taint `node.kubernetes.io/…` is a symptom: mend the node or uncordon it. A taint of your own: add the toleration if the workload belongs there.',
  },
  'volume-not-bound': {
    layer: 'scheduling',
    title: 'A volume of the pod is not there, or is elsewhere',
    means: 'A claim is not bound, does not exist, or its volume lies in a zone where no fitting node is.',
    look: [
      events,
      {
        say: 'The claims and why they wait:',
        run: ['kubectl -n $NS get pvc', 'kubectl -n $NS describe pvc', 'kubectl get storageclass'],
      },
    ],
    fix: 'Create the claim, name a storage class that exists, or let the pod go to the zone of its volume. `WaitForFirstConsumer` claims stay pending until the pod can be placed: look at the other reasons first.',
  },
  'no-nodes': {
    layer: 'scheduling',
    title: 'There is no node that could run the pod',
    means: 'The cluster has no schedulable node at all: `0/0 nodes are available`.',
    look: [{ say: 'The nodes:', run: ['kubectl get nodes'] }],
    fix: 'Bring nodes up, or look at the autoscaler and the node group.',
  },
  'not-scheduled': {
    layer: 'scheduling',
    title: 'The pod has no node yet, for another reason',
    means:
      'The pod is pending and no event says a reason that is known here: the scheduler is down, another scheduler is named, or the events have expired (after an hour).',
    look: [
      events,
      {
        say: 'Is the scheduler that it names there?',
        run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.schedulerName}'", 'kubectl -n kube-system get pods'],
      },
    ],
    fix: 'Name a scheduler that runs, or bring it up.',
  },
  'scheduling-gated': {
    layer: 'scheduling',
    title: 'The pod waits for somebody to open its scheduling gates',
    means:
      'The pod has `schedulingGates`; until their owner (a queue such as Kueue, a quota controller) removes them, the scheduler does not look at it.',
    look: [{ say: 'Which gates?', run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.schedulingGates}'"] }],
    fix: 'Look at the queue or controller that the gate is named after.',
  },
  'pod-not-created': {
    layer: 'scheduling',
    title: 'The controller may not create the pod',
    means:
      'There is no pod to look at: the API server refuses it. A quota is used up, a webhook or an admission policy denies it, or a ServiceAccount does not exist.',
    look: [
      {
        say: "The controller's events name who refuses:",
        run: ['kubectl -n $NS describe replicaset', 'kubectl -n $NS get events --field-selector reason=FailedCreate'],
      },
      { say: 'Quotas:', run: ['kubectl -n $NS describe resourcequota'] },
    ],
    fix: 'Do what the refusal asks: raise the quota, correct the security context or the registry, create the ServiceAccount. If the webhook itself does not answer, mend it.',
  },
  'pod-rejected': {
    layer: 'scheduling',
    title: 'The node refused the pod that was given to it',
    means:
      'The kubelet found at admission that the pod does not fit after all: resources, labels, taints, devices or topology changed in between. Such a pod stays `Failed`; its controller makes a new one.',
    look: [events, { say: 'The node:', run: ['kubectl describe node $NODE'] }],
    fix: 'Usually nothing: a new pod is made. If it repeats, a device plugin or a static pod takes what the scheduler believes to be free.',
  },
}
