import type { TriageText } from './types.ts'

type Code = 'not-ready' | 'readiness-gate-closed' | 'no-endpoints' | 'rollout-stalled'

/** All runs, and no request arrives. */
export const trafficCodes: Readonly<Record<Code, TriageText>> = {
  'not-ready': {
    layer: 'traffic',
    title: 'The container runs and is not ready, so it gets no traffic',
    means: 'The readiness probe fails. The pod is taken out of its Services; it is not restarted.',
    look: [
      {
        say: 'The probe, and what it gets:',
        run: [
          "kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].readinessProbe}'",
          'kubectl -n $NS get events --field-selector involvedObject.name=$POD,reason=Unhealthy',
        ],
      },
      { say: 'What it says itself:', run: ['kubectl -n $NS logs $POD -c $CONTAINER --tail=50'] },
    ],
    fix: 'Port and path of the probe, or what the application waits for. A certificate or a database that is away shows here first.',
    disturbing: {
      run: 'kubectl -n $NS rollout undo $OWNER',
      why: 'goes back to the revision that was ready, if this began with a rollout',
    },
  },
  'readiness-gate-closed': {
    layer: 'traffic',
    title: 'A readiness gate of the pod is not open',
    means:
      'Containers are ready; a condition that somebody else sets (a load balancer controller, a mesh) is not true.',
    look: [
      {
        say: 'Which one?',
        run: ["kubectl -n $NS get pod $POD -o jsonpath='{.spec.readinessGates} {.status.conditions}'"],
      },
    ],
    fix: 'Look at the controller that owns the condition, and at the health checks of the load balancer.',
  },
  'no-endpoints': {
    layer: 'traffic',
    title: 'A Service has no pod behind it',
    means: 'Its selector matches no ready pod: labels differ, or all are not ready.',
    look: [
      {
        say: 'Selector, labels and endpoints:',
        run: [
          "kubectl -n $NS get service $NAME -o jsonpath='{.spec.selector}'",
          'kubectl -n $NS get pods --show-labels',
          'kubectl -n $NS get endpointslices -l kubernetes.io/service-name=$NAME',
        ],
      },
    ],
    fix: 'Make selector and labels agree. If pods are there and not ready, that is the cause.',
  },
  'rollout-stalled': {
    layer: 'traffic',
    title: 'The rollout does not get on',
    means:
      'The new pods did not become ready within `progressDeadlineSeconds`. The old ones go on serving as far as `maxUnavailable` allows.',
    look: [
      {
        say: 'How far is it, and what do the new pods say?',
        run: [
          'kubectl -n $NS rollout status $OWNER --timeout=5s',
          'kubectl -n $NS describe $OWNER',
          'kubectl -n $NS rollout history $OWNER',
        ],
      },
    ],
    fix: 'Look at the newest pods: their first broken layer is the cause.',
    disturbing: { run: 'kubectl -n $NS rollout undo $OWNER', why: 'goes back to the revision before' },
  },
}
