import { describe, expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { renderWorld } from '../../../test/support/render-world.ts'
import { helms } from '../../../test/support/tools.ts'
import type { ChartOptions, ChartSource } from '../../discover/types.ts'
import { extract } from '../../extract/extract.ts'
import { createHelm } from '../../render/helm/helm.ts'
import { locate } from '../locate.ts'
import { createRenderMarked } from './render-marked.ts'

interface Example {
  readonly files: Readonly<Record<string, string>>
  readonly options?: Partial<ChartOptions>
}

const chartYaml = 'apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: "7.1"\n'
const pod = (...images: readonly string[]) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n${images
    .map((image, index) => `    - name: c${index}\n      image: ${image}\n`)
    .join('')}`

/** `image → file:line path confidence`, the places that give the rest of the image behind it. */
async function traced(helm: string, { files, options }: Example): Promise<readonly string[]> {
  await using tree = await fileTree({ 'shop/Chart.yaml': chartYaml, ...files })
  await using world = await renderWorld(tree.root)
  const render = createHelm(helm, world)
  const defaults = { values: [], set: [], release: 'shop', namespace: 'default', apiVersions: [] }
  const source: ChartSource = {
    kind: 'helm',
    id: 's1',
    path: 'shop',
    label: 'shop',
    options: { ...defaults, ...options },
  }
  const rendered = await render(source)
  const inventory = extract([rendered])
  const findings = [{ ...finding, uses: inventory.uses.map(({ id }) => id) }]
  const renderMarked = createRenderMarked(render)
  const { uses } = await locate({ inventory, judgement: { findings }, rendered: [rendered], renderMarked }, world)
  return inventory.uses.map(({ id, image }) => {
    const places = uses.get(id)?.map(({ file, line, path, confidence }) => `${file}:${line} ${path} ${confidence}`)
    return [image, ...(places ?? [])].join(' → ')
  })
}

const finding = {
  code: 'tag-not-found',
  layer: 'existence',
  severity: 'error',
  verdict: 'unpullable',
  args: {},
  trail: [],
  notChecked: [],
} as const

describe.each(helms)('tracing with $name', ({ path: helm, isThere }) => {
  describe.skipIf(!isThere)('where it could be fetched', () => {
    test('tells a value from its decoys', async () => {
      const files = {
        'shop/values.yaml':
          'decoy:\n  repository: acme/web\n  tag: "1.2"\nimage:\n  repository: acme/web\n  tag: "1.2"\n',
        'shop/templates/web.yaml': pod('{{ $i := .Values.image }}{{ $i.repository }}:{{ $i.tag }}'),
      }
      expect(await traced(helm, { files })).toEqual([
        'acme/web:1.2 → shop/values.yaml:6 image.tag exact → shop/values.yaml:5 image.repository exact',
      ])
    })

    test('follows values files, subcharts and globals', async () => {
      const files = {
        'shop/values.yaml': 'global: {imageRegistry: ghcr.io}\ndb:\n  image:\n    tag: "9.9"\n',
        'prod.yaml': 'web: {tag: 2.0.1}\n',
        'shop/templates/web.yaml': pod('{{ .Values.global.imageRegistry }}/acme/web:{{ .Values.web.tag }}'),
        'shop/charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
        'shop/charts/db/values.yaml': 'image:\n  name: acme/db\n  tag: "9.8"\n',
        'shop/charts/db/templates/db.yaml': pod('{{ .Values.image.name }}:{{ .Values.image.tag }}'),
      }
      expect(await traced(helm, { files, options: { values: ['prod.yaml'] } })).toEqual([
        'acme/db:9.9 → shop/values.yaml:4 db.image.tag exact → shop/charts/db/values.yaml:2 image.name exact',
        'ghcr.io/acme/web:2.0.1 → prod.yaml:1 web.tag exact → shop/values.yaml:1 global.imageRegistry exact',
      ])
    })

    test('follows lists, anchors and a name that the image feeds', async () => {
      const files = {
        'shop/values.yaml':
          'tag: &tag "3.1"\njobs:\n  - name: a\n    image: acme/a\n    tag: *tag\n  - name: b\n    image: acme/b\n    tag: "3.2"\n',
        'shop/templates/web.yaml': `{{ range .Values.jobs }}---\n${pod('{{ .image }}:{{ .tag }}').replace('c0', '{{ .name }}-{{ .tag }}')}{{ end }}`,
      }
      expect(await traced(helm, { files })).toEqual([
        'acme/a:3.1 → shop/values.yaml:1 jobs[0].tag exact → shop/values.yaml:4 jobs[0].image exact',
        'acme/b:3.2 → shop/values.yaml:8 jobs[1].tag exact → shop/values.yaml:7 jobs[1].image exact',
      ])
    })

    test('finds the appVersion, the literal of a template, and the pieces of a tag', async () => {
      const files = {
        'shop/values.yaml': 'repository: acme/web\ntag: ""\nversion: "5.5"\nvariant: alpine\n',
        'shop/templates/web.yaml': pod(
          '{{ .Values.repository }}:{{ .Values.tag | default .Chart.AppVersion }}',
          'busybox:1.36',
          'acme/tool:{{ .Values.version }}-{{ .Values.variant }}',
        ),
      }
      expect(await traced(helm, { files })).toEqual([
        'acme/web:7.1 → shop/Chart.yaml:4 appVersion exact → shop/values.yaml:1 repository exact',
        'busybox:1.36 → shop/templates/web.yaml:9 undefined template',
        'acme/tool:5.5-alpine → shop/values.yaml:4 variant exact → shop/values.yaml:3 version exact',
      ])
    })

    test('claims nothing where the command sets it, and only reads where marks break the chart', async () => {
      const files = {
        'shop/values.yaml': 'image: {repository: acme/web, tag: "1.2"}\n',
        'shop/templates/web.yaml': pod('{{ $i := .Values.image }}{{ $i.repository }}:{{ $i.tag }}'),
      }
      expect(await traced(helm, { files, options: { set: ['image.tag=1.2'] } })).toEqual([
        'acme/web:1.2 → shop/templates/web.yaml:undefined undefined file',
      ])
      const picky = `${files['shop/templates/web.yaml']}{{ if contains "+" .Values.image.tag }}{{ fail "no" }}{{ end }}`
      expect(await traced(helm, { files: { ...files, 'shop/templates/web.yaml': picky } })).toEqual([
        'acme/web:1.2 → shop/values.yaml:1 image.tag exact',
      ])
    })
  })
})
