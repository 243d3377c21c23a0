import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { extract } from '../extract.ts'
import { renderedFrom } from '../test-rendered.ts'
import { objectAt } from './test-object.ts'

/** Fields of a kind's definition that are named like images, by how they are written, and the repository that has it. */
interface Definition {
  readonly from: string
  readonly texts?: readonly string[]
  readonly parts?: readonly string[]
  readonly pods?: readonly string[]
}

const text = await readFile('test/vectors/custom-resources.json', 'utf8')
const definitions = Object.entries(JSON.parse(text) as Readonly<Record<string, Definition>>)

/** What is named like an image and is not looked at, by `kind path`. */
const leftOut: readonly (readonly [why: string, which: RegExp])[] = [
  ['one of several parts of a reference', /^monitoring.*baseImage$|imageRepository$|^scylla.*NodeConfig/],
  ['parts by other names, in tests of their own', /^nvidia\.com/],
  ['built by the operator first', /spec\.build\.output\.image$/],
  ['the name of a disk, of a type or of a rule', /backingImage$|imageType$|^argocd-image-updater/],
  ['asked for by a controller, never pulled', /^image\.toolkit|ConfigurationRevision/],
  ['made by a controller out of another kind', /WorkflowTaskSet|EngineFrontend|Restore /],
  ['an external server without a pod of its own', /ExternalMariaDB/],
  ['an override of what stands elsewhere', /[oO]verrides(?:\.image)?$/],
  ['a volume that may as well be any other', /positionDB|volumeSource|[vV]olume\.source|^scylla.*volumes|extraVolumes/],
]

function fieldsOf([kind, { texts = [], parts = [], pods = [] }]: (typeof definitions)[number]) {
  return [
    ...texts.map(path => ({ kind, path, leaf: 'x' })),
    ...parts.map(path => ({ kind, path, leaf: { repository: 'x', tag: '1' } })),
    ...pods.map(path => ({ kind, path, leaf: { containers: [{ name: 'a', image: 'x' }] } })),
  ]
}

function isFound({ kind, path, leaf }: ReturnType<typeof fieldsOf>[number]): boolean {
  const [group, name] = kind.split('/')
  const object = { apiVersion: `${group}/v1`, kind: name, ...(objectAt(path, leaf) as object) }
  return extract([renderedFrom([JSON.stringify(object)])]).uses.some(({ image }) => image.replace(':1', '') === 'x')
}

test.each(definitions)('the images of %s are known, as its definition names them', (...definition) => {
  const missed = fieldsOf(definition).filter(field => !isFound(field))
  const names = missed.map(({ kind, path }) => `${kind} ${path}`)
  expect(names.filter(name => !leftOut.some(([, which]) => which.test(name)))).toEqual([])
})

test('whatever is left out is in a definition', () => {
  const names = definitions.flatMap(fieldsOf).map(({ kind, path }) => `${kind} ${path}`)
  for (const [, which] of leftOut) expect(names.some(name => which.test(name))).toBe(true)
})
