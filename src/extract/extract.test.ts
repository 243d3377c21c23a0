import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from './extract.ts'
import { renderedFrom } from './test-rendered.ts'

const images = (text: string, options: { verbatim?: boolean } = {}) =>
  extract([renderedFrom([text], options)]).uses.map(({ field, image }) => `${field}=${image}`)

const podSpec = 'containers: [{name: web, image: nginx}]'

describe('extract', () => {
  test.each([
    ['v1', 'Pod', `spec: {${podSpec}}`, 'spec'],
    ['v1', 'PodTemplate', `template: {spec: {${podSpec}}}`, 'template.spec'],
    ...[
      'v1/ReplicationController',
      'apps/v1/Deployment',
      'apps/v1/ReplicaSet',
      'apps/v1/StatefulSet',
      'apps/v1/DaemonSet',
    ]
      .concat('apps/v1beta1/Deployment', 'apps/v1beta2/StatefulSet', 'extensions/v1beta1/Deployment')
      .concat('extensions/v1beta1/DaemonSet', 'extensions/v1beta1/ReplicaSet', 'batch/v1/Job')
      .map(id => [
        id.slice(0, id.lastIndexOf('/')),
        id.slice(id.lastIndexOf('/') + 1),
        `spec: {template: {spec: {${podSpec}}}}`,
        'spec.template.spec',
      ]),
    ...['batch/v1', 'batch/v1beta1'].map(version => [
      version,
      'CronJob',
      `spec: {jobTemplate: {spec: {template: {spec: {${podSpec}}}}}}`,
      'spec.jobTemplate.spec.template.spec',
    ]),
  ])('reads the pod of %s %s', (apiVersion, kind, body, path) => {
    expect(images(`apiVersion: ${apiVersion}\nkind: ${kind}\n${body}`)).toEqual([`${path}.containers[0].image=nginx`])
  })

  test('reads containers of every kind and image volumes, and no other image', () => {
    const text = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  initContainers: [{name: i, image: init, imagePullPolicy: Always}]
  containers: [{name: c, image: main}]
  ephemeralContainers: [{name: e, image: debug}]
  volumes:
    - {name: v, image: {reference: data:1, pullPolicy: Never}}
    - {name: r, rbd: {image: disk}}
status: {containerStatuses: [{image: x}], containers: [{image: y}]}`
    const uses = extract([renderedFrom([text])]).uses
    expect(
      uses.map(({ role, image, container, pullPolicy, field }) => [role, image, container, pullPolicy, field]),
    ).toEqual([
      ['init', 'init', 'i', 'Always', 'spec.initContainers[0].image'],
      ['container', 'main', 'c', undefined, 'spec.containers[0].image'],
      ['ephemeral', 'debug', 'e', undefined, 'spec.ephemeralContainers[0].image'],
      ['volume', 'data:1', undefined, 'Never', 'spec.volumes[0].image.reference'],
    ])
  })

  test.each([
    ['a List', 'apiVersion: v1\nkind: List\nitems:', 'apiVersion: v1\n    kind: Pod\n    '],
    ['a typed list, whose items name no kind', 'apiVersion: v1\nkind: PodList\nitems:', ''],
    [
      'a list in a list',
      'apiVersion: v1\nkind: List\nitems:',
      'apiVersion: v1\n    kind: PodList\n    items: [{metadata: {}}]\n    ',
    ],
  ])('reads the items of %s', (name, head, own) => {
    const nested = name === 'a list in a list'
    const text = nested
      ? `${head}\n  - {apiVersion: v1, kind: PodList, items: [{spec: {${podSpec}}}]}`
      : `${head}\n  - ${own}metadata: {name: p}\n    spec: {${podSpec}}`
    const field = nested ? 'items[0].items[0]' : 'items[0]'
    expect(images(text)).toEqual([`${field}.spec.containers[0].image=nginx`])
  })

  test.each([
    ['flow style', `{apiVersion: v1, kind: Pod, spec: {${podSpec}}}`],
    ['JSON', '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"name":"web","image":"nginx"}]}}'],
    ['anchors', `apiVersion: v1\nkind: Pod\nx: &c {name: web, image: nginx}\nspec:\n  containers: [*c]`],
    ['merge keys', `apiVersion: v1\nkind: Pod\nx: &c {image: nginx}\nspec:\n  containers: [{<<: *c, name: web}]`],
    ['a folded block', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: >-\n      nginx\n'],
    ['CRLF', `apiVersion: v1\r\nkind: Pod\r\nspec:\r\n  ${podSpec}\r\n`],
    ['the last of two images', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: a\n    image: nginx\n'],
  ])('reads %s', (_, text) => {
    expect(images(text)).toEqual(['spec.containers[0].image=nginx'])
  })

  test.each([
    ['another group', `apiVersion: acme.io/v1\nkind: Deployment\nspec: {template: {spec: {${podSpec}}}}`],
    ['no apiVersion', `kind: Pod\nspec: {${podSpec}}`],
    [
      'a definition that mentions pods',
      `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {kind: Pod}`,
    ],
    ['containers that are a map', 'apiVersion: v1\nkind: Pod\nspec: {containers: {name: a, image: b}}'],
    ['containers that are scalars', 'apiVersion: v1\nkind: Pod\nspec: {containers: [a, null, 3]}'],
    ['a list without items', 'apiVersion: v1\nkind: List\nitems: {}'],
  ])('finds nothing in %s', (_, text) => {
    expect(images(text)).toEqual([])
  })

  describe('an image that is missing', () => {
    const deployment = (container: string, extra = 'selector: {}, ') =>
      `apiVersion: apps/v1\nkind: Deployment\nspec: {${extra}template: {spec: {containers: [${container}]}}}`

    test.each([
      ['absent', '{name: web}'],
      ['null', '{name: web, image: }'],
      ['empty', '{name: web, image: ""}'],
    ])('is an empty reference when %s', (_, container) => {
      expect(images(deployment(container))).toEqual(['spec.template.spec.containers[0].image='])
    })

    test('is left to the base in a patch, which can only be a file', () => {
      expect(images(deployment('{name: web}', ''))).toEqual([])
      expect(images(deployment('{name: web}', ''), { verbatim: false })).toHaveLength(1)
      expect(images(deployment('{name: web, image: nginx}', ''))).toHaveLength(1)
    })

    test('counts for an image volume of a Pod alone', () => {
      const volumes = 'volumes: [{name: v, image: {pullPolicy: Always}}]'
      expect(images(`apiVersion: v1\nkind: Pod\nspec: {${volumes}}`)).toEqual(['spec.volumes[0].image.reference='])
      expect(images(`apiVersion: batch/v1\nkind: Job\nspec: {template: {spec: {${volumes}}}}`)).toEqual([])
    })
  })

  test.each(['1.27', 'true', '[nginx]', '{a: b}'])('says that the image %s is no text', image => {
    const { uses, unreadable } = extract([
      renderedFrom([`apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ${image}\n`]),
    ])
    expect(uses).toEqual([])
    expect(unreadable).toMatchObject([
      { file: 'k8s/app.yaml', line: 10, why: 'image-no-text', detail: 'spec.containers[0].image' },
    ])
  })

  test('keeps the image as written, with its white space', () => {
    expect(images('apiVersion: v1\nkind: Pod\nspec: {containers: [{image: " nginx\\t"}]}')).toEqual([
      'spec.containers[0].image= nginx\t',
    ])
  })

  test('reads what a pod says about secrets, account and nodes', () => {
    const text = `apiVersion: v1
kind: Pod
metadata: {name: p, namespace: shop, annotations: {helm.sh/hook: "test, pre-install"}}
spec:
  serviceAccount: old
  imagePullSecrets: [{name: a}, {name: ""}, {}, null]
  nodeSelector: {kubernetes.io/arch: arm64, n: 1}
  os: {name: linux}
  runtimeClassName: gvisor
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions: [{key: kubernetes.io/os, operator: In, values: [linux]}]
            matchFields: [{key: metadata.name, operator: In, values: [n1]}]
  containers: [{name: c, image: x}]`
    const use = extract([renderedFrom([text])]).uses[0]
    expect(use?.pod).toEqual({
      serviceAccount: 'old',
      pullSecrets: ['a', '', '', ''],
      nodeSelector: { 'kubernetes.io/arch': 'arm64' },
      os: 'linux',
      runtimeClass: 'gvisor',
      requiredTerms: [
        { matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }], hasFields: true },
      ],
    })
    expect(use?.workload).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'shop',
      name: 'p',
      hooks: ['test', 'pre-install'],
    })
    expect(use?.workloadKey).toBe('Pod/shop/p#spec.containers[c].image')
    expect(use?.key).toBe('s1|Pod/shop/p#spec.containers[c].image')
  })

  test.each([
    ['no list', 'imagePullSecrets: []', undefined],
    ['the new account name', 'serviceAccountName: new\n  serviceAccount: old', 'new'],
    ['an empty new name', 'serviceAccountName: ""\n  serviceAccount: old', 'old'],
  ])('takes %s as the API does', (_, fields, account) => {
    const text = `apiVersion: v1\nkind: Pod\nspec:\n  ${fields}\n  containers: [{image: x}]`
    const pod = extract([renderedFrom([text])]).uses[0]?.pod
    expect(pod?.pullSecrets).toBeUndefined()
    expect(pod?.serviceAccount).toBe(account)
  })

  test('reads accounts and runtime classes', () => {
    const inventory = extract([
      renderedFrom([
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\nimagePullSecrets: [{name: s}]\nsecrets: [{name: t}]',
        'apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: r}\nscheduling: {nodeSelector: {a: b}}',
      ]),
    ])
    expect(inventory.serviceAccounts).toMatchObject([{ name: 'a', pullSecrets: ['s'], namespace: undefined }])
    expect(inventory.runtimeClasses).toEqual([{ name: 'r', nodeSelector: { a: 'b' } }])
  })

  test('counts what is not empty and names what is broken, with its line', () => {
    const inventory = extract([
      renderedFrom(['# nothing\n', 'kind: ConfigMap\ndata: {{ broken }}', 'kind: Pod\nspec:\n\tbad: 1\n']),
    ])
    expect(inventory.documents).toEqual(new Map([['s1', 2]]))
    expect(inventory.unreadable).toMatchObject([{ source: 's1', file: 'k8s/app.yaml', line: 12, column: 1 }])
  })

  test.each([
    ['helm.toolkit.fluxcd.io/v2', 'HelmRelease', 1],
    ['argoproj.io/v1alpha1', 'Application', 1],
    ['app.k8s.io/v1beta1', 'Application', 0],
  ])('names a broken object of %s %s only where it says what else is applied', (apiVersion, kind, count) => {
    const { unreadable } = extract([renderedFrom([`apiVersion: ${apiVersion}\nkind: ${kind}\nspec: [}\n`])])
    expect(unreadable).toHaveLength(count)
  })

  test('never throws, whatever the document says', () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 6 }),
      fc.string(),
      hostilePods().map(pod => JSON.stringify(pod)),
    )
    fc.assert(
      fc.property(text, document => {
        const inventory = extract([renderedFrom([`kind: Pod\n${document}`, document])])
        expect(inventory.documents.get('s1')).toBeLessThanOrEqual(2)
      }),
    )
  })
})

function hostilePods() {
  const odd = fc.oneof(fc.anything({ maxDepth: 3 }), fc.constantFrom('constructor', '__proto__', null, []))
  const container = fc.record({ name: odd, image: odd, imagePullPolicy: odd }, { requiredKeys: [] })
  const spec = fc.record(
    {
      containers: fc.oneof(odd, fc.array(container)),
      volumes: odd,
      imagePullSecrets: odd,
      nodeSelector: odd,
      affinity: odd,
    },
    { requiredKeys: [] },
  )
  const kind = fc.constantFrom('Pod', 'Secret', 'ServiceAccount', 'PodList', 'List')
  return fc.record({
    apiVersion: fc.constant('v1'),
    kind,
    metadata: odd,
    spec: fc.oneof(spec, odd),
    items: odd,
    data: odd,
  })
}
