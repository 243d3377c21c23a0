import { expect, test } from 'vitest'
import { connectTo } from '../../../test/github/connect.ts'
import { startGitHub } from '../../../test/github/server.ts'
import { baseSha, headSha } from '../../../test/github/state.ts'
import { readFacts } from './facts.ts'

test('it reads the state of a pull request of a fork', async () => {
  await using github = await startGitHub({ pull: { isFork: true, locked: true } })
  const facts = { kind: 'facts', number: 7, headSha, baseSha, isFork: true, isOpen: true, isLocked: true }
  expect(await readFacts(await connectTo(github), 7)).toEqual(facts)
})

test('an answer that describes nothing is said', async () => {
  await using github = await startGitHub()
  github.fail({ answer: { status: 200, body: [] } })
  expect(await readFacts(await connectTo(github), 7)).toMatchObject({ kind: 'failed' })
})

test('an API that is not there is said', async () => {
  await using github = await startGitHub()
  const client = await connectTo(github, { apiUrl: 'http://127.0.0.1:9' })
  expect(await readFacts(client, 7)).toEqual({ kind: 'failed', why: expect.stringContaining('could not be reached') })
})

test('a proxy is asked, and one whose address is none is said', async () => {
  await using github = await startGitHub()
  const proxied = await connectTo(github, {
    apiUrl: 'http://api.github.test',
    proxies: { http: github.url, https: '', none: '' },
  })
  expect(await readFacts(proxied, 7)).toMatchObject({ kind: 'facts' })
  const broken = await connectTo(github, { proxies: { http: 'nonsense', https: '', none: '' } })
  expect(await readFacts(broken, 7)).toMatchObject({ kind: 'failed' })
})
