import { describe, expect, test } from 'vitest'
import { pod } from '../../test/cluster/objects.ts'
import { readInput } from './read-input.ts'

const list = (items: readonly unknown[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 4)
const countOf = (text: string) => {
  const read = readInput([{ name: 'x', text }])
  return read.kind === 'objects' ? read.objects.length : read.why
}

describe('input', () => {
  test.each([
    ['a List', list([pod(), pod()]), 2],
    ['one object', JSON.stringify(pod()), 1],
    ['an array', JSON.stringify([pod()]), 1],
    [
      'a PodList, whose items carry no kind',
      JSON.stringify({ kind: 'PodList', items: [{ metadata: { name: 'a' } }] }),
      1,
    ],
    ['two calls one after the other', `${list([pod()])}\n${list([pod()])}\n`, 2],
  ])('is read: %s', (_, text, count) => {
    expect(countOf(text)).toBe(count)
  })

  test.each([
    ['nothing', '', /^It is empty/],
    ['a table', 'NAME    READY   STATUS\nweb-1   0/1     ErrImagePull\n', /table of kubectl/],
    ['a table of all namespaces', 'NAMESPACE   NAME    READY\nshop   web-1   0/1\n', /table of kubectl/],
    ['describe', 'Name:             web-1\nNamespace:        shop\n', /kubectl describe.*explain -/],
    ['YAML', 'apiVersion: v1\nitems:\n- kind: Pod\n', /^It is YAML/],
    ['an error of kubectl', 'Error from server (Forbidden): pods is forbidden', /error message of kubectl/],
    ['nothing found', 'No resources found in shop namespace.', /error message of kubectl/],
    ['a truncated file', list([pod(), pod()]).slice(0, -40), /ends in the middle/],
    ['broken JSON', '{"kind": "List", "items": [,]}', /no valid JSON/],
    ['an empty List', list([]), /no object/],
    ['other JSON', '{"hello": "world"}', /no Kubernetes object/],
    ['another kind', list([{ kind: 'ConfigMap', metadata: { name: 'x' } }]), /holds ConfigMap/],
    [
      'an error as JSON',
      '{"kind":"Status","status":"Failure","message":"pods is forbidden"}',
      /API server: pods is forbidden/,
    ],
    ['a novel', 'It was a dark and stormy night', /no JSON/],
  ])('that is %s gets a sentence and a command', (_, text, why) => {
    expect(countOf(text)).toMatch(why)
    expect(countOf(text)).toMatch(/kubectl get pods,events,nodes|API server: pods is forbidden/)
  })

  test('is told by name', () => {
    expect(
      readInput([
        { name: 'a.json', text: list([pod()]) },
        { name: 'b.json', text: 'x' },
      ]),
    ).toMatchObject({ kind: 'wrong', name: 'b.json' })
  })
})
