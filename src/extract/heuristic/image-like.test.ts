import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'
import { isReferenceLike } from './reference-like.ts'
import { renderedFrom } from '../test-rendered.ts'

const found = (text: string) =>
  (extract([renderedFrom([text])]).imageLike ?? []).map(({ role, field, image }) => `${role} ${field}=${image}`)
const pod = (container: string) => `apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, image: x, ${container}}]}`

describe('imageLike', () => {
  test.each([
    [
      'a pod template of an unknown kind',
      'apiVersion: acme.io/v1\nkind: App\nspec: {pod: {containers: [{name: a, image: nginx}]}}',
      'spec.pod.containers[0].image=nginx',
    ],
    [
      'an image field of an unknown kind',
      'apiVersion: acme.io/v1\nkind: App\nspec: {proxyImage: "ghcr.io/a/b"}',
      'spec.proxyImage=ghcr.io/a/b',
    ],
    ['an environment', pod('env: [{name: RELATED_IMAGE_A, value: "a/b:1"}]'), 'spec.containers[0].env[0].value=a/b:1'],
    ['an argument', pod('args: ["--reloader-image=quay.io/a/b:1"]'), 'spec.containers[0].args[0]=quay.io/a/b:1'],
    ['an argument of two items', pod('args: [-nop-image, quay.io/a/b]'), 'spec.containers[0].args[1]=quay.io/a/b'],
    [
      'an argument of the Prometheus operator',
      pod('args: ["--prometheus-config-reloader=quay.io/a/b:1"]'),
      'spec.containers[0].args[0]=quay.io/a/b:1',
    ],
    [
      'a list of versions',
      pod('env: [{name: STRIMZI_KAFKA_IMAGES, value: "4.0.0=quay.io/a/kafka:1\\n"}]'),
      'spec.containers[0].env[0].value=quay.io/a/kafka:1',
    ],
    [
      'an annotation',
      'apiVersion: v1\nkind: Pod\nmetadata: {annotations: {dapr.io/sidecar-image: "a/b:1"}}',
      'metadata.annotations["dapr.io/sidecar-image"]=a/b:1',
    ],
    [
      'a ConfigMap',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  c.yaml: |\n    image: ghcr.io/a/b:1\n',
      'data["c.yaml"]=ghcr.io/a/b:1',
    ],
    [
      'a ConfigMap, under a name with dashes',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  c.yaml: |\n    - queue-sidecar-image: ghcr.io/a/b:1\n',
      'data["c.yaml"]=ghcr.io/a/b:1',
    ],
  ])('finds one in %s', (_, text, expected) => {
    expect(found(text)).toEqual([`heuristic ${expected}`])
  })

  test('ends soon, whatever an argument says', () => {
    const before = performance.now()
    expect(found(pod(`args: ["--${'image'.repeat(100_000)}"]`))).toEqual([])
    expect(performance.now() - before).toBeLessThan(2000)
  })

  test('finds each of a list of versions, once', () => {
    const value = '3.9.0=quay.io/a/kafka:1-3.9\\n4.0.0=quay.io/a/kafka:1-4.0\\nlatest=quay.io/a/kafka:1-4.0\\nx=y'
    const field = 'heuristic spec.containers[0].env[0].value=quay.io/a/kafka'
    expect(found(pod(`env: [{name: A_IMAGES, value: "${value}"}]`))).toEqual([`${field}:1-3.9`, `${field}:1-4.0`])
  })

  test.each([
    ['the fields that are known', pod('ports: []')],
    [
      'a definition',
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {image: "ghcr.io/a/b"}',
    ],
    ['a status', 'apiVersion: acme.io/v1\nkind: App\nstatus: {image: "ghcr.io/a/b"}'],
    ['a disk', 'apiVersion: v1\nkind: PersistentVolume\nspec: {rbd: {image: "pool/a:1"}}'],
    ['a picture', 'apiVersion: acme.io/v1\nkind: App\nspec: {image: "https://acme.io/a.png"}'],
  ])('leaves out %s', (_, text) => {
    expect(found(text)).toEqual([])
  })
})

describe('isReferenceLike', () => {
  test.each(['ghcr.io/a/b', 'a/b:1', 'localhost:5000/a', `a@sha256:${'0'.repeat(64)}`])('takes %s', text => {
    expect(isReferenceLike(text)).toBe(true)
  })
  test.each(['nginx', 'web:8080', '/usr/bin/a', 'A/b:1', 'true', '', 'https://a.io/b', 'a b/c:1'])(
    'leaves %j',
    text => {
      expect(isReferenceLike(text)).toBe(false)
    },
  )
})
