import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { partShapes } from '../src/config/custom-resource-shape.ts'
import { configSchema, entryShapes, secretShapes, sourceShapes } from '../src/config/schema.ts'

const guide = (await readdir('docs')).filter(name => name.endsWith('.md')).map(name => join('docs', name))
const configuration = await readFile('docs/configuration.md', 'utf8')

function examplesOf(text: string): readonly string[] {
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map(([, example = '']) => example)
}

describe('docs/configuration.md', () => {
  const { chart, kustomize, manifests } = sourceShapes
  const entries = [
    chart,
    kustomize,
    manifests,
    secretShapes['from-env'],
    secretShapes['from-file'],
    ...Object.values(entryShapes),
    ...Object.values(partShapes),
  ]
  const keys = new Set([configSchema, ...entries].flatMap(({ shape }) => Object.keys(shape)))

  test.each([...keys])('tells of the key %s', key => {
    expect(configuration).toContain(`\`${key}\``)
  })

  test('has one example that shows every key, and it is right', () => {
    const full = examplesOf(configuration).find(text => text.includes('sources:')) ?? ''
    expect(Object.keys(configSchema.parse(parse(full))).toSorted()).toEqual(Object.keys(configSchema.shape).toSorted())
    for (const key of keys) expect(full).toContain(`${key}:`)
  })
})

describe.each(['README.md', ...guide])('%s', path => {
  test('links to files and headings that are there', async () => {
    const links = [...(await readFile(path, 'utf8')).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
    const checked = links.map(async ([link, target = '', heading]) => {
      const text = await readFile(target === '' ? path : join(dirname(path), target), 'utf8').catch(() => undefined)
      const leads = text !== undefined && (heading === undefined || headingsOf(text).includes(heading))
      return leads ? [] : [link]
    })
    expect((await Promise.all(checked)).flat()).toEqual([])
  })

  test('has examples of the configuration that are right', async () => {
    const examples = examplesOf(await readFile(path, 'utf8')).filter(text => text.startsWith('# will-it-pull.yaml'))
    for (const example of examples) expect(() => configSchema.parse(parse(example))).not.toThrow()
  })
})

function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}
