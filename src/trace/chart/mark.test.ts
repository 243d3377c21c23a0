import { describe, expect, test } from 'vitest'
import { leavesToMark } from './leaves-to-mark.ts'
import { mark, piecesOf } from './mark.ts'
import { markedOptions } from './marked-values.ts'
import { setLeaves } from './set-leaves.ts'
import { memoryFiles } from '../text/test-files.ts'
import { TextFile, TextFiles } from '../text/text-file.ts'
import { valueLeaves } from '../value-leaf.ts'

const leavesOf = (...texts: readonly string[]) =>
  texts.flatMap((text, layer) =>
    valueLeaves(new TextFile(`v${layer}.yaml`, text), []).map(leaf => ({ ...leaf, layer })),
  )

const options = { values: [], set: [], release: 'a', namespace: 'a', apiVersions: [] }

const marked = (images: readonly string[], ...texts: readonly string[]) =>
  leavesToMark(leavesOf(...texts), images, 'all').map(({ path, node }) => `${path.join('.')}=${node.value}`)

describe('leavesToMark', () => {
  test.each([
    [
      'every whole component',
      'a: ghcr.io\nb: acme/web\nc: 1.2.3\nd: alpine',
      ['a=ghcr.io', 'b=acme/web', 'c=1.2.3', 'd=alpine'],
    ],
    ['the whole image', 'a: ghcr.io/acme/web:1.2.3-alpine', ['a=ghcr.io/acme/web:1.2.3-alpine']],
    ['no piece of a component', 'a: gh\nb: we\nc: 1.2', []],
    ['no overridden name and no policy', 'nameOverride: web\nfullnameOverride: web\npullPolicy: web', []],
  ])('takes %s', (_, values, expected) => {
    expect(marked(['ghcr.io/acme/web:1.2.3-alpine'], values)).toEqual(expected)
  })

  test('takes what stands behind a v, and numbers only where the key speaks of images', () => {
    expect(marked(['web:v1'], 'replicas: 1\nimage: {tag: 1}')).toEqual(['image.tag=1'])
  })

  test('takes the last file that sets a value, and a list whole', () => {
    expect(marked(['web:1'], 'image: web\nlist: [web, web]', 'image: web', 'list: [web]')).toEqual([
      'image=web',
      'list.0=web',
    ])
    const files = leavesToMark(leavesOf('image: web', 'image: web'), ['web:1'], 'all').map(({ file }) => file.path)
    expect(files).toEqual(['v1.yaml'])
  })
})

describe('marks', () => {
  const [host, repository, tag] = leavesOf('registry: ghcr.io\nrepository: acme/web\ntag: 1.2')
  const marks = [host, repository, tag].flatMap((leaf, index) => (leaf === undefined ? [] : [mark(leaf, index)]))
  const image = 'ghcr.io/acme/web:1.2'

  test('stand before hosts and behind all else', () => {
    expect(marks.map(({ text }) => text)).toEqual(['wip0z.ghcr.io', 'acme/web+wip1z', '1.2+wip2z'])
  })

  test.each([
    ['all of them', 'wip0z.ghcr.io/acme/web+wip1z:1.2+wip2z', ['ghcr.io', 'acme/web', '1.2']],
    ['a plus that the chart replaced', 'ghcr.io/acme/web:1.2_wip2z', ['1.2']],
    ['none', image, []],
  ])('are read back: %s', (_, text, pieces) => {
    const found = piecesOf(text, image, marks)
    expect(found?.map(({ start, end }) => image.slice(start, end))).toEqual(pieces)
  })

  test.each([
    ['the image is another one', 'ghcr.io/acme/other:1.2+wip2z'],
    ['a mark is not at the end of its value', 'ghcr.io/acme/web+wip2z:1.2'],
    ['a mark is not ours', 'ghcr.io/acme/web:1.2+wip9z'],
  ])('prove nothing where %s', (_, text) => {
    expect(piecesOf(text, image, marks)).toBeUndefined()
  })

  test('go into the assignments of the call', async () => {
    const set = ['a=b,image.tag=1.2', 'list={web,1.2}']
    const given = set.map((text, index) => ({ text, list: 'set', index, written: undefined }) as const)
    const leaves = (await Promise.all(given.map(item => setLeaves(item, new TextFiles(memoryFiles({})))))).flat()
    const marked = markedOptions(leavesToMark(leaves, ['web:1.2'], 'all').map(mark), { ...options, set })
    expect(marked.set).toEqual(['a=b,image.tag=1.2+wip0z', 'list={web+wip1z,1.2+wip2z}'])
  })

  test('are values over all others, lists given whole and nothing else changed', () => {
    const leaves = leavesOf('image: {tag: 1.2, other: x}\njobs: [{image: web, args: [a, 1], none: {}}, {image: b}]')
    const chosen = leaves.filter(({ node }) => node.value === '1.2' || node.value === 'web').map(mark)
    expect(JSON.parse(markedOptions(chosen, options).values)).toEqual({
      image: { tag: '1.2+wip0z' },
      jobs: [{ image: 'web+wip1z', args: ['a', 1], none: {} }, { image: 'b' }],
      global: { security: { allowInsecureImages: true } },
    })
  })
})
