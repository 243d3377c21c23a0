import { expect, test } from 'vitest'
import type { Source } from '../discover/types.ts'
import { extract } from '../extract/extract.ts'
import type { Inventory } from '../extract/types.ts'
import { accessIn, changedAccess, leaningSources } from './access.ts'

const source = (id: string): Source => ({ kind: 'manifests', id, path: id, label: id, files: [] })

/** Manifests by source, all of one text each. */
function read(texts: Readonly<Record<string, string>>): { inventory: Inventory; sources: readonly Source[] } {
  const sources = Object.keys(texts).map(source)
  const rendered = sources.map(one => ({
    kind: 'rendered' as const,
    source: one,
    renderer: 'none',
    documents: (texts[one.id] ?? '').split('---\n').map((text, index) => ({
      text,
      origin: { source: one.id, file: `${one.id}/a.yaml`, verbatim: true, index, line: 1 },
    })),
    unreadable: [],
  }))
  return { inventory: extract(rendered), sources }
}

const secret = (name: string, value: string, namespace = 'shop') =>
  `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}, namespace: ${namespace} }\ntype: kubernetes.io/dockerconfigjson\nstringData: { .dockerconfigjson: '${value}' }\n`
const account = (name: string, secrets: string) =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: ${name}, namespace: shop }\nimagePullSecrets: [${secrets}]\n`
const sealed = `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: regcred, namespace: shop }\nspec: { template: { type: kubernetes.io/dockerconfigjson } }\n`
const pod = (spec: string, namespace = 'shop') =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: ${namespace} }\nspec: { containers: [{ name: a, image: a }]${spec} }\n`

const access = (text: string) => {
  const { inventory, sources } = read({ s: text })
  return accessIn(inventory, sources)
}

test.each([
  ['nothing', '', '', 0],
  ['the same', secret('a', '{}'), secret('a', '{}'), 0],
  ['what a secret holds', secret('a', '{}'), secret('a', '{"auths":{}}'), 1],
  ['a secret that is gone', secret('a', '{}'), '', 1],
  ['a secret that is new', '', secret('a', '{}'), 1],
  ['a secret that is elsewhere now', secret('a', '{}'), secret('a', '{}', 'infra'), 2],
  ['a secret that is produced now', secret('regcred', '{}'), sealed, 1],
  ['what an account names', account('web', '{ name: a }'), account('web', '{ name: b }'), 1],
  ['an account that names none', '', account('web', ''), 0],
  ['the order of two documents', `${secret('a', '{}')}---\n${sealed}`, `${sealed}---\n${secret('a', '{}')}`, 0],
])('tells %s', (_, before, after, count) => {
  expect(changedAccess(access(before), access(after)).size).toBe(count)
})

const regcred = changedAccess(access(secret('regcred', '{}')), new Map())
const web = changedAccess(access(account('web', '{ name: regcred }')), new Map())
const standard = changedAccess(access(account('default', '{ name: regcred }')), new Map())

test.each([
  ['a pod that names it', regcred, pod(', imagePullSecrets: [{ name: regcred }]'), true],
  ['a pod of another namespace', regcred, pod(', imagePullSecrets: [{ name: regcred }]', 'infra'), false],
  ['a pod that names another', regcred, pod(', imagePullSecrets: [{ name: other }]'), false],
  ['a pod that names none', regcred, pod(''), false],
  [
    'a pod whose account names it',
    regcred,
    `${account('web', '{ name: regcred }')}---\n${pod(', serviceAccountName: web')}`,
    true,
  ],
  ['a pod with the account', web, pod(', serviceAccountName: web'), true],
  [
    'a pod with the account, and secrets of its own',
    web,
    pod(', serviceAccountName: web, imagePullSecrets: [{ name: x }]'),
    false,
  ],
  ['a pod with the account that all have', standard, pod(''), true],
])('%s: does it lean on what was changed?', (_, changed, text, leans) => {
  const { inventory, sources } = read({ one: text, other: pod('', 'elsewhere') })
  expect([...leaningSources(changed, inventory, sources)]).toEqual(leans ? ['one'] : [])
})
