import { expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { request } from '../../test/support/plans.ts'
import type { Environment } from '../config/types.ts'
import { createFiles } from '../process/files.ts'
import { loadNodeHosts } from './load.ts'

async function loaded(contents: Readonly<Record<string, string>>, environment: Partial<Environment>) {
  await using tree = await fileTree({ 'repository/': '', ...contents })
  const { environments } = request({}, environment)
  const { registries, notes } = await loadNodeHosts(environments, createFiles(`${tree.root}/repository`))
  return { registries: registries.get('default'), notes }
}

const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n'

test('what is not declared is the direct way', async () => {
  expect(await loaded({}, {})).toEqual({ registries: { kind: 'direct' }, notes: [] })
})

test('a certificate by an absolute path of the nodes is looked for beside the file', async () => {
  const hosts = 'ca = "/etc/containerd/certs.d/a.test/ca.crt"\nserver = "https://a.test"'
  const contents = { 'repository/certs.d/a.test/hosts.toml': hosts, 'repository/certs.d/a.test/ca.crt': pem }
  const { registries, notes } = await loaded(contents, { hostsDir: 'certs.d' })
  const folder = registries?.kind === 'hosts-tree' ? registries.folders.get('a.test') : undefined
  expect(folder?.hosts).toMatchObject([{ tls: { ca: pem, isConfigured: true } }])
  expect(notes).toEqual([])
})

test('a certificate that is not in the tree is told, and nothing outside is read', async () => {
  const hosts = 'ca = "../../../secret.pem"\nclient = [["gone.cert", "gone.key"]]'
  const contents = { 'repository/certs.d/a.test/hosts.toml': hosts, 'secret.pem': pem }
  const { registries, notes } = await loaded(contents, { hostsDir: 'certs.d' })
  const folder = registries?.kind === 'hosts-tree' ? registries.folders.get('a.test') : undefined
  expect(folder?.hosts).toMatchObject([{ tls: { ca: undefined, client: undefined, isConfigured: true } }])
  expect(notes.map(({ why, detail }) => `${why} ${detail}`)).toEqual([
    'certificate-missing ../../../secret.pem',
    'certificate-missing gone.cert',
    'certificate-missing gone.key',
  ])
})

test('a discarded file is told with its line', async () => {
  const contents = { 'repository/certs.d/a.test/hosts.toml': '\nskip_verify = 1' }
  const { notes } = await loaded(contents, { hostsDir: 'certs.d' })
  expect(notes).toMatchObject([{ file: 'certs.d/a.test/hosts.toml', line: 2, why: 'hosts-file-discarded' }])
})

test.each([
  ['gone', 'absent'],
  ['../elsewhere', 'outside'],
  ['file', 'unreadable'],
])('a tree at %s is %s', async (hostsDir, why) => {
  const { notes } = await loaded({ 'repository/file': '', 'elsewhere/': '' }, { hostsDir })
  expect(notes).toMatchObject([{ file: hostsDir, why }])
})

test('a registries.conf that is wrong makes its environment unusable', async () => {
  const contents = { 'repository/r.conf': '[[registry]]\nlocation = "https://a.test"' }
  const { registries, notes } = await loaded(contents, { runtime: 'cri-o', registriesConf: 'r.conf' })
  expect(registries).toMatchObject({ kind: 'unusable', file: 'r.conf' })
  expect(notes).toMatchObject([{ file: 'r.conf', line: 2, why: 'registries-conf-invalid' }])
})

test('each file counts for its own runtime', async () => {
  const contents = { 'repository/r.conf': '', 'repository/certs.d/': '' }
  const both = { registriesConf: 'r.conf', hostsDir: 'certs.d' }
  const [crio, containerd] = [await loaded(contents, { ...both, runtime: 'cri-o' }), await loaded(contents, both)]
  expect([crio.registries?.kind, containerd.registries?.kind]).toEqual(['registries-conf', 'hosts-tree'])
  expect([...crio.notes, ...containerd.notes]).toMatchObject([
    { file: 'certs.d', why: 'not-read' },
    { file: 'r.conf', why: 'not-read' },
  ])
})
