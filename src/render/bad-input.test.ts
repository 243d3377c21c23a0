import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { canDeploy, deployed } from '../../test/support/delivered.ts'

const pod = (name: string, image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: m, image: "${image}" }] }\n`
const good = { 'good/pod.yaml': pod('good', 'good:1') }
const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h']
  .map((key, at) => `${key}: &${key} [${Array(10).fill(`*${'abcdefg'[at]}`).join(', ')}]\n`)
  .join('')}`
const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
const latin1 = Buffer.from(pod('caf\u00e9', 'a:1'), 'latin1')

describe.skipIf(!canDeploy)(
  'bad input is bounded and said, and the rest goes on (skipped without helm or kubectl)',
  () => {
    test.each([
      ['aliases that multiply', `apiVersion: v1\nkind: Pod\n${bomb}`, /^unreadable-document syntax: .*alias/],
      ['nesting without end', `apiVersion: v1\nkind: Pod\nspec: ${deep}\n`, /^unreadable-document syntax: /],
      [
        'a tab for indentation',
        'apiVersion: v1\nkind: Pod\nspec:\n\tcontainers: []\n',
        /^unreadable-document syntax: .*tab/,
      ],
      ['an unknown tag', 'apiVersion: v1\nkind: Pod\nspec: !!js/function "x"\n', /^unreadable-document syntax: .*tag/],
      ['bytes', Buffer.from([0x61, 0x00, 0xff]), /^unreadable-document not-text: /],
      ['Latin-1', latin1, /^unreadable-document not-text: /],
      ['50 MB', Buffer.alloc(50 * 1024 * 1024, '# x\n'), /^unreadable-document too-large: /],
    ])('%s in a manifest', async (_, content, said) => {
      const { images, gaps } = await deployed({ ...good, 'bad/x.yaml': content })
      expect(gaps).toEqual([expect.stringMatching(said)])
      expect(images).toEqual(['good:1 of good'])
    })

    test('duplicate keys count as kubectl counts them: the last', async () => {
      const { images, gaps } = await deployed({
        'a/x.yaml': `${pod('a', 'first:1')}spec: { containers: [{ name: m, image: "last:1" }] }\n`,
      })
      expect(images).toEqual(['last:1 of a'])
      expect(gaps).toEqual([])
    })

    const chart = {
      'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'shop/templates/a.yaml': pod('a', '{{ .Values.image }}'),
    }

    test.each([
      ['values that multiply', { 'shop/values.yaml': `image: a:1\n${bomb}` }, /^render-failed program-failed: /],
      ['values with tabs', { 'shop/values.yaml': 'image:\n\ta: 1\n' }, /^render-failed program-failed: /],
      ['values of bytes', { 'shop/values.yaml': Buffer.from([0x61, 0x00, 0xff]) }, /^render-failed program-failed: /],
      ['a Chart.yaml that is none', { 'shop/Chart.yaml': 'apiVersion: [' }, /^render-failed program-failed: /],
      ['a Chart.yaml of bytes', { 'shop/Chart.yaml': Buffer.from([0, 1, 2]) }, /^render-failed program-failed: /],
      [
        'a value that is required',
        { 'shop/templates/a.yaml': '{{ required "say which image" .Values.none }}' },
        /say which image/,
      ],
      [
        'a template that includes itself',
        { 'shop/templates/a.yaml': '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}' },
        /^render-failed program-failed: /,
      ],
      [
        'a template that is bytes',
        { 'shop/templates/a.yaml': Buffer.from([0x7b, 0x7b, 0xff, 0xfe]) },
        /^render-failed program-failed: /,
      ],
    ])('%s in a chart', async (_, contents, said) => {
      const { images, gaps } = await deployed({ ...good, ...chart, ...contents })
      expect(gaps).toEqual([expect.stringMatching(said)])
      expect(images).toEqual(['good:1 of good'])
    })

    test('lookup finds nothing, as without a cluster', async () => {
      const template = '{{ $s := lookup "v1" "Secret" "a" "b" }}{{ if not $s }}' + pod('a', 'fresh:1') + '{{ end }}'
      expect((await deployed({ ...chart, 'shop/templates/a.yaml': template })).images).toEqual(['fresh:1 of shop'])
    })

    test.each([
      ['one that does not parse', { 'k/kustomization.yaml': 'resources: [\n' }, /^unresolved-source unreadable: /],
      ['one of bytes', { 'k/kustomization.yaml': Buffer.from([0, 1]) }, /^unresolved-source unreadable: /],
      [
        'one whose resource is no YAML',
        { 'k/kustomization.yaml': 'resources: [a.yaml]\n', 'k/a.yaml': 'a: [\n' },
        /^render-failed program-failed: /,
      ],
      [
        'a base that is remote',
        { 'k/kustomization.yaml': 'resources: ["https://github.com/acme/x//y?ref=v1"]\n' },
        /^unresolved-source remote-base: /,
      ],
      [
        'a base that includes itself',
        { 'k/kustomization.yaml': 'resources: [../k]\n' },
        /^render-failed program-failed: .*cycle/,
      ],
      [
        'a chart, which needs a flag',
        { 'k/kustomization.yaml': 'helmCharts: [{ name: redis, repo: "https://charts.test", version: 1.0.0 }]\n' },
        /^unresolved-source unsupported: .*helmCharts/,
      ],
    ])('a kustomization: %s', async (_, contents, said) => {
      const { images, gaps } = await deployed({ ...good, ...contents })
      expect(gaps).toEqual([expect.stringMatching(said)])
      expect(images).toEqual(['good:1 of good'])
    })

    test('links in a circle, into nothing and out of the repository', async () => {
      const links = {
        'm/loop': '../m',
        'm/gone.yaml': 'nowhere.yaml',
        'm/out.yaml': '/etc/hostname',
        'shop/templates/loop': '..',
      }
      const { images, gaps } = await deployed(
        { ...good, ...chart, 'shop/values.yaml': 'image: a:1\n', 'm/pod.yaml': pod('m', 'm:1') },
        undefined,
        links,
      )
      expect(images).toContain('m:1 of m')
      expect(images).toContain('good:1 of good')
      expect(gaps).toEqual([
        'unreadable-document outside: undefined',
        expect.stringMatching(/^unresolved-source unreadable: shop/),
      ])
    })

    test.each([
      'a b',
      '-x',
      '--set=a=b',
      `it's "quoted"`,
      'new\nline',
      '$(id)',
      'a,b',
      '{a}',
      '*',
      'é',
      '[1]',
      '50%',
      '%41',
    ])('a folder that is called %j', async name => {
      const { images, gaps } = await deployed({
        [`${name}/plain/pod.yaml`]: pod('p', 'plain:1'),
        [`${name}/shop/Chart.yaml`]:
          'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{ name: lib, version: 1.0.0, repository: "file://../lib" }]\n',
        [`${name}/shop/values.yaml`]: 'image: shop:1\n',
        [`${name}/shop/values-${name}.yaml`]: 'image: shop:2\n',
        [`${name}/shop/templates/a.yaml`]: pod('a', '{{ .Values.image }}'),
        [`${name}/lib/Chart.yaml`]: 'apiVersion: v2\nname: lib\nversion: 1.0.0\n',
        [`${name}/lib/templates/a.yaml`]: pod('l', 'lib:1'),
        [`${name}/k/kustomization.yaml`]: 'resources: [a.yaml]\n',
        [`${name}/k/a.yaml`]: pod('k', 'k:1'),
      })
      expect(gaps).toEqual([])
      expect(images.map(image => image.split(' of ')[0])).toEqual([
        'k:1',
        'lib:1',
        'lib:1',
        'lib:1',
        'plain:1',
        'shop:1',
        'shop:2',
      ])
    })
  },
)
