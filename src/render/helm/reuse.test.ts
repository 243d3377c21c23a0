import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { renderWorld } from '../../../test/support/render-world.ts'
import { helms } from '../../../test/support/tools.ts'
import type { ChartOptions, ChartSource } from '../../discover/types.ts'
import { createKeptOutputs } from '../../process/reuse/kept-outputs.ts'
import { programIdentity } from '../../process/reuse/program-identity.ts'
import { createReusingRun } from '../../process/reuse/reusing.ts'
import { tellsTime } from './helm-reuse.ts'
import { createHelm } from './helm.ts'

const plain: ChartOptions = { values: [], set: [], release: 'shop', namespace: 'default', apiVersions: [] }
const sourceAt = (
  path: string,
  options: Partial<ChartOptions> = {},
  writtenAt?: ChartSource['writtenAt'],
): ChartSource => ({
  kind: 'helm',
  id: `${path} ${JSON.stringify(options)}`,
  path,
  label: path,
  options: { ...plain, ...options },
  writtenAt,
})

const chart = (image: string) => ({
  'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'shop/values.yaml': 'tag: 1\n',
  'shop/values-a.yaml': 'tag: 2\n',
  'shop/values-b.yaml': 'tag: 2\n',
  'shop/templates/pod.yaml': `kind: Pod\nimage: ${image}\n`,
})

/** Renders the sources in one run after the other; gives what each run started, and what it rendered. */
async function runs(helm: string, root: string, all: readonly (readonly ChartSource[])[]) {
  await using folder = await fileTree({})
  const told: { started: number; texts: readonly string[] }[] = []
  for (const sources of all) {
    await using world = await renderWorld(root)
    using kept = createKeptOutputs({ folder: folder.root, now: () => 0 })
    let started = 0
    const count: typeof world.run = call => {
      if (call.arguments[0] === 'template') started += 1
      return world.run(call)
    }
    const run = createReusingRun({ run: count, identify: name => programIdentity(name, ''), kept, parallel: 2 })
    const render = createHelm(helm, { ...world, run })
    const rendered = await Promise.all(sources.map(render))
    const texts = rendered.flatMap(one =>
      one.kind === 'rendered' ? one.documents.map(({ text }) => text) : [one.kind],
    )
    told.push({ started, texts })
  }
  return told
}

describe.skipIf(helms.every(({ isThere }) => !isThere)).each(helms)(
  '$name (skipped where it is not there)',
  ({ path }) => {
    test('renders once what two sets of values, two places and two runs have in common', async () => {
      await using tree = await fileTree({
        ...chart('web:{{ .Values.tag }}'),
        ...Object.fromEntries(
          Object.entries(chart('web:{{ .Values.tag }}')).map(([name, text]) => [join('base', name), text]),
        ),
      })
      const sources = ['shop', 'base/shop'].flatMap(at => [
        sourceAt(at),
        sourceAt(at, { values: [`${at}/values-a.yaml`] }),
        sourceAt(at, { values: [`${at}/values-b.yaml`] }),
      ])
      const [first, second] = await runs(path, tree.root, [sources, sources])
      expect(first?.started).toBe(2)
      expect(first?.texts.map(text => /web:\d/.exec(text)?.[0])).toEqual([
        'web:1',
        'web:2',
        'web:2',
        'web:1',
        'web:2',
        'web:2',
      ])
      expect(second).toEqual({ started: 0, texts: first?.texts })
    })

    test.each<[string, string, Partial<ChartOptions>, number]>([
      ['prints the date', 'web:{{ now | date "2006-01-02" }}', {}, 1],
      ['prints the date of a value', 'web:{{ tpl .Values.tag . }}', { inline: ['tag: "{{ now }}"'] }, 1],
      ['is given an assignment', 'web:{{ .Values.tag }}', { set: ['tag=3'] }, 1],
      ['is random', 'web:{{ randAlphaNum 9 }}', {}, 0],
      ['has values in an object', 'web:{{ .Values.tag }}', { inline: ['tag: 4'] }, 0],
    ])('renders what %s in a further run as often as needed', async (_, image, options, started) => {
      await using tree = await fileTree(chart(image))
      const [, second] = await runs(path, tree.root, [[sourceAt('shop', options)], [sourceAt('shop', options)]])
      expect(second?.started).toBe(started)
    })

    test.each<[string, ChartSource['writtenAt'], number]>([
      ['the call', { set: [{ spelled: '--set' }] }, 1],
      ['an Application', { set: [{ file: 'app.yaml', path: ['spec'] }] }, 0],
    ])('renders what %s assigns in a further run as often as needed', async (_, writtenAt, started) => {
      await using tree = await fileTree(chart('web:{{ .Values.tag }}'))
      const source = sourceAt('shop', { set: ['tag=3'] }, writtenAt)
      const [, second] = await runs(path, tree.root, [[source], [source]])
      expect(second?.started).toBe(started)
    })

    test.each<[string, Partial<ChartOptions>]>([
      ['release', { release: 'other' }],
      ['namespace', { namespace: 'other' }],
      ['version of Kubernetes', { kubeVersion: '1.30.0' }],
      ['API', { apiVersions: ['a/v1'] }],
      ['set of values', { values: ['shop/values-a.yaml'] }],
    ])('renders again for another %s', async (_, options) => {
      await using tree = await fileTree(chart('web:{{ .Values.tag }}'))
      const [, second] = await runs(path, tree.root, [[sourceAt('shop')], [sourceAt('shop', options)]])
      expect(second?.started).toBe(1)
    })
  },
)

test.each([
  ['{{ now }}', true],
  ['{{- now | date "2006" -}}', true],
  ['{{ $t := now }}', true],
  ['{{$t :=now}}', true],
  ['{{ printf "}} {{ %s" (now) }}', true],
  ['{{ ago .x }}', true],
  ['{{ htmlDateInZone (now) "UTC" }}', true],
  ['now {{ .Values.date }} and $date {{ $now }}', false],
  ['{"from":"now-1h","to":"now"} {{`{{ x }}`}} "now"', false],
  ['{{ "known" }} {{ .now }}', false],
])('%j tells the time: %s', (text, expected) => {
  expect(tellsTime(text)).toBe(expected)
})

test('a text of nothing but beginnings is looked through at once', () => {
  const startedAt = performance.now()
  expect(tellsTime('{{ '.repeat(2_000_000))).toBe(false)
  expect(performance.now() - startedAt).toBeLessThan(5000)
})
