import { describe, expect, test } from 'vitest'
import { earlyScenarios } from '../../test/cluster/scenarios-before.ts'
import { lateScenarios, mixedScenarios } from '../../test/cluster/scenarios-after.ts'
import { pullScenarios } from '../../test/cluster/scenarios-pull.ts'
import type { NotedWorkload, TriagedWorkload } from './types.ts'
import { triage } from './triage.ts'

const scenarios = [...earlyScenarios, ...pullScenarios, ...lateScenarios, ...mixedScenarios]

const changing = /\b(?:delete|drain|cordon|undo|restart|apply|patch|edit|create|replace|scale|run|evict|set)\b/

const nameOf = ({ kind, namespace, name }: NotedWorkload | TriagedWorkload) =>
  namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`

describe('triage', () => {
  test.each(scenarios)('of $title', ({ objects, broken = {}, recovered = [], starting = [] }) => {
    const found = triage(objects)
    expect(Object.fromEntries(found.workloads.map(each => [nameOf(each), `${each.layer} ${each.code}`]))).toEqual(
      broken,
    )
    expect(found.recovered.map(nameOf)).toEqual(recovered)
    expect(found.starting.map(nameOf)).toEqual(starting)
    expect(found.summary.broken).toBe(Object.keys(broken).length)
  })

  test.each(scenarios)('of $title proposes only what reads, then perhaps one that disturbs', ({ objects }) => {
    for (const { next, further, disturbing, evidence } of triage(objects).workloads) {
      expect(next).not.toBe('')
      expect(evidence).not.toBe('')
      for (const command of [next, ...further]) {
        expect(command.replace(/#.*$/, '')).not.toMatch(changing)
        expect(command).not.toMatch(/\$(?:NS|POD|NODE|OWNER|CONTAINER|NAME)\b|undefined/)
      }
      const disturbs = disturbing === null ? [] : [disturbing]
      for (const { command, respect } of disturbs) {
        expect(command).toMatch(changing)
        expect(respect.length).toBeGreaterThan(0)
      }
    }
  })

  test('names the later failures of the same pods beside the first', () => {
    const scenario = mixedScenarios.find(({ title }) => title.startsWith('the main container crashes'))
    expect(triage(scenario?.objects ?? []).workloads[0]?.also).toMatchObject([
      { layer: 'application', code: 'container-crashes' },
    ])
  })

  test('counts enough scenarios', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60)
  })
})
