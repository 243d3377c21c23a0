import { describe, expect, test } from 'vitest'
import { readConfigFile } from './config-file.ts'
import { readCustomResources } from './custom-resources.ts'
import { explainConfig } from './explain.ts'
import { Reader } from './reader.ts'

function read(entries: string) {
  const text = `custom-resources:\n${entries}`
  const config = readConfigFile({ path: 'will-it-pull.yaml', folder: '.', text })
  if (config.kind === 'wrong') throw new Error(JSON.stringify(config.problems))
  const reader = new Reader({ raw: {}, spell: name => name }, config.file)
  const rows = readCustomResources(reader)
  return { rows, reader, problems: reader.problems.map(({ where, why }) => `${where}: ${why}`) }
}

describe('custom-resources', () => {
  test.each([
    [
      'a kind of Kubernetes itself',
      '  - { kind: apps/Deployment, images: [spec.image] }',
      '2:13: `apps/Deployment` is a kind of Kubernetes itself, whose images are known: remove this entry',
    ],
    [
      'an entry that says nothing',
      '  - { kind: acme.io/App, images: [] }',
      '2:13: nothing is said of `acme.io/App`: give it one of images, image-parts, containers, pod-templates, pod-specs',
    ],
    [
      'a kind that stands there already',
      '  - { kind: acme.io/App, images: [spec.image] }\n  - { kind: acme.io/App, images: [spec.other] }',
      '3:13: `acme.io/App` has its fields from line 2 already',
    ],
  ])('%s is told by its line', (_, entries, problem) => {
    expect(read(entries).problems).toEqual([`will-it-pull.yaml:${problem}`])
  })

  test('may tell of a known kind where its pull secrets are', () => {
    const { rows, problems } = read('  - { kind: flink.apache.org/FlinkDeployment, pull-secrets: spec.secrets }')
    expect(problems).toEqual([])
    expect(rows).toMatchObject([
      { group: 'flink.apache.org', kinds: ['FlinkDeployment'], pullSecrets: ['spec.secrets'] },
    ])
  })

  test('has the usual names of parts, where it names none', () => {
    const { rows } = read(
      '  - { kind: acme.io/App, image-parts: [{ at: spec.image, tag: version, defaults: { tag: "1" } }] }',
    )
    const names = { registry: 'registry', repository: 'repository', tag: 'version', digest: 'digest' }
    expect(rows[0]?.composed).toEqual([{ at: 'spec.image', ...names, defaults: { tag: '1' } }])
  })

  test('is shown entry by entry, with its line', () => {
    const { reader } = read(
      '  - kind: acme.io/App\n    images: [spec.image, spec.other]\n    image-parts: [{ at: spec.web }]\n    pull-secrets: spec.pull\n',
    )
    expect(explainConfig(reader)).toEqual([
      {
        key: 'custom-resources[0]',
        value: 'acme.io/App; images spec.image, spec.other; image-parts spec.web; pull-secrets spec.pull',
        source: 'will-it-pull.yaml:2',
      },
    ])
  })
})
