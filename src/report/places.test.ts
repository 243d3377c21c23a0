import { expect, test } from 'vitest'
import { partsWith, planOf, use } from '../../test/report-fixtures.ts'
import { buildReport } from './build.ts'
import { useText } from './places.ts'

test.each([
  [[], 'Deployment shop/web, container main'],
  [['pre-install', 'pre-upgrade'], 'Deployment shop/web (Helm hook: pre-install, pre-upgrade), container main'],
  [['test'], 'Deployment shop/web (Helm hook: test), container main'],
])('a use with the hooks %j is named %s', (hooks, text) => {
  const own = use('u1', 'nginx:1')
  const hooked = { ...own, workload: { ...own.workload, hooks } }
  const report = buildReport(partsWith({ plans: [planOf(hooked)] }))
  expect(report.uses.map(found => useText(found, false))).toEqual([text])
})
