import { expect, test } from 'vitest'
import { inventory, request, use } from '../../../test/support/plans.ts'
import { absentTag, found, scriptedRegistry } from '../../../test/support/scripted-registry.ts'
import type { IgnoreRule } from '../../config/types.ts'
import { plan } from '../../plan/plan.ts'
import { probe } from '../../probe/probe.ts'
import { judge } from '../judge.ts'

const log = { progress() {}, debug() {} }
const rule = (changes: Partial<IgnoreRule> = {}): IgnoreRule => ({
  image: 'ghcr.io/**',
  reason: 'it comes',
  ...changes,
})

async function notesOn(rules: readonly IgnoreRule[], isThere = false, isAsked = true) {
  const given = inventory([use('ghcr.io/acme/web:1')])
  const asked = request()
  const withRules = { ...asked, policy: { ...asked.policy, ignores: rules } }
  const plans = plan(given, [], withRules)
  const registry = scriptedRegistry({ manifest: () => (isThere ? found : absentTag) })
  const evidence = isAsked ? await probe(plans, { registry, log }) : undefined
  const facts = { plans, evidence, rendered: [], inventory: given, problems: [], today: '2026-11-24' }
  return judge({ ...facts, request: withRules }).ignoreNotes?.map(({ why }) => why)
}

test.each([
  ['a rule that matches a finding', [rule()], []],
  ['a rule on its last day', [rule({ expires: '2026-11-24' })], []],
  ['a rule whose last day is over', [rule({ expires: '2026-11-23' })], ['expired']],
  ['a rule for another image', [rule({ image: 'quay.io/**' })], ['unmatched']],
  ['a rule for another code', [rule({ code: 'rate-limited' })], ['unmatched']],
] as const)('%s: %j gives the notes %j', async (_, rules, notes) => {
  expect(await notesOn(rules)).toEqual(notes)
})

test('a rule for what is mended by now matches nothing any more', async () => {
  expect(await notesOn([rule()], true)).toEqual(['unmatched'])
})

test('where nothing was asked, only dates can be told', async () => {
  expect(await notesOn([rule(), rule({ expires: '2020-01-01' })], false, false)).toEqual(['expired'])
})
