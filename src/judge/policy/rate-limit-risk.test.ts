import { expect, test } from 'vitest'
import { inventory, request, use } from '../../../test/support/plans.ts'
import { found, scriptedRegistry } from '../../../test/support/scripted-registry.ts'
import { plan } from '../../plan/plan.ts'
import { probe } from '../../probe/probe.ts'
import { judge } from '../judge.ts'

const log = { progress() {}, debug() {} }
const quota = { registry: 'docker.io', remaining: 10, limit: 100 }

/** The notice about a quota near its end, with rules that ignore it for some images. */
async function noticeWith(...globs: readonly string[]) {
  const names = ['redis:8', 'nginx:1', 'ghcr.io/acme/web:1']
  const given = inventory(names.map((image, at) => use(image, {}, { id: `u${at}` })))
  const ignores = globs.map(image => ({ image, code: 'rate-limit-risk', reason: 'a cache stands before it' }) as const)
  const asked = request()
  const policy = { ...asked.policy, ignores }
  const plans = plan(given, [], asked)
  const evidence = await probe(plans, { registry: scriptedRegistry({ manifest: () => found }), log })
  const facts = { plans, evidence, rendered: [], inventory: given, problems: [], quota, today: '2026-11-24' }
  const { findings, ignoreNotes } = judge({ ...facts, request: { ...asked, policy } })
  const [notice] = findings.filter(({ code }) => code === 'rate-limit-risk')
  return [notice?.args.count, notice?.uses, notice?.ignored?.reason, ignoreNotes?.length]
}

test.each([
  ['no rule', [], [2, ['u0', 'u1'], undefined, 0]],
  ['a rule for one of two images', ['docker.io/library/redis'], [1, ['u1'], undefined, 0]],
  ['a rule for all', ['docker.io/**'], [2, ['u0', 'u1'], 'a cache stands before it', 0]],
  ['a rule for another registry', ['ghcr.io/**'], [2, ['u0', 'u1'], undefined, 1]],
] as const)('%s: %j gives %j', async (_, globs, notice) => {
  expect(await noticeWith(...globs)).toEqual(notice)
})
