import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pod, waiting } from '../cluster/objects.ts'
import { expectExit } from '../support/expect-exit.ts'
import { workbench } from '../support/workbench.ts'

const notFound =
  'rpc error: code = NotFound desc = failed to pull and unpack image "ghcr.io/acme/web:2": failed to resolve reference "ghcr.io/acme/web:2": ghcr.io/acme/web:2: not found'
const cluster = JSON.stringify({ kind: 'List', items: [pod({ containers: [waiting('ErrImagePull', notFound)] })] })

describe('explain', () => {
  test.each([
    { words: ['explain'], exit: 0, says: 'tag-not-found' },
    { words: ['explain', 'tag-not-found'], exit: 0, says: 'How to prove it by hand' },
    { words: ['explain', 'ImagePullBackOff'], exit: 0, says: 'kubectl describe pod' },
    { words: ['explain', ...notFound.split(' ')], exit: 0, says: 'crane ls ghcr.io/acme/web' },
    { words: ['explain', '-'], input: notFound, exit: 0, says: 'crane ls ghcr.io/acme/web' },
    { words: ['explain', 'tag-not-fond'], exit: 2, says: 'Did you mean `tag-not-found`?' },
    { words: ['explain', '-'], input: 'all is well', exit: 2, says: 'No failure that is known here' },
  ])('$words ends with $exit', async ({ words, input, exit, says }) => {
    await using bench = await workbench()
    const result = await bench.cli(words, { input })
    expectExit(result, exit)
    expect(exit === 0 ? result.stdout : result.stderr).toContain(says)
  })

  test('prints the page of docs/rules', async () => {
    await using bench = await workbench()
    const { stdout } = await bench.cli(['explain', 'platform-missing', '--format', 'markdown'])
    expect(stdout).toBe(await readFile('docs/rules/platform-missing.md', 'utf8'))
  })
})

describe('triage', () => {
  test.each([
    { words: ['triage'], input: cluster, exit: 1, says: 'image pull' },
    { words: ['triage', 'pods.json', 'other.json'], exit: 1, says: 'image pull' },
    { words: ['triage', '-'], input: JSON.stringify(pod()), exit: 0, says: 'nothing is broken' },
    {
      words: ['triage', '-'],
      input: 'NAME   READY\nweb  0/1',
      exit: 2,
      says: 'standard input: It is the table of kubectl',
    },
    { words: ['triage', 'nowhere.json'], exit: 2, says: 'nowhere.json: It cannot be read' },
  ])('$words ends with $exit', async ({ words, input, exit, says }) => {
    await using bench = await workbench({
      'pods.json': cluster,
      'other.json': JSON.stringify(pod({ name: 'other', owner: null })),
    })
    const result = await bench.cli(words, { input })
    expectExit(result, exit)
    expect(exit === 2 ? result.stderr : result.stdout).toContain(says)
  })

  test('writes an incident report to a file', async () => {
    await using bench = await workbench()
    const result = await bench.cli(['triage', '-', '--format', 'markdown', '--output', 'incident.md'], {
      input: cluster,
    })
    expectExit(result, 1)
    expect(await readFile(join(bench.repository, 'incident.md'), 'utf8')).toContain(
      '# Incident: workloads that do not run',
    )
  })
})

test('the walkthrough mends one thing at a time and writes its report', async () => {
  await using bench = await workbench()
  const result = await bench.cli(['walkthrough', '--output', 'incident.md'])
  expectExit(result, 0)
  const report = await readFile(join(bench.repository, 'incident.md'), 'utf8')
  const codes = [...report.matchAll(/^### \d\. .*`(.*)`$/gm)].map(([, code]) => code)
  expect(codes).toEqual([
    'invalid-reference',
    'not-found-or-private',
    'pull-secret-rejected',
    'tag-not-found',
    'platform-missing',
    'rate-limited',
  ])
  for (const part of ['## Summary', '## Impact', '## Timeline', '## Root cause', '## So that it does not come back']) {
    expect(report).toContain(part)
  }
  expect(report).not.toContain('undefined')
  expect(await bench.leftovers()).toEqual([])
})
