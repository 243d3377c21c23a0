import { describe, expect, test } from 'vitest'
import type { ChartSource } from '../../discover/types.ts'
import type { Inventory } from '../../extract/types.ts'
import type { Rendered } from '../../render/types.ts'
import { coverage } from './coverage.ts'

const nothing: Inventory = {
  uses: [],
  secrets: [],
  producers: [],
  serviceAccounts: [],
  runtimeClasses: [],
  unreadable: [],
  documents: new Map(),
}

function chart(path: string, values: readonly string[] = [], byConvention?: true): ChartSource {
  const options = { values, set: [], release: 'shop', namespace: 'default', apiVersions: [] }
  return { kind: 'helm', id: `helm:${[path, ...values].join('#')}`, path, label: path, options, byConvention }
}

const rendered = (source: ChartSource): Rendered => ({ kind: 'rendered', source, documents: [], unreadable: [] })
const failed = (source: ChartSource): Rendered => {
  return { kind: 'failed', source, failure: { why: 'program-failed', detail: 'a value is required' } }
}

const severities = (all: readonly Rendered[]): readonly unknown[] =>
  coverage(all, nothing, [])
    .filter(({ code }) => code === 'render-failed')
    .map(({ severity }) => severity)

describe('a chart that does not render', () => {
  test('is an error by itself, and with the values that the call names', () => {
    expect(severities([failed(chart('a'))])).toEqual([undefined])
    expect(severities([failed(chart('a', ['a/x.yaml'])), rendered(chart('a'))])).toEqual([undefined])
  })

  test('with its own values alone is a warning where another set renders, since it may require more', () => {
    expect(severities([failed(chart('a')), rendered(chart('a', ['a/values-x.yaml'], true))])).toEqual(['warning'])
    expect(severities([failed(chart('a')), rendered(chart('b'))])).toEqual([undefined])
  })

  test('with a set that its name alone tells to be one is a warning', () => {
    expect(severities([rendered(chart('a')), failed(chart('a', ['a/values-x.yaml'], true))])).toEqual(['warning'])
  })
})

test('a document that its variables leave no YAML is told at the object that fills them in', () => {
  const inner = { kind: 'kustomize', id: 'flux:apps', path: 'apps', label: 'apps' } as const
  const substitution = { variables: {}, complete: true }
  const definedAt = { file: 'clusters/apps.yaml', line: 6 }
  const label = 'Kustomization flux-system/apps'
  const source = { ...inner, kind: 'flux', label, inner, substitution, definedAt, gaps: [] } as const
  const flux: Rendered = { kind: 'rendered', source, documents: [], unreadable: [] }
  const unreadable = [{ source: source.id, detail: 'bad indentation' }]
  expect(coverage([flux], { ...nothing, unreadable }, [])).toMatchObject([
    { code: 'unreadable-document', args: { path: label, reason: 'variables' }, place: definedAt },
  ])
})
