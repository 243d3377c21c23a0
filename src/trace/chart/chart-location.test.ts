import { describe, expect, test } from 'vitest'
import type { ChartSource } from '../../discover/types.ts'
import { extract } from '../../extract/extract.ts'
import type { RenderedSource } from '../../render/types.ts'
import { locate } from '../locate.ts'
import type { Part } from '../part.ts'
import { type FileTexts, memoryFiles } from '../text/test-files.ts'
import type { Location } from '../types.ts'

interface Example {
  readonly image: string
  readonly files: FileTexts
  readonly template?: string
  readonly options?: Partial<ChartSource['options']>
  readonly part?: Part
}

const code: Readonly<
  Record<Part, 'registry-unreachable' | 'repository-not-found' | 'tag-not-found' | 'digest-not-found'>
> = {
  registry: 'registry-unreachable',
  repository: 'repository-not-found',
  tag: 'tag-not-found',
  digest: 'digest-not-found',
}

async function placeIn({ image, files, options, template, part }: Example): Promise<Location | undefined> {
  const source: ChartSource = {
    kind: 'helm',
    id: 's1',
    path: 'charts/shop',
    label: 'shop',
    options: { values: [], set: [], release: 'shop', namespace: 'default', apiVersions: [], ...options },
  }
  const file = template ?? 'charts/shop/templates/web.yaml'
  const text = `apiVersion: v1\nkind: Pod\nspec: {containers: [{name: web, image: '${image}'}]}`
  const origin = { source: 's1', file, verbatim: false, index: 0, line: 1 }
  const rendered: RenderedSource = { kind: 'rendered', source, documents: [{ text, origin }], unreadable: [] }
  const inventory = extract([rendered])
  const findings =
    part === undefined
      ? []
      : [
          {
            ...finding,
            code: code[part],
            layer: part === 'registry' ? ('network' as const) : finding.layer,
            uses: ['u1'],
          },
        ]
  const located = await locate(
    { inventory, judgement: { findings }, rendered: [rendered] },
    { files: memoryFiles(files) },
  )
  return located.uses.get('u1')?.[0]
}

const finding = {
  layer: 'existence',
  severity: 'error',
  verdict: 'unpullable',
  args: {},
  trail: [],
  notChecked: [],
} as const

const split = 'image:\n  registry: ghcr.io\n  repository: acme/shop\n  tag: "1.2.3"\n  digest: ""\n'
const template = 'image: {{ .Values.image.registry }}/{{ .Values.image.repository }}:{{ .Values.image.tag }}\n'
const chart = { 'charts/shop/values.yaml': split, 'charts/shop/templates/web.yaml': template }
const image = 'ghcr.io/acme/shop:1.2.3'

describe('the place of an image in a chart', () => {
  test.each([
    ['tag', 4, 9, 14],
    ['repository', 3, 15, 24],
    ['registry', 2, 13, 20],
    ['digest', 4, 9, 14],
  ] as const)('is the value of the part in question: %s', async (part, line, column, endColumn) => {
    const path = `image.${part === 'digest' ? 'tag' : part}`
    const expected = {
      file: 'charts/shop/values.yaml',
      line,
      column,
      endLine: line,
      endColumn,
      path,
      confidence: 'exact',
    }
    expect(await placeIn({ image, files: chart, part })).toEqual(expected)
  })

  test('is the one string that is the image', async () => {
    const files = {
      ...chart,
      'charts/shop/values.yaml': `web:\n  image: ${image}\n`,
      'charts/shop/templates/web.yaml': 'image: {{ .Values.web.image }}',
    }
    expect(await placeIn({ image, files })).toMatchObject({
      line: 2,
      column: 10,
      path: 'web.image',
      confidence: 'exact',
    })
  })

  test('is the last values file that sets it', async () => {
    const files = { ...chart, 'prod.yaml': 'image: {tag: 2.0.0}\n', 'more.yaml': 'image: {tag: 2.0.1}\n' }
    const options = { values: ['prod.yaml', 'more.yaml'] }
    const place = await placeIn({ image: 'ghcr.io/acme/shop:2.0.1', files, options })
    expect(place).toMatchObject({ file: 'more.yaml', line: 1, column: 14, confidence: 'exact' })
  })

  test("is the parent's value over the subchart's", async () => {
    const sub = 'charts/shop/charts/db'
    const files = {
      'charts/shop/values.yaml': 'db:\n  image:\n    tag: "9.9"\n',
      [`${sub}/values.yaml`]: 'image:\n  repository: acme/db\n  tag: "9.8"\n',
      [`${sub}/templates/db.yaml`]: 'image: {{ .Values.image.repository }}:{{ .Values.image.tag }}',
    }
    const place = (part: Part) => placeIn({ image: 'acme/db:9.9', files, template: `${sub}/templates/db.yaml`, part })
    expect(await place('tag')).toMatchObject({ file: 'charts/shop/values.yaml', line: 3, path: 'db.image.tag' })
    expect(await place('repository')).toMatchObject({ file: `${sub}/values.yaml`, line: 2, path: 'image.repository' })
  })

  test('is the appVersion where the tag is left empty', async () => {
    const files = {
      'charts/shop/values.yaml': 'image:\n  repository: acme/shop\n  tag: ""\n',
      'charts/shop/Chart.yaml': 'name: shop\nappVersion: "7.1"\n',
      'charts/shop/templates/web.yaml': 'image: {{ include "shop.image" . }}',
      'charts/shop/templates/_helpers.tpl':
        '{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}',
    }
    const place = await placeIn({ image: 'acme/shop:7.1', files })
    expect(place).toMatchObject({ file: 'charts/shop/Chart.yaml', line: 2, column: 14, path: 'appVersion' })
  })

  test.each<[string, Partial<Example>]>([
    [
      'another value has the same tag',
      { files: { ...chart, 'charts/shop/values.yaml': `${split}other: {tag: 1.2.3}\n` } },
    ],
    [
      'two blocks give the image',
      { files: { ...chart, 'charts/shop/values.yaml': `${split}b:\n  whole: ${image}\n` } },
    ],
    [
      'the template names other values',
      { files: { ...chart, 'charts/shop/templates/web.yaml': '{{ .Values.imageX.tag }}' } },
    ],
    [
      'the tag is a text of the template',
      { files: { ...chart, 'charts/shop/templates/web.yaml': `${template}# 1.2.3` } },
    ],
    ['the command sets it', { options: { set: ['image.tag=1.2.3'] } }],
    ['no block gives the image', { image: 'ghcr.io/acme/shop:1.2.3-alpine' }],
    ['the values are broken', { files: { ...chart, 'charts/shop/values.yaml': 'image: [\n' } }],
  ])('is only the template where %s', async (_, changes) => {
    const place = await placeIn({ image, files: chart, ...changes })
    expect(place).toEqual({ file: 'charts/shop/templates/web.yaml', confidence: 'file' })
  })

  test('is the line of the template that has the text, if it is one', async () => {
    const once = { 'charts/shop/templates/web.yaml': `spec:\n  image: ${image}\n` }
    expect(await placeIn({ image, files: once })).toEqual({
      file: 'charts/shop/templates/web.yaml',
      line: 2,
      column: 10,
      endLine: 2,
      endColumn: 33,
      confidence: 'template',
    })
    const twice = { 'charts/shop/templates/web.yaml': `a: ${image}\nb: ${image}\n` }
    expect(await placeIn({ image, files: twice })).toEqual({
      file: 'charts/shop/templates/web.yaml',
      confidence: 'file',
    })
  })

  test('is the chart where the template is not there to be read', async () => {
    expect(await placeIn({ image, files: { 'charts/shop/Chart.yaml': '' } })).toEqual({
      file: 'charts/shop/Chart.yaml',
      confidence: 'file',
    })
    expect(await placeIn({ image, files: {} })).toEqual({ file: 'charts/shop', confidence: 'file' })
  })
})

describe('the place of an image in a kustomization', () => {
  test('is the kustomization', async () => {
    const source = { kind: 'kustomize', id: 's1', path: 'overlays/prod', label: 'prod' } as const
    const text = 'apiVersion: v1\nkind: Pod\nspec: {containers: [{image: x}]}'
    const document = { text, origin: { source: 's1', verbatim: false, index: 0, line: 1 } }
    const rendered: RenderedSource = { kind: 'rendered', source, documents: [document], unreadable: [] }
    const files = memoryFiles({ 'overlays/prod/kustomization.yml': '' })
    const request = { inventory: extract([rendered]), judgement: { findings: [] }, rendered: [rendered] }
    expect((await locate(request, { files })).uses.get('u1')).toEqual([
      { file: 'overlays/prod/kustomization.yml', confidence: 'file' },
    ])
  })
})
