import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckRequest, Environment } from '../../src/config/types.ts'
import { findingCodes } from '../../src/judge/codes.ts'
import type { FindingCode } from '../../src/judge/codes.ts'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import { fileTree } from '../support/file-tree.ts'
import { request } from '../support/plans.ts'
import { play } from './scene.ts'

/** One code, and a document that earns it; HOST stands for a registry that has `acme/web:v1` for amd64 and 386. */
interface Row {
  readonly code: FindingCode
  readonly text: string
  readonly says: RegExp
  readonly environment?: Partial<Environment>
  readonly policy?: Partial<CheckRequest['policy']> | undefined
  readonly files?: Readonly<Record<string, string>>
}

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: ${spec}\n`
const of = (name: string, more = '') => pod(`{ ${more} containers: [{ name: main, image: "${name}" }] }`)
const secret = (name: string, type: string, content: string, namespace = 'shop') =>
  `---\napiVersion: v1\nkind: Secret\ntype: ${type}\nmetadata: { name: ${name}, namespace: ${namespace} }\nstringData: { .dockerconfigjson: '${content}' }\n`
const named = (secrets: string) => of('HOST/acme/web:v1', `imagePullSecrets: [{ name: ${secrets} }],`)
const json = 'kubernetes.io/dockerconfigjson'
const badAuth = '{"auths":{"HOST":{"auth":"%%%"}}}'
const crio = { runtime: 'cri-o', registriesConf: 'registries.conf' } as const

const rows: readonly Row[] = [
  { code: 'empty-reference', text: of(''), says: /image is empty/ },
  { code: 'invalid-reference', text: of('HOST/acme/Web:v1'), says: /upper case|lower case/i },
  { code: 'registry-name-not-resolved', text: of('nowhere.invalid/acme/web:v1'), says: /does not resolve/ },
  { code: 'pull-secret-invalid', text: named('regcred') + secret('regcred', json, badAuth), says: /cannot be read/ },
  { code: 'pull-secret-missing', text: named('elsewhere'), says: /neither in the manifests/ },
  { code: 'pull-secret-ignored', text: named('regcred') + secret('regcred', 'Opaque', '{}'), says: /ignores/ },
  {
    code: 'pull-secret-other-namespace',
    text: named('regcred') + secret('regcred', json, '{"auths":{}}', 'other'),
    says: /only rendered into namespace `other`/,
  },
  {
    code: 'pull-secret-no-match',
    text: `${named('regcred').replace('acme/web', 'closed/web')}${secret('regcred', json, '{"auths":{"other.test":{"auth":"YTpi"}}}')}`,
    says: /holds no login for/,
  },
  {
    code: 'platform-depends-on-runtime',
    text: of('HOST/acme/small:v1'),
    says: /two ways to pull/,
  },
  {
    code: 'never-pull',
    text: of('HOST/acme/web:v1').replace('main,', 'main, imagePullPolicy: Never,'),
    says: /`Never`/,
  },
  {
    code: 'no-node-for-workload',
    text: of('HOST/acme/web:v1', 'nodeSelector: { kubernetes.io/arch: s390x },'),
    says: /No declared node/,
  },
  {
    code: 'blocked-by-node',
    text: of('HOST/acme/web:v1'),
    environment: crio,
    files: { 'registries.conf': '[[registry]]\nlocation = "HOST"\nblocked = true\n' },
    says: /blocks|blocked/,
  },
  {
    code: 'short-name-ambiguous',
    text: of('web'),
    environment: crio,
    files: {
      'registries.conf': 'unqualified-search-registries = ["a.test", "b.test"]\nshort-name-mode = "enforcing"\n',
    },
    says: /short name/,
  },
  { code: 'latest-tag', text: of('HOST/acme/web'), policy: only('latest-tag'), says: /`latest`/ },
  { code: 'digest-required', text: of('HOST/acme/web:v1'), policy: only('digest-required'), says: /not pinned/ },
  {
    code: 'registry-not-allowed',
    text: of('HOST/acme/web:v1'),
    policy: { allowedRegistries: ['ghcr.io'] },
    says: /not among the registries/,
  },
  { code: 'unreadable-document', text: `${of('HOST/acme/web:v1')}---\nkind: [ open\n`, says: /could not be read/ },
]

function only(code: FindingCode): Row['policy'] {
  return { severities: new Map([[code, 'error']]) }
}

describe('what needs no fault of a registry', () => {
  test.each(rows)('$code is said of what earns it', async ({ code, text, says, environment, policy, files = {} }) => {
    await using registry = await startRegistry({ auth: { users: [], public: ['acme/**'] } })
    registry.push('acme/web', ['v1', 'latest'], image())
    registry.push('acme/small', 'v1', image({ platforms: ['linux/386'] }))
    const placed = (written: string) => written.replaceAll('HOST', registry.host)
    await using tree = await fileTree(Object.fromEntries(Object.entries(files).map(([name, of]) => [name, placed(of)])))
    const usual = request().policy
    const changes = { paths: ['-'], stdin: placed(text), policy: { ...usual, ...policy } }
    const scene = {
      images: [],
      registry: registry.host,
      who: 'nobody',
      servers: [registry],
      folder: tree.root,
    } as const
    const { report } = await play({ ...scene, environment, request: changes })
    const found = report.findings.find(finding => finding.code === code)
    expect(`${found?.message} ${found?.cause}`).toMatch(says)
  })
})

test('every code has its row somewhere', async () => {
  const folders = [import.meta.dirname, join(import.meta.dirname, '../e2e'), join(import.meta.dirname, '../cluster')]
  const files = await Promise.all(folders.map(async folder => (await readdir(folder)).map(name => join(folder, name))))
  const texts = await Promise.all(
    files
      .flat()
      .filter(name => name.endsWith('.test.ts'))
      .map(name => readFile(name, 'utf8')),
  )
  const table = texts.join('\n')
  expect(findingCodes.filter(code => !table.includes(code))).toEqual([])
})
