import { expect, test } from 'vitest'
import { nameEdit } from './name-edit.ts'
import type { ImageName } from './name-edit.ts'

const name = (text: string): ImageName => {
  const [registry = '', ...rest] = text.split('/')
  return { registry, repository: rest.join('/') }
}

/** What becomes of the lines, each of which is a place of its own from its first `: ` on. */
async function edited(lines: readonly string[], from: string, to: string): Promise<readonly string[] | undefined> {
  const locations = lines.map((text, index) => {
    const at = { file: 'values.yaml', line: index + 1, column: text.indexOf(': ') + 3 }
    return { ...at, endLine: index + 1, endColumn: text.length + 1, confidence: 'exact' as const }
  })
  const edit = await nameEdit(name(from), name(to), { locations, readLine: async (_, line) => lines[line - 1] })
  if (edit === undefined) return undefined
  const { line, column = 1 } = edit.location
  return lines.map((text, index) => (index + 1 === line ? `${text.slice(0, column - 1)}${edit.text}` : text))
}

test.each([
  [['image: k8s.gcr.io/pause:3.9'], 'k8s.gcr.io/pause', 'registry.k8s.io/pause', ['image: registry.k8s.io/pause:3.9']],
  [
    ['tag: 3.9', 'registry: k8s.gcr.io', 'name: pause'],
    'k8s.gcr.io/pause',
    'registry.k8s.io/pause',
    ['tag: 3.9', 'registry: registry.k8s.io', 'name: pause'],
  ],
  [
    ['image: bitnami/redis:7'],
    'docker.io/bitnami/redis',
    'docker.io/bitnamilegacy/redis',
    ['image: bitnamilegacy/redis:7'],
  ],
  [['name: openjdk'], 'docker.io/library/openjdk', 'docker.io/library/eclipse-temurin', ['name: eclipse-temurin']],
  [
    ['image: quay.io/coreos/flannel:v1'],
    'quay.io/coreos/flannel',
    'docker.io/flannel/flannel',
    ['image: flannel/flannel:v1'],
  ],
  [
    ['image: mirror.gcr.io/nginx'],
    'mirror.gcr.io/nginx',
    'mirror.gcr.io/library/nginx',
    ['image: mirror.gcr.io/library/nginx'],
  ],
  // a registry of its own comes before what would be the whole name elsewhere
  [['name: a/b', 'registry: docker.io'], 'docker.io/a/b', 'quay.io/a/b', ['name: a/b', 'registry: quay.io']],
  [['name: a/b', 'registry: docker.io'], 'docker.io/a/b', 'quay.io/a/c', undefined],
  // two changes, a name that only begins alike, and one that is not written here
  [['registry: quay.io', 'name: coreos/flannel'], 'quay.io/coreos/flannel', 'docker.io/flannel/flannel', undefined],
  [['image: k8s.gcr.io/pause-arm64:3'], 'k8s.gcr.io/pause', 'registry.k8s.io/pause', undefined],
  [['image: "{{ .Values.image }}"'], 'k8s.gcr.io/pause', 'registry.k8s.io/pause', undefined],
] as const)('%j: %s becomes %s', async (lines, from, to, expected) => {
  expect(await edited(lines, from, to)).toEqual(expected)
})
