import { expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { inventory, request, use } from '../../test/support/plans.ts'
import { absentTag, down, found, limited, refused, scriptedRegistry } from '../../test/support/scripted-registry.ts'
import type { Environment } from '../config/types.ts'
import { loadNodeHosts } from '../node/load.ts'
import { plan } from '../plan/plan.ts'
import { probe } from '../probe/probe.ts'
import { createFiles } from '../process/files.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Manifest } from '../registry/content/types.ts'
import { words } from '../report/words/words.ts'
import { Secret } from '../secret.ts'
import { judge } from './judge.ts'

interface Row {
  readonly file: string
  readonly text: string
  readonly image?: string
  readonly environment?: Partial<Environment>
  /** By host; any other lacks the image. */
  readonly answers?: Readonly<Record<string, Answer<Manifest>>>
  readonly secretFor?: string
}

async function judged({ file, text, image = 'corp.test/acme/web:1', environment, answers = {}, secretFor }: Row) {
  await using tree = await fileTree({ [file]: text })
  const auths = { auths: { [secretFor ?? '']: { username: 'u', password: 'p' } } }
  const pullSecrets = secretFor === undefined ? [] : [{ name: 'own', content: new Secret(JSON.stringify(auths)) }]
  const asked = request({ pullSecrets }, environment)
  const given = inventory([use(image, secretFor === undefined ? {} : { pullSecrets: ['own'] })])
  const { registries, notes } = await loadNodeHosts(asked.environments, createFiles(tree.root))
  const plans = plan(given, [], { ...asked, registries })
  const seen: string[] = []
  const registry = {
    ...scriptedRegistry({}),
    manifest: async ({ host, as }: { host: { authority: string }; as: { kind: string } }) => {
      seen.push(`${host.authority} as ${as.kind}`)
      return answers[host.authority] ?? absentTag
    },
  }
  const evidence = await probe(plans, { registry, log: { progress() {}, debug() {} } })
  const facts = { plans, evidence, rendered: [], inventory: given, problems: [], nodeNotes: notes, request: asked }
  const { verdicts, findings } = judge({ ...facts, today: '2026-11-24' })
  return { verdict: verdicts[0]?.verdict, findings, seen }
}

const tree = { hostsDir: 'certs.d' }
const hosts = {
  file: 'certs.d/corp.test/hosts.toml',
  text: 'server = "https://corp.test"\n[host."https://mirror.test"]\n',
}
const crio = { runtime: 'cri-o', registriesConf: 'r.conf', nodeCredentials: { kind: 'none' } } as const

test.each([
  { name: 'down', answer: down, message: '`mirror.test`, which nodes try first' },
  { name: 'limited', answer: limited, message: '`mirror.test`, which nodes try first' },
])('a mirror that is $name is a notice where the registry has the image', async ({ answer, message }) => {
  const answers = { 'mirror.test': answer, 'corp.test': found }
  const { verdict, findings } = await judged({ ...hosts, environment: tree, answers })
  expect(verdict).toBe('pullable')
  expect(findings).toMatchObject([{ code: 'registry-unreachable', severity: 'notice', verdict: 'pullable' }])
  expect(findings.map(finding => words(finding).message)).toEqual([expect.stringContaining(message)])
})

test('a mirror that lacks the image is not worth a word', async () => {
  const { verdict, findings } = await judged({ ...hosts, environment: tree, answers: { 'corp.test': found } })
  expect([verdict, findings]).toEqual(['pullable', []])
})

test('a mirror that wants a login may know nodes whose logins were not declared', async () => {
  const answers = { 'mirror.test': refused }
  const undeclared = await judged({ ...hosts, environment: tree, answers })
  expect([undeclared.verdict, ...undeclared.findings.map(({ code }) => code)]).toEqual(['unknown', 'access-denied'])
  const none = await judged({ ...hosts, environment: { ...tree, nodeCredentials: { kind: 'none' } }, answers })
  expect(none.verdict).toBe('unpullable')
})

test('no host that resolves is said without asking anybody', async () => {
  const text = 'server = "https://corp.test"\ncapabilities = ["push"]'
  const { verdict, findings, seen } = await judged({ ...hosts, text, environment: tree })
  expect([verdict, findings[0]?.code, findings[0]?.args.reason]).toEqual([
    'unpullable',
    'blocked-by-node',
    'no-host-resolves',
  ])
  expect(seen).toEqual([])
})

test('a discarded hosts.toml is a finding at its line, and nodes ask the registry itself', async () => {
  const text = 'server = "https://mirror.test"\nskip_verify = 1'
  const { findings, seen } = await judged({ ...hosts, text, environment: tree, answers: { 'corp.test': found } })
  const place = { file: hosts.file, line: 2 }
  expect(findings).toMatchObject([{ code: 'unreadable-document', severity: 'warning', place }])
  expect(findings.map(finding => words(finding).message)).toEqual([expect.stringContaining('containerd discards')])
  expect(seen).toEqual(['corp.test as anonymous'])
})

test.each([
  ['a blocked registry', '[[registry]]\nlocation = "corp.test"\nblocked = true', 'corp.test/web:1', 'blocked-by-node'],
  ['a short name', 'unqualified-search-registries = ["a.test", "b.test"]', 'web:1', 'short-name-ambiguous'],
  [
    'a name that is rewritten to none',
    '[[registry]]\nprefix = "corp.test"\nlocation = "docker.io"',
    'corp.test/web:1',
    'blocked-by-node',
  ],
])('%s is said without asking anybody', async (_, text, image, code) => {
  const { verdict, findings, seen } = await judged({ file: 'r.conf', text, image, environment: crio })
  expect([verdict, ...findings.map(one => one.code)]).toEqual(['unpullable', code])
  expect(seen).toEqual([])
})

test('CRI-O sends no login to a mirror of another domain', async () => {
  const text = '[[registry]]\nlocation = "corp.test"\n[[registry.mirror]]\nlocation = "mirror.test/corp"'
  const { seen } = await judged({ file: 'r.conf', text, environment: crio, secretFor: 'corp.test' })
  expect(seen).toEqual(['mirror.test as anonymous', 'corp.test as secret'])
})

test('the login for Docker Hub is kept back from the registry that an alias leads to', async () => {
  const text = '[aliases]\nnginx = "corp.test/nginx"'
  const row = { file: 'r.conf', text, image: 'nginx:1', environment: crio, secretFor: 'https://index.docker.io/v1/' }
  const { verdict, findings, seen } = await judged({ ...row, answers: { 'corp.test': refused } })
  expect([verdict, ...findings.map(({ code }) => code)]).toEqual(['unknown', 'access-denied'])
  expect(seen).toEqual(['corp.test as anonymous'])
})
