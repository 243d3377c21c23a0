import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { renderWorld } from '../../../test/support/render-world.ts'
import type { ChartSource } from '../../discover/types.ts'
import { createPrepareChart } from './prepare-chart.ts'

function chartAt(path: string): ChartSource {
  const options = { values: [], set: [], release: 'r', namespace: 'default', apiVersions: [] }
  return { kind: 'helm', id: `helm:${path}`, path, label: path, options }
}

test.each(['.git/config', 'sub/.git/config'])('templates see no %s: it may hold a token', async secret => {
  await using tree = await fileTree({ 'Chart.yaml': 'name: a\nversion: 1.0.0\n', [secret]: 'token' })
  await using world = await renderWorld(tree.root)
  const prepared = await createPrepareChart(world)(chartAt('.'))
  const folder = prepared.kind === 'ready' ? prepared.chart : ''
  expect(existsSync(join(folder, 'Chart.yaml'))).toBe(true)
  expect(existsSync(join(folder, secret))).toBe(false)
})

test('charts that multiply by depending on each other are not brought together without end', async () => {
  const needs = (at: number) =>
    Array.from({ length: 10 }, (_, copy) => `- {name: d${copy}, version: 1.0.0, repository: "file://../c${at}"}\n`)
  const charts = Array.from({ length: 7 }, (_, at): [string, string] => [
    `c${at}/Chart.yaml`,
    `name: c${at}\nversion: 1.0.0\n${at < 6 ? `dependencies:\n${needs(at + 1).join('')}` : ''}`,
  ])
  await using tree = await fileTree(Object.fromEntries(charts))
  await using world = await renderWorld(tree.root)
  const prepared = await createPrepareChart(world)(chartAt('c0'))
  expect(prepared).toMatchObject({ kind: 'failed', failure: { why: 'dependency-missing' } })
})

test.each([
  [
    'Chart.yaml',
    'name: a\nversion: 1.0.0\ndependencies:\n  - name: b\n    repository: file://../b\n  - name: c\n',
    4,
    'b',
  ],
  ['Chart.yaml', 'dependencies: [{name: c}, {version: 1, name: "b", repository: "@mine"}]\nname: a\n', 1, 'c'],
  ['requirements.yaml', 'dependencies:\n- repository: "@mine"\n  name: b\n', 3, 'b'],
])('the trouble with a dependency in %s is told where it is written', async (file, text, line, name) => {
  await using tree = await fileTree({ 'x/Chart.yaml': 'name: a\nversion: 1.0.0\n', [`x/${file}`]: text })
  await using world = await renderWorld(tree.root)
  const prepared = await createPrepareChart(world)(chartAt('x'))
  const at = prepared.kind === 'failed' ? prepared.failure : prepared.kind === 'unresolved' ? prepared.place : undefined
  expect(at).toMatchObject({ file: `x/${file}`, line })
  expect(JSON.stringify(prepared)).toContain(name)
})
