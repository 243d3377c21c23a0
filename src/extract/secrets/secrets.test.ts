import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'
import { renderedFrom } from '../test-rendered.ts'

const secret = (body: string) => `apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\n${body}`

function contents(body: string): Record<string, string | undefined> {
  const found = extract([renderedFrom([secret(`type: kubernetes.io/dockercfg\n${body}`)])]).secrets[0]
  return Object.fromEntries(Object.entries(found?.data ?? {}).map(([key, value]) => [key, value?.reveal()]))
}

describe('rendered secrets', () => {
  test.each([
    ['base64', 'data: {a: e30=}', { a: '{}' }],
    ['base64 over lines', 'data: {a: "e3\\n0=\\r\\n"}', { a: '{}' }],
    ['UTF-8', 'data: {a: w6Q=}', { a: 'ä' }],
    ['text that wins over data', 'data: {a: e30=, b: e30=}\nstringData: {a: x}', { a: 'x', b: '{}' }],
    ['null as empty', 'data: {a: }', { a: '' }],
    [
      'nothing of what is no base64',
      'data: {a: "e30", b: "e3 0=", c: "***", d: 5}',
      { a: undefined, b: undefined, c: undefined, d: undefined },
    ],
    ['nothing of text that is none', 'stringData: {a: 1}', { a: undefined }],
    ['nothing of data that is no map', 'data: [a]', {}],
  ])('hold %s', (_, body, data) => {
    expect(contents(body)).toEqual(data)
  })

  test('are kept when a kubelet would read them or something names them', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nspec: {imagePullSecrets: [{name: s}], containers: [{image: x}]}'
    const account = 'apiVersion: v1\nkind: ServiceAccount\nimagePullSecrets: [{name: s}]'
    const opaque = secret('stringData: {a: b}')
    const kept = (...texts: string[]) => extract([renderedFrom(texts)]).secrets.map(({ type }) => type)
    expect(kept(opaque)).toEqual([])
    expect(kept(opaque, pod)).toEqual(['Opaque'])
    expect(kept(opaque, account)).toEqual(['Opaque'])
    expect(kept(secret('type: kubernetes.io/dockerconfigjson'))).toEqual(['kubernetes.io/dockerconfigjson'])
  })

  test('print no content', () => {
    const inventory = extract([renderedFrom([secret('type: kubernetes.io/dockercfg\nstringData: {a: hunter2}')])])
    expect(JSON.stringify(inventory.secrets[0]?.data)).toBe('{"a":"***"}')
  })
})

describe('producers of secrets', () => {
  test.each([
    ['external-secrets.io/v1', 'ExternalSecret', '{target: {name: t}}', ['shop/t']],
    ['external-secrets.io/v1', 'ExternalSecret', '{}', ['shop/s']],
    ['external-secrets.io/v1', 'ClusterExternalSecret', '{externalSecretName: t, namespaces: [a, b]}', ['a/t', 'b/t']],
    ['bitnami.com/v1alpha1', 'SealedSecret', '{encryptedData: {a: x}}', ['shop/s']],
    ['isindir.github.com/v1alpha3', 'SopsSecret', '{secretTemplates: [{name: t}, {name: u}]}', ['shop/t', 'shop/u']],
    ['secrets.hashicorp.com/v1beta1', 'VaultStaticSecret', '{destination: {name: t}}', ['shop/t']],
    ['secrets.doppler.com/v1alpha1', 'DopplerSecret', '{managedSecret: {name: t, namespace: m}}', ['m/t']],
    ['other.io/v1', 'ExternalSecret', '{target: {name: t}}', []],
  ])('of %s %s with %s', (apiVersion, kind, spec, expected) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: s, namespace: shop}\nspec: ${spec}`
    const { producers } = extract([renderedFrom([text])])
    expect(producers.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual(expected)
  })
})
