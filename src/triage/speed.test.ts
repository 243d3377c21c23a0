import process from 'node:process'
import { expect, test } from 'vitest'
import { budget, end, event, node, owner, pod, running, waiting } from '../../test/cluster/objects.ts'
import { textAt } from './fields.ts'
import { readInput } from './read-input.ts'
import { triage } from './triage.ts'
import { triageMarkdown } from './views/markdown.ts'

const notFound =
  'rpc error: code = NotFound desc = failed to pull and unpack image "a": failed to resolve reference "a": a: not found'

test('ten thousand pods with their events take less than two seconds, reading included', () => {
  const kinds = [
    running(),
    waiting('ErrImagePull', notFound),
    waiting('CrashLoopBackOff', 'back-off', { last: end(1) }),
    running({ ready: false }),
  ]
  const pods = Array.from({ length: 10_000 }, (_, at) =>
    pod({
      name: `w${at % 500}-abc-${at}`,
      owner: { kind: 'ReplicaSet', name: `w${at % 500}-abc` },
      node: `node-${at % 200}`,
      containers: [kinds[at % 4] ?? running()],
    }),
  )
  const events = pods.map((each, at) =>
    event('Failed', notFound, { about: { kind: 'Pod', name: textAt(each, 'metadata', 'name') }, at: at % 60 }),
  )
  const owners = Array.from({ length: 500 }, (_, at) => owner('Deployment', `w${at}`, { status: { readyReplicas: 1 } }))
  const budgets = Array.from({ length: 500 }, (_, at) => budget(`b${at}`, 1))
  const nodes = Array.from({ length: 200 }, (_, at) => node(`node-${at}`))
  const text = JSON.stringify({ kind: 'List', items: [...pods, ...events, ...owners, ...budgets, ...nodes] })
  // of the processor, since the machine may be busy with other tests
  const start = process.cpuUsage()
  const read = readInput([{ name: 'x', text }])
  const found = triage(read.kind === 'objects' ? read.objects : [])
  triageMarkdown(found)
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(2000)
  expect(found.summary).toMatchObject({ pods: 10_000, nodes: 200 })
  expect(found.summary.broken).toBeGreaterThan(100)
})
