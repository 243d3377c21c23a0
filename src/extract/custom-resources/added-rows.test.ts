import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'
import { renderedFrom } from '../test-rendered.ts'
import { resourcesWith } from './table.ts'
import type { CustomResourceRow } from './types.ts'

type Kind = readonly [group: string, kind: string]
type Row = Omit<CustomResourceRow, 'group' | 'kinds'>

function read(row: Row, body: string, [group, kind]: Kind = ['acme.io', 'App']) {
  const text = `apiVersion: ${group}/v1beta2\nkind: ${kind}\nmetadata: {name: x, namespace: shop}\n${body}`
  return extract([renderedFrom([text])], resourcesWith([{ group, kinds: [kind], ...row }]))
}

function found(row: Row, body: string, of?: Kind): readonly string[] {
  return read(row, body, of).uses.map(({ field, image }) => `${field}=${image}`)
}

const parts = { at: 'spec.image', registry: 'registry', repository: 'repository', tag: 'tag', digest: 'digest' }
const defaults = { registry: 'ghcr.io', repository: 'acme/app' }
const digest = `sha256:${'a'.repeat(64)}`

describe('rows that a person adds', () => {
  test.each<[string, Row, string, readonly string[]]>([
    ['texts', { images: ['spec.a', 'spec.b[].c'] }, 'spec: {a: x, b: [{c: w}]}', ['spec.a=x', 'spec.b[0].c=w']],
    ['every value of a map', { images: ['spec.*.image'] }, 'spec: {web: {image: x}}', ['spec.web.image=x']],
    [
      'a container, a template and a pod',
      { containers: ['spec.side[]'], templates: ['spec.t'], pods: ['spec.p'] },
      'spec: {side: [{image: x}], t: {spec: {containers: [{image: w}]}}, p: {initContainers: [{image: z}]}}',
      ['spec.t.spec.containers[0].image=w', 'spec.p.initContainers[0].image=z', 'spec.side[0].image=x'],
    ],
    [
      'parts, told at the tag',
      { composed: [parts] },
      'spec: {image: {registry: ghcr.io/, repository: a/b, tag: "1"}}',
      ['spec.image.tag=ghcr.io/a/b:1'],
    ],
    [
      'a digest, which wins',
      { composed: [parts] },
      `spec: {image: {repository: a/b, tag: "1", digest: "${digest}"}}`,
      [`spec.image.digest=a/b@${digest}`],
    ],
    [
      'defaults',
      { composed: [{ ...parts, defaults }] },
      'spec: {image: {tag: v2}}',
      ['spec.image.tag=ghcr.io/acme/app:v2'],
    ],
    [
      'a blank part as none',
      { composed: [{ ...parts, defaults }] },
      'spec: {image: {repository: "", tag: v2}}',
      ['spec.image.tag=ghcr.io/acme/app:v2'],
    ],
    [
      'parts further below',
      { composed: [{ ...parts, tag: 'version.tag' }] },
      'spec: {image: {repository: a, version: {tag: "1"}}}',
      ['spec.image.version.tag=a:1'],
    ],
    [
      'nothing where the tag is the operator’s',
      { composed: [{ ...parts, defaults }] },
      'spec: {image: {repository: a/b}}',
      [],
    ],
    [
      'nothing where nothing is written',
      { composed: [{ ...parts, defaults: { ...defaults, tag: '1' } }] },
      'spec: {image: {}}',
      [],
    ],
    ['nothing where a path ends early', { images: ['spec.a.b'], composed: [parts] }, 'spec: {a: x, image: text}', []],
    ['nothing of JavaScript', { images: ['constructor.name', '__proto__.x'] }, 'spec: {}', []],
  ])('say where %s', (_, row, body, expected) => {
    expect(found(row, body)).toEqual(expected)
  })

  test('add to what is known of a kind, each field once', () => {
    const row = { images: ['spec.image', 'spec.extra'] }
    const alertmanager = ['monitoring.coreos.com', 'Alertmanager'] as const
    expect(found(row, 'spec: {image: a, extra: b}', alertmanager)).toEqual(['spec.image=a', 'spec.extra=b'])
  })

  test('make a text that looks like an image one', () => {
    const body = 'spec: {workerImage: ghcr.io/a/b}'
    expect(read({}, body).uses).toEqual([])
    const { uses, imageLike } = read({ images: ['spec.workerImage'] }, body)
    expect([uses.map(({ role }) => role), imageLike]).toEqual([['custom-resource'], []])
  })

  test.each([
    ['a list of names', 'pull: [s, t]', ['s', 't']],
    ['maps with a name', 'pull: [{name: s}]', ['s']],
    ['one name', 'pull: s', ['s']],
    ['one map', 'pull: {name: s}', ['s']],
    ['nothing', 'pull: []', undefined],
  ])('say where the pull secrets are, as %s', (_, pull, pullSecrets) => {
    const row = { images: ['spec.image'], pullSecrets: ['spec.pull'], serviceAccounts: ['spec.account'] }
    const { uses } = read(row, `spec: {image: a, account: m, ${pull}}`)
    expect(uses[0]?.pod).toMatchObject({ pullSecrets, serviceAccount: 'm' })
  })

  test('leave to a pod template what it says itself', () => {
    const row = { templates: ['spec.t'], pullSecrets: ['spec.pull'], serviceAccounts: ['spec.account'] }
    const pod = 'serviceAccountName: own, containers: [{image: a}]'
    const { uses } = read(row, `spec: {pull: s, account: m, t: {spec: {${pod}}}}`)
    expect(uses[0]?.pod).toMatchObject({ pullSecrets: ['s'], serviceAccount: 'own' })
  })

  test('say in which namespace the pods are', () => {
    const row = { images: ['spec.image'], namespace: 'spec.target' }
    const namespaces = ['spec: {image: a, target: ops}', 'spec: {image: a}'].map(
      body => read(row, body).uses[0]?.workload.namespace,
    )
    expect(namespaces).toEqual(['ops', 'shop'])
  })

  test('are bounded where an object has too much', () => {
    const many = `spec:\n  a:\n${'    - {b: x}\n'.repeat(30_000)}`
    const { uses, unreadable } = read({ images: ['spec.a[].b'] }, many)
    expect(uses).toHaveLength(10_000)
    expect(unreadable.map(({ why }) => why)).toEqual(['too-many-images'])
  })

  test('end soon, whatever they and an object say', () => {
    const keys = Array.from({ length: 20 }, (_, index) => `k${index}`)
    const item = `    - {${keys.map(key => `${key}: x`).join(', ')}}\n`
    const row = { images: keys.map(key => `spec.a[].${key}`), pods: keys.map(key => `spec.*.*.*.${key}`) }
    const before = performance.now()
    expect(found(row, `spec:\n  a:\n${item.repeat(20_000)}`)).toHaveLength(10_000)
    expect(performance.now() - before).toBeLessThan(20_000)
  })

  test('end soon where much that is like a pod stands above many images', () => {
    const pods = `  nodeSets:\n${'    - {podTemplate: {spec: {}}}\n'.repeat(5000)}`
    const before = performance.now()
    expect(found({ images: ['spec.a[].b'] }, `spec:\n${pods}  a:\n${'    - {b: x}\n'.repeat(5000)}`)).toHaveLength(5000)
    expect(performance.now() - before).toBeLessThan(5000)
  })
})

test('a text that looks like an image and that no path leads to is still told, as of a kind that nobody named', () => {
  const text =
    'apiVersion: acme.io/v1\nkind: App\nspec: {image: "ghcr.io/a/b:1", web: {image: "ghcr.io/a/web", tag: "1"}}'
  const told = (row: Pick<CustomResourceRow, 'images' | 'composed'>) =>
    extract([renderedFrom([text])], resourcesWith([{ group: 'acme.io', kinds: ['App'], ...row }])).imageLike?.map(
      ({ image }) => image,
    )
  const composed = [{ at: 'spec.web', repository: 'image', tag: 'tag' }]
  expect(told({ images: ['spec.imag'], composed })).toEqual(['ghcr.io/a/b:1'])
  expect(told({ images: ['spec.image'], composed })).toEqual([])
})
