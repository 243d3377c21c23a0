import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Secret } from '../../secret.ts'
import type { ProgramCall, ProgramResult } from '../../world.ts'
import { Redactor } from '../diagnosis/redact.ts'
import type { RunnerLogin } from '../types.ts'
import { createLogins } from './login.ts'
import type { LoginOptions } from './login.ts'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'will-it-pull-home-'))
})
afterEach(() => rm(home, { recursive: true }))

const auth = (login: string) => ({ auth: Buffer.from(login).toString('base64') })

async function put(path: string, content: unknown): Promise<void> {
  const file = join(home, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
}

function logins(options: Partial<LoginOptions> = {}) {
  const run = async (): Promise<ProgramResult> => ({ kind: 'not-found' })
  const { environment, ...rest } = options
  return createLogins({ run, redactor: new Redactor(), ...rest, environment: { HOME: home, ...environment } })
}

/** `ann:secret1 from ~/.docker/config.json`, or why there is none. */
function told(login: RunnerLogin): string {
  if (login.kind === 'none') return `none: ${login.why}`
  if (login.kind === 'broken') return `broken ${login.from}: ${login.why}`
  const { credential, from } = login
  const content = credential.kind === 'basic' ? credential.password : credential.token
  const name = credential.kind === 'basic' ? credential.username : `<${credential.kind}>`
  return `${name}:${content.reveal()} from ${from.replace(home, '~')}`
}

const docker = '~/.docker/config.json'

test('an entry under another spelling of the host goes along', async () => {
  const auths = {
    'registry.test:5000/acme': auth('c:3'),
    'https://registry.test:5000': auth('a:1'),
    'registry.test:5000': auth('b:2'),
  }
  await put('.docker/config.json', { auths })
  const login = await logins()('registry.test:5000', 'shop/web')
  expect(told(login)).toBe(`b:2 from ${docker}`)
  expect(login).toMatchObject({ others: [{ kind: 'basic', username: 'a' }] })
  expect(await logins()('registry.test:5000', 'acme/web')).not.toHaveProperty('others')
})

describe('keys', () => {
  test.each([
    ['ghcr.io', 'ghcr.io', true],
    ['https://ghcr.io', 'ghcr.io', true],
    ['https://ghcr.io/v2/', 'ghcr.io', true],
    ['ghcr.io:443', 'ghcr.io', false],
    ['registry.test:5000', 'registry.test:5000', true],
    ['registry.test', 'registry.test:5000', false],
    ['notghcr.io', 'ghcr.io', false],
    ['ghcr.io.evil.test', 'ghcr.io', false],
    ['https://index.docker.io/v1/', 'docker.io', true],
    ['index.docker.io', 'docker.io', true],
    ['registry-1.docker.io', 'docker.io', true],
    ['https://registry-1.docker.io/v2/', 'docker.io', true],
    ['registry.hub.docker.com', 'docker.io', true],
    ['docker.io', 'docker.io', true],
    ['docker.io/acme', 'docker.io', true],
    ['docker.io/other', 'docker.io', false],
    ['ghcr.io/acme/web', 'ghcr.io', true],
    ['ghcr.io/acme', 'ghcr.io', true],
    ['ghcr.io/acm', 'ghcr.io', false],
  ])('an entry %s is for acme/web of %s: %s', async (key, registry, expected) => {
    await put('.docker/config.json', { auths: { [key]: auth('ann:secret1') } })
    expect((await logins()(registry, 'acme/web')).kind === 'login').toBe(expected)
  })

  test('the most specific of several keys counts', async () => {
    const auths = { 'ghcr.io': auth('host:secret1'), 'ghcr.io/acme': auth('team:secret2') }
    await put('.docker/config.json', { auths })
    expect(told(await logins()('ghcr.io', 'acme/web'))).toBe(`team:secret2 from ${docker}`)
    expect(told(await logins()('ghcr.io', 'other/web'))).toBe(`host:secret1 from ${docker}`)
  })
})

describe('entries', () => {
  test.each([
    ['base64', auth('ann:se:cret'), `ann:se:cret from ${docker}`],
    [
      'base64 without padding',
      { auth: Buffer.from('ann:secret1').toString('base64url') },
      `ann:secret1 from ${docker}`,
    ],
    ['NULs at the end', auth('ann:secret1\0\0'), `ann:secret1 from ${docker}`],
    ['plain fields', { username: 'ann', password: 'secret1' }, `ann:secret1 from ${docker}`],
    ['an identity token', { ...auth('<token>:x'), identitytoken: 'idt' }, `<identity-token>:idt from ${docker}`],
    ['a registry token', { registrytoken: 'rgt' }, `<registry-token>:rgt from ${docker}`],
    ['nothing', {}, `none: ${docker} has no entry for ghcr.io`],
    ['no base64', { auth: '***' }, `broken ${docker}: the entry ghcr.io has an auth that is no base64`],
    ['no password', auth('ann'), `broken ${docker}: the entry ghcr.io has an auth without user and password`],
    ['a number', 7, `broken ${docker}: the entry ghcr.io is no object`],
  ])('an entry with %s', async (_, entry, expected) => {
    await put('.docker/config.json', { auths: { 'ghcr.io': entry } })
    expect(told(await logins()('ghcr.io', 'acme/web'))).toBe(expected)
  })

  test.each([
    ['not JSON', '{"auths":', 'it holds no JSON object'],
    ['a list', '[]', 'it holds no JSON object'],
    ['auths that are a list', '{"auths":[]}', 'auths or credHelpers is no object'],
  ])('a config that is %s is said to be broken', async (_, text, why) => {
    await put('.docker/config.json', text)
    expect(told(await logins()('ghcr.io', 'acme/web'))).toBe(`broken ${docker}: ${why}`)
  })
})

describe('places', () => {
  test('docker comes before podman, and the variable before both', async () => {
    await put('.docker/config.json', { auths: { 'ghcr.io': auth('docker:secret1') } })
    await put('.config/containers/auth.json', {
      auths: { 'ghcr.io': auth('podman:secret2'), 'quay.io': auth('podman:secret3') },
    })
    const variable = { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'ghcr.io': auth('variable:secret4') } }) }
    expect(told(await logins()('ghcr.io', 'a/b'))).toBe(`docker:secret1 from ${docker}`)
    expect(told(await logins()('quay.io', 'a/b'))).toBe('podman:secret3 from ~/.config/containers/auth.json')
    expect(told(await logins({ environment: variable })('ghcr.io', 'a/b'))).toBe(
      'variable:secret4 from DOCKER_AUTH_CONFIG',
    )
  })

  test('an entry of a later place is tried where the first is refused', async () => {
    await put('.docker/config.json', { auths: { 'ghcr.io': auth('ann:stale') } })
    await put('auth.json', { auths: { 'ghcr.io/acme': auth('ann:good'), 'quay.io': auth('ann:other') } })
    const find = logins({ environment: { REGISTRY_AUTH_FILE: join(home, 'auth.json') } })
    expect(await find('ghcr.io', 'acme/web')).toMatchObject({ others: [{ password: new Secret('good') }] })
    expect(await find('ghcr.io', 'shop/web')).not.toHaveProperty('others')
  })

  test('DOCKER_CONFIG, REGISTRY_AUTH_FILE and XDG_RUNTIME_DIR name other files', async () => {
    await put('other/config.json', { auths: { 'one.test': auth('ann:secret1') } })
    await put('auth.json', { auths: { 'two.test': auth('ann:secret2') } })
    await put('run/containers/auth.json', { auths: { 'three.test': auth('ann:secret3') } })
    const environment = {
      DOCKER_CONFIG: join(home, 'other'),
      REGISTRY_AUTH_FILE: join(home, 'auth.json'),
      XDG_RUNTIME_DIR: join(home, 'run'),
    }
    const find = logins({ environment })
    const found = await Promise.all(
      ['one.test', 'two.test', 'three.test'].map(async host => told(await find(host, 'a/b'))),
    )
    expect(found).toEqual([
      'ann:secret1 from ~/other/config.json',
      'ann:secret2 from ~/auth.json',
      'ann:secret3 from ~/run/containers/auth.json',
    ])
  })

  test.each(['mine', 'mine/config.json'])('a given path %s stands alone', async path => {
    await put('.docker/config.json', { auths: { 'quay.io': auth('docker:secret1') } })
    await put('mine/config.json', { auths: { 'ghcr.io': auth('ann:secret2') } })
    const find = logins({ dockerConfig: join(home, path) })
    expect(told(await find('ghcr.io', 'a/b'))).toBe(`ann:secret2 from ~/${path}`)
    expect((await find('quay.io', 'a/b')).kind).toBe('none')
  })

  test('a given path that is not there is said to be broken, and no login at all is said plainly', async () => {
    expect((await logins({ dockerConfig: join(home, 'gone') })('ghcr.io', 'a/b')).kind).toBe('broken')
    expect(told(await logins()('ghcr.io', 'a/b'))).toBe('none: there is no docker config')
  })
})

describe('helpers', () => {
  const ended = (exitCode: number, stdout: string): ProgramResult => ({ kind: 'ended', exitCode, stdout, stderr: '' })
  const named = `docker-credential-fake (${docker})`

  test.each<readonly [string, ProgramResult, string]>([
    ['a login', ended(0, '{"ServerURL":"x","Username":"ann","Secret":"secret1"}'), `ann:secret1 from ${named}`],
    [
      'a token',
      ended(0, '{"ServerURL":"x","Username":"<token>","Secret":"idt"}'),
      `<identity-token>:idt from ${named}`,
    ],
    ['none', ended(1, 'credentials not found in native keychain\n'), `none: ${named} holds no login for ghcr.io`],
    ['a failure', ended(1, 'no AWS region'), `broken ${named}: docker-credential-fake failed: no AWS region`],
    ['nonsense', ended(0, 'Welcome!'), `broken ${named}: docker-credential-fake did not print a login`],
    ['nothing, missing', { kind: 'not-found' }, `broken ${named}: docker-credential-fake is not on PATH`],
    [
      'nothing in time',
      { kind: 'timed-out', stderr: '' },
      `broken ${named}: docker-credential-fake did not answer within 30 s`,
    ],
  ])('a helper that gives %s', async (_, result, expected) => {
    await put('.docker/config.json', { credsStore: 'fake', auths: { 'ghcr.io': auth('stale:secret9') } })
    expect(told(await logins({ run: async () => result })('ghcr.io', 'a/b'))).toBe(expected)
  })

  test('the helper of a host comes before the store, is asked once, and gets what it needs and no more', async () => {
    await put('.docker/config.json', { credHelpers: { 'index.docker.io': 'hub' }, credsStore: 'other' })
    const calls: ProgramCall[] = []
    const run = async (call: ProgramCall) => {
      calls.push(call)
      return ended(0, '{"ServerURL":"x","Username":"ann","Secret":"secret1"}')
    }
    const environment = { AWS_REGION: 'eu-west-1', GITHUB_TOKEN: 'ghs_x', ACTIONS_RUNTIME_TOKEN: 'x', INPUT_TOKEN: 'x' }
    const find = logins({ run, environment })
    await Promise.all([find('docker.io', 'library/nginx'), find('docker.io', 'library/redis')])
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatchObject({
      program: 'docker-credential-hub',
      arguments: ['get'],
      input: 'https://index.docker.io/v1/',
    })
    expect(Object.keys(calls[0]?.environment ?? {}).toSorted()).toEqual(['AWS_REGION', 'HOME'])
  })

  test('a helper that hangs is asked once, not for each registry', async () => {
    const asked: string[] = []
    const run = async (call: ProgramCall): Promise<ProgramResult> => {
      asked.push(`${call.program} ${call.input}`)
      return call.program.endsWith('hung') ? { kind: 'timed-out', stderr: '' } : { kind: 'not-found' }
    }
    const helpers = { 'one.test': 'hung', 'two.test': 'hung', 'three.test': 'hung', 'other.test': 'gone' }
    await put('.docker/config.json', { credHelpers: helpers })
    const login = logins({ run })
    const found = await Promise.all(Object.keys(helpers).map(registry => login(registry, 'acme/web')))
    expect(found.slice(0, 3).map(told)).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^broken .*did not answer within 30 s$/)),
    )
    expect(asked.toSorted()).toEqual(['docker-credential-gone other.test', 'docker-credential-hung one.test'])
  })

  test.each([
    ['a login, and fails', '{"Username":"ann","Secret":"hunter2"}', ''],
    ['half a login', '{"Username":"ann","Secret":"hunter2",', ''],
    ['a login on standard error', '', 'cannot store {"Username":"ann","Secret":"hunter2"}'],
    ['a variable of its own', '', 'bad key hunter2-of-aws'],
    ['a token of a known kind', '', 'token ghp_0123456789abcdefHUNTER2 expired'],
    ['a JSON web token', '', 'denied: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodW50ZXIyIn0.aHVudGVyMg'],
    ['an address with a login', '', 'GET https://ann:hunter2@registry.test/token: 401'],
    ['what is called a password', '', 'login failed (password: hunter2, user=ann)'],
    ['a line of Authorization', '', '> Authorization: Basic YW5uOmh1bnRlcjI='],
  ])('a helper that prints %s gives nothing of it away', async (_, stdout, stderr) => {
    await put('.docker/config.json', { credsStore: 'fake' })
    const run = async (): Promise<ProgramResult> => ({ kind: 'ended', exitCode: 1, stdout, stderr })
    const login = told(
      await logins({ run, environment: { AWS_SECRET_ACCESS_KEY: 'hunter2-of-aws' } })('ghcr.io', 'a/b'),
    )
    expect(login).toMatch(/^broken .*docker-credential-fake failed: /)
    expect(login).not.toMatch(/hunter2|YW5uOmh1bnRlcjI|eyJzdWIi|aHVudGVyMg/i)
  })

  test('what a helper says of its trouble is still told', async () => {
    await put('.docker/config.json', { credsStore: 'fake' })
    const stderr = 'ERROR: (gcloud.auth.docker-helper) no active account in project-1234567890, region eu-west-1'
    const run = async (): Promise<ProgramResult> => ({ kind: 'ended', exitCode: 1, stdout: '', stderr })
    expect(told(await logins({ run })('ghcr.io', 'a/b'))).toContain(stderr)
  })

  test('a helper whose name would be a path is not run', async () => {
    await put('.docker/config.json', { credsStore: '../../evil' })
    let runs = 0
    const run = async () => (runs++, ended(0, ''))
    expect((await logins({ run })('ghcr.io', 'a/b')).kind).toBe('broken')
    expect(runs).toBe(0)
  })
})

describe("the workflow's token", () => {
  const githubToken = new Secret('ghs_token')

  test('opens ghcr.io where nothing else does, and no other registry', async () => {
    const find = logins({ githubToken, environment: { GITHUB_ACTOR: 'octocat' } })
    expect(told(await find('ghcr.io', 'a/b'))).toBe("octocat:ghs_token from the workflow's token")
    expect((await find('docker.io', 'library/nginx')).kind).toBe('none')
    expect((await find('ghcr.io.evil.test', 'a/b')).kind).toBe('none')
  })

  test('comes after a login', async () => {
    await put('.docker/config.json', { auths: { 'ghcr.io': auth('ann:secret1') } })
    expect(told(await logins({ githubToken })('ghcr.io', 'a/b'))).toBe(`ann:secret1 from ${docker}`)
  })
})
