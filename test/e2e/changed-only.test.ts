import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import type { Contents } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import type { Job, StepResult } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', ['1.27.3', '1.27.2'], image({ name: 'web' }))
  registry.push('acme/api', '1.0.0', image({ name: 'api' }))
})
afterAll(async () => registry[Symbol.asyncDispose]())
const before = () => ({
  'api/pod.yaml': podOf(`${registry.host}/acme/api:1.0.0`, 'api'),
  'web/pod.yaml': podOf(`${registry.host}/acme/web:1.27.3`),
})

async function change(after: Contents, job: Job = {}, kept: Contents = {}): Promise<StepResult & { comment: string }> {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, { ...before(), ...kept }, after)
  registry.clear()
  const step = await runStep(bench, { github, commits }, job)
  return { ...step, comment: github.state.comments[0]?.body ?? '' }
}

const asked = () => registry.requests.map(({ path }) => path).filter(path => path.includes('/manifests/'))

test('only what the change touches is checked, and what was left alone is said', async () => {
  const step = await change({ 'web/pod.yaml': podOf(`${registry.host}/acme/web:1.27.33`) })
  expectExit(step, 1)
  expect(asked().filter(path => path.includes('acme/api'))).toEqual([])
  expect(step.log).toContain('1 source is not touched by this change and was not checked.')
  expect(step.comment).toContain('<summary>Not touched by this change, so not checked (1)</summary>\n\n- `api`')
  expect(step.outputs).toMatchObject({ verdict: 'fail', images: '1' })
})

test('a change that touches no source is a pass, and asks nobody', async () => {
  const step = await change({ 'README.md': 'better' })
  expectExit(step, 0)
  expect(step.outputs).toMatchObject({ verdict: 'pass', images: '0' })
  expect(step.summary).toContain('No source is touched by this change')
  expect(registry.requests).toEqual([])
})

test('everything is checked where that is asked for', async () => {
  const step = await change({ 'README.md': 'better' }, { inputs: { 'changed-only': 'false' } })
  expectExit(step, 0)
  expect(step.outputs['images']).toBe('2')
})

test.each([
  ['the configuration', 'will-it-pull.yaml', 'on-unknown: fail\n'],
  ['a file that it names', 'nodes/registries.conf', 'unqualified-search-registries = ["docker.io"]\n'],
  ['the workflow', '.github/workflows/check.yaml', 'on: pull_request\n'],
])('where the change edits %s, everything is checked, and that is said', async (_, path, text) => {
  const nodes = { 'registries-conf': path, runtime: 'cri-o', 'insecure-registries': registry.host }
  const inputs = path.endsWith('.conf') ? nodes : {}
  const GITHUB_WORKFLOW_REF = 'acme/shop/.github/workflows/check.yaml@refs/pull/7/merge'
  const step = await change({ [path]: text }, { inputs, environment: { GITHUB_WORKFLOW_REF } })
  expectExit(step, 0)
  expect(step.outputs['images']).toBe('2')
  expect(step.summary).toContain(`This change edits \`${path}\`, by which it was checked.`)
})

function secret(password: string, name = 'regcred'): string {
  const auths = { auths: { [registry.host]: { username: 'a', password } } }
  const data = Buffer.from(JSON.stringify(auths)).toString('base64')
  return `apiVersion: v1
kind: Secret
metadata: { name: ${name} }
type: kubernetes.io/dockerconfigjson
data: { .dockerconfigjson: ${data} }
`
}

const account = (secrets: string) =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default }\nimagePullSecrets: [${secrets}]\n`
const leaning = () => `${podOf(`${registry.host}/acme/web:1.27.2`)}  imagePullSecrets: [{ name: regcred }]\n`

test('the pull secret of a pod counts where another source, which is not touched, holds it', async () => {
  const step = await change({ 'web/pod.yaml': leaning() }, {}, { 'base/secret.yaml': secret('stale') })
  expect(step.log).not.toContain('is neither in the manifests')
  expect(step.log).toContain('2 sources are not touched')
})

const keys = () => ({ 'keys/secret.yaml': secret('good'), 'keys/account.yaml': account('') })

test.each<[string, () => Contents, () => Contents, readonly string[]]>([
  [
    'the secret that it names holds no login now',
    () => ({ ...keys(), 'leaning/pod.yaml': leaning() }),
    () => ({ 'keys/secret.yaml': 'data: { .dockerconfigjson: "?" }\n' + secret('good').replace(/^data: .*\n/m, '') }),
    ['leaning/pod.yaml'],
  ],
  [
    'the secret that it names has another name now',
    () => ({ ...keys(), 'leaning/pod.yaml': leaning() }),
    () => ({ 'keys/secret.yaml': secret('good', 'renamed') }),
    ['leaning/pod.yaml'],
  ],
  [
    'the account of its namespace names a secret that is not there',
    () => ({ ...keys(), 'leaning/pod.yaml': podOf(`${registry.host}/acme/web:1.27.2`) }),
    () => ({ 'keys/account.yaml': account('{ name: gone }') }),
    ['leaning/pod.yaml', 'api/pod.yaml', 'web/pod.yaml'],
  ],
])('a source that is not touched is checked where %s', async (_, before, after, files) => {
  const step = await change(after(), {}, before())
  expect(step.outputs['images']).toBe(String(files.length))
  const untouched = ['api', 'web', 'leaning'].filter(name => !files.includes(`${name}/pod.yaml`))
  for (const name of untouched) expect(step.summary).toContain(`- \`${name}\``)
})

test('a source that is not touched is checked where the secret that it leans on is deleted', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const pods = { 'leaning/pod.yaml': leaning(), 'other/pod.yaml': podOf('ghcr.io/acme/api:1', 'other') }
  const { commits } = await pullRequest(bench, { ...keys(), ...pods }, {})
  await rm(`${bench.repository}/keys`, { recursive: true })
  const step = await runStep(bench, { github, commits })
  expectExit(step, 0)
  expect(step.outputs['images']).toBe('1')
  expect(step.summary).toContain('`default/regcred` is neither in the manifests')
  expect(step.summary).toContain('- `other`')
})
