import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { helms } from '../support/tools.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', '1', image())
})
afterAll(async () => registry[Symbol.asyncDispose]())

test('what is piped in is new, whatever the base', async () => {
  await using bench = await workbench()
  const { commits } = await pullRequest(bench, { 'README.md': 'old\n' }, { 'README.md': 'new\n' })
  const input = podOf(`${registry.host}/acme/web:2`)
  const result = await bench.report(['check', '-', '--base', commits.base], { input })
  expectExit(result, 1)
  expect(result.report.findings.map(({ code, status }) => [code, status])).toEqual([['tag-not-found', 'new']])
})

const helm = helms.find(({ isThere }) => isThere)
const note = helm === undefined ? ' (skipped: helm could not be fetched; see npm run tools)' : ''

test.skipIf(helm === undefined)(`values from outside of the repository count for the base as well${note}`, async () => {
  await using bench = await workbench()
  const chart = {
    'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'shop/templates/web.yaml': podOf('{{ .Values.image }}'),
  }
  const { commits } = await pullRequest(bench, chart, { 'README.md': 'new\n' })
  const values = await bench.writeBeside('mine.yaml', `image: ${registry.host}/acme/web:2\n`)
  const words = ['check', 'shop', '--helm-path', helm?.path ?? '', '--values', values, '--base', commits.base]
  const result = await bench.report(words)
  expectExit(result, 0)
  expect(result.report.findings.map(({ code, status }) => [code, status])).toEqual([['tag-not-found', 'old']])
})
