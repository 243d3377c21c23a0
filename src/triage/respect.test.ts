import { expect, test } from 'vitest'
import { budget, end, node, owner, pod, running, waiting } from '../../test/cluster/objects.ts'
import { triage } from './triage.ts'

const crash = waiting('CrashLoopBackOff', 'back-off', { restarts: 4, last: end(1) })
const web = (replicas: number) =>
  owner('Deployment', 'web', {
    spec: { replicas, strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%' } } },
    status: { readyReplicas: replicas - 1 },
  })

test('going back respects budgets, probes and the loss that is tolerated', () => {
  const [found] = triage([pod({ containers: [crash] }), web(3), budget('web', 0), node()]).workloads
  expect(found?.disturbing).toEqual({
    command: 'kubectl -n shop rollout undo deployment/web',
    why: 'goes back to the revision that ran before, if this began with a rollout',
    respect: [
      'PodDisruptionBudget shop/web (minAvailable 2) allows 0 disruptions now',
      '2 of 3 replicas are ready',
      'strategy RollingUpdate, maxUnavailable 25%',
      'some containers have no readiness probe, so a rollout counts their pods as ready once they run',
    ],
  })
})

test('a single replica is said to be one', () => {
  const [found] = triage([
    pod({ containers: [crash], container: { readinessProbe: {} } }),
    web(1),
    budget('web', 1),
  ]).workloads
  expect(found?.disturbing?.respect).toContain('there is one replica only: nothing serves while it is replaced')
  expect(found?.disturbing?.respect.join()).not.toContain('no readiness probe')
})

test('budgets that were not in the input are not taken for none', () => {
  const [found] = triage([pod({ containers: [crash] })]).workloads
  expect(found?.disturbing?.respect[0]).toBe(
    'PodDisruptionBudgets were not in the input: kubectl get poddisruptionbudgets -A',
  )
})

test('a budget of other pods does not matter', () => {
  const other = budget('other', 0, {
    selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] },
  })
  const [found] = triage([pod({ containers: [crash] }), other]).workloads
  expect(found?.disturbing?.respect.join()).not.toContain('shop/other')
})

test('a drain respects the budgets of all pods on the node', () => {
  const gone = node('node-1', ['NodeStatusUnknown', 'Kubelet stopped posting node status.'])
  const there = pod({ conditions: { Ready: false }, containers: [running({ ready: false })] })
  const found = triage([there, gone, budget('web', 1)]).workloads.find(({ kind }) => kind === 'Node')
  expect(found?.disturbing).toMatchObject({
    command: 'kubectl drain node-1 --ignore-daemonsets --delete-emptydir-data',
    respect: expect.arrayContaining([
      'PodDisruptionBudget shop/web (minAvailable 2) allows 1 disruptions now',
      '1 pods of this input run on that node',
    ]),
  })
})

test('a pod without a controller is not rolled back', () => {
  const [found] = triage([pod({ owner: null, containers: [crash] })]).workloads
  expect(found?.disturbing).toBeNull()
})
