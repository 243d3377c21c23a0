import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { renderWorld } from '../../../test/support/render-world.ts'
import { helms } from '../../../test/support/tools.ts'
import type { ChartOptions, ChartSource } from '../../discover/types.ts'
import type { ProgramCall, ProgramResult } from '../../world.ts'
import { createHelm } from './helm.ts'
import type { Rendered, RenderFailure } from '../types.ts'

const fixtures = resolve(import.meta.dirname, '../../../test/fixtures')
const chartYaml = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: nginx:1}]}\n'

function chart(path: string, options: Partial<ChartOptions> = {}): ChartSource {
  const defaults = { values: [], set: [], release: 'shop', namespace: 'default', apiVersions: [] }
  return { kind: 'helm', id: `helm:${path}`, path, label: path, options: { ...defaults, ...options } }
}

async function renderWith(helm: string, root: string, source: ChartSource): Promise<Rendered> {
  await using world = await renderWorld(root)
  return await createHelm(helm, world)(source)
}

const texts = (rendered: Rendered): string =>
  rendered.kind === 'rendered' ? rendered.documents.map(document => document.text).join('') : rendered.kind

describe.each(helms)('$name', ({ path: helm, isThere, name }) => {
  describe.skipIf(!isThere)('where it could be fetched', () => {
    test('renders a chart with its subchart, hooks, tests and CRDs, and says which file made which document', async () => {
      const rendered = await renderWith(helm, fixtures, chart('charts/shop'))
      expect(rendered).toMatchObject({ kind: 'rendered', renderer: expect.stringMatching(new RegExp(`^${name}\\.`)) })
      const documents = rendered.kind === 'rendered' ? rendered.documents : []
      const made = documents.map(({ text, origin }) => `${/^kind: (.*)/m.exec(text)?.[1]} ${origin.file?.slice(12)}`)
      expect(made.toSorted((a, b) => a.localeCompare(b))).toEqual([
        'ConfigMap templates/worker.yaml',
        'CustomResourceDefinition crds/coupons.yaml',
        'CustomResourceDefinition crds/coupons.yaml',
        'Deployment templates/web.yaml',
        'Deployment templates/worker.yaml',
        'Job templates/migrate.yaml',
        'Pod templates/tests/smoke.yaml',
        'StatefulSet charts/cache/templates/statefulset.yaml',
      ])
      expect(documents.map(document => document.origin.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
      expect(documents.every(document => !document.origin.verbatim)).toBe(true)
    })

    test('takes values, set, release and namespace', async () => {
      const options = {
        values: ['charts/shop/values-prod.yaml'],
        set: ['worker.image=ghcr.io/acme/w:1'],
        release: 'prod',
      }
      const text = texts(await renderWith(helm, fixtures, chart('charts/shop', options)))
      expect(text).toContain('image: ghcr.io/acme/shop-web:2.14.0')
      expect(text).toContain('image: redis:7.4.2-alpine')
      expect(text).toContain('image: "ghcr.io/acme/w:1"')
      expect(text).toContain('name: prod-web')
    })

    test('takes Kubernetes and API versions', async () => {
      const template =
        'v: {{ .Capabilities.KubeVersion.Minor }}\nhas: {{ .Capabilities.APIVersions.Has "a.example/v1" }}\n'
      await using tree = await fileTree({ 'Chart.yaml': chartYaml, 'templates/a.yaml': pod + template })
      const source = chart('.', { kubeVersion: '1.29', apiVersions: ['a.example/v1'] })
      expect(texts(await renderWith(helm, tree.root, source))).toContain('v: 29\nhas: true')
    })

    test.each(['-dash', 'two words', 'a,"quoted"\nname', "it's $HOME"])(
      'renders a chart and values in %j',
      async folder => {
        const template = pod.replace('nginx:1', '"{{ .Values.image }}"')
        const values = '-values, "quoted".yaml'
        await using tree = await fileTree({
          [`${folder}/Chart.yaml`]: chartYaml,
          [`${folder}/templates/a.yaml`]: template,
          [values]: 'image: redis:7',
        })
        const rendered = await renderWith(helm, tree.root, chart(folder, { values: [values] }))
        expect(texts(rendered)).toContain('redis:7')
        expect(rendered).toMatchObject({ documents: [{ origin: { file: `${folder}/templates/a.yaml` } }] })
      },
    )

    test.each<[string, Record<string, string>, RenderFailure]>([
      [
        'a template that fails',
        { 'templates/a.yaml': 'a: 1\nb: {{ fail "why" }}' },
        {
          why: 'value-refused',
          detail: expect.stringContaining('why') as string,
          file: 'c/templates/a.yaml',
          line: 2,
        },
      ],
      [
        'a nil pointer',
        { 'templates/a.yaml': 'a: 1\n\nb: {{ .Values.a.b.c }}' },
        {
          why: 'program-failed',
          detail: expect.stringContaining('nil pointer') as string,
          file: 'c/templates/a.yaml',
          line: 3,
        },
      ],
      [
        'values that do not parse',
        { 'values.yaml': 'a: 1\nb: [\n' },
        {
          why: 'program-failed',
          detail: expect.stringContaining('values.yaml') as string,
          file: 'c/values.yaml',
          line: 2,
        },
      ],
      [
        'a missing dependency',
        {
          'Chart.yaml': `${chartYaml}dependencies: [{name: redis, version: 1.0.0, repository: "https://example.invalid"}]\n`,
        },
        { why: 'dependency-missing', detail: 'redis' },
      ],
      [
        'a chart for another version of Kubernetes',
        { 'Chart.yaml': `${chartYaml}kubeVersion: ">=1.99.0-0"\n` },
        { why: 'kube-version', file: 'c/Chart.yaml', detail: expect.stringContaining('>=1.99.0-0') as string },
      ],
      [
        'a release name that is a flag',
        {},
        { why: 'program-failed', detail: expect.stringContaining('release name') as string },
      ],
    ])('says what is wrong with %s', async (_, contents, failure) => {
      const files = Object.entries({ 'Chart.yaml': chartYaml, ...contents }).map(
        ([path, text]) => [`c/${path}`, text] as const,
      )
      await using tree = await fileTree(Object.fromEntries(files))
      const release = Object.keys(contents).length === 0 ? '--post-renderer=sh' : 'r'
      const rendered = await renderWith(helm, tree.root, chart('c', { release }))
      expect(rendered).toMatchObject({ kind: 'failed', renderer: expect.stringContaining(name), failure })
    })

    test('ends a chart that renders without end', async () => {
      const template = '{{ range until 100000 }}{{ range until 100000 }}{{ sha256sum "x" | trunc 0 }}{{ end }}{{ end }}'
      await using tree = await fileTree({ 'Chart.yaml': chartYaml, 'templates/a.yaml': template })
      await using world = await renderWorld(tree.root)
      const hasty = (call: ProgramCall): Promise<ProgramResult> => world.run({ ...call, timeoutMs: 1_000 })
      const rendered = await createHelm(helm, { ...world, run: hasty })(chart('.'))
      expect(rendered).toMatchObject({ kind: 'failed', failure: { why: 'timed-out' } })
    })
  })
})

describe('without asking helm', () => {
  const never = (): Promise<ProgramResult> => Promise.reject(new Error('helm was run'))

  test.each([
    ['missing.yaml', 'absent'],
    ['../beside.yaml', 'outside'],
    ['https://example.com/values.yaml', 'absent'],
    ['folder', 'folder'],
  ])('the values file %s is refused', async (file, detail) => {
    await using tree = await fileTree({ 'Chart.yaml': chartYaml, 'folder/': '' })
    await using world = await renderWorld(tree.root)
    const rendered = await createHelm(undefined, { ...world, run: never })(chart('.', { values: [file] }))
    expect(rendered).toMatchObject({ kind: 'failed', failure: { why: 'values-missing', detail, file } })
  })
})

describe('with a helm that is scripted', () => {
  async function scripted(
    stdout: string,
  ): Promise<{ readonly calls: ProgramCall[]; readonly rendered: readonly Rendered[] }> {
    await using tree = await fileTree({ 'c/Chart.yaml': chartYaml, 'c/templates/a.yaml': pod })
    const calls: ProgramCall[] = []
    const run = (call: ProgramCall): Promise<ProgramResult> => {
      calls.push(call)
      const text = call.arguments[0] === 'version' ? 'v3.99.0+g1234\n' : stdout
      return Promise.resolve({ kind: 'ended', exitCode: 0, stdout: text, stderr: '' })
    }
    await using world = await renderWorld(tree.root)
    const helm = createHelm(undefined, { ...world, run })
    const same = { ...chart('c'), id: 'another' }
    return { calls, rendered: await Promise.all([helm(chart('c')), helm(same), helm(chart('c', { set: ['a=1'] }))]) }
  }

  test('equal renders are made once, each for its own source, and the version is asked once', async () => {
    const { calls, rendered } = await scripted(`---\n# Source: shop/templates/a.yaml\n${pod}`)
    expect(calls.map(call => call.arguments[0] ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual([
      'template',
      'template',
      'version',
    ])
    expect(rendered).toMatchObject([
      { renderer: 'helm 3.99.0', documents: [{ origin: { source: 'helm:c', file: 'c/templates/a.yaml', line: 1 } }] },
      { documents: [{ origin: { source: 'another' } }] },
      { documents: [{ origin: { source: 'helm:c' } }] },
    ])
  })

  test.each([
    [
      'warnings on stdout',
      `WARNING: something\nkind: Pod\n---\n# Source: shop/templates/a.yaml\n${pod}`,
      ['c/templates/a.yaml'],
    ],
    ['hooks alone, behind an empty line', `\n---\n# Source: shop/templates/a.yaml\n${pod}`, ['c/templates/a.yaml']],
    ['a template of a packaged subchart', `---\n# Source: shop/charts/x/templates/a.yaml\n${pod}`, [undefined]],
    ['a source that climbs', `---\n# Source: shop/../../../etc/hostname\n${pod}`, [undefined]],
    ['no source', `---\n${pod}`, [undefined]],
    [
      'a list of CRDs, named once',
      `---\n# Source: shop/templates/a.yaml\n---\n${pod}---\n${pod}`,
      ['c/templates/a.yaml', 'c/templates/a.yaml'],
    ],
  ])('%s', async (_, stdout, expected) => {
    const [first] = (await scripted(stdout)).rendered
    expect(first?.kind === 'rendered' && first.documents.map(document => document.origin.file)).toEqual(expected)
  })
})

test('a helm that is not there is said', async () => {
  expect(await renderWith('no-such-helm', fixtures, chart('charts/shop'))).toEqual({
    kind: 'failed',
    source: chart('charts/shop'),
    renderer: undefined,
    failure: { why: 'program-missing', detail: 'helm' },
  })
})
