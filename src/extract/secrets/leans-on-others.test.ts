import { expect, test } from 'vitest'
import { inventory, use } from '../../../test/support/plans.ts'
import { leansOnOthers } from './leans-on-others.ts'

const { document } = use('nginx')
const account = (pullSecrets: readonly string[]) => ({ source: 's', name: 'web', pullSecrets, document })
const secret = { source: 's', name: 'regcred', type: 'Opaque', data: {}, document }

test.each([
  ['no secret and no account', [use('a')], {}, false],
  ['the default account by name', [use('a', { serviceAccount: 'default' })], {}, false],
  ['a secret that is here', [use('a', { pullSecrets: ['regcred'] })], { secrets: [secret] }, false],
  ['a secret that is elsewhere', [use('a', { pullSecrets: ['regcred'] })], {}, true],
  ['an account that is here', [use('a', { serviceAccount: 'web' })], { serviceAccounts: [account([])] }, false],
  ['an account that is elsewhere', [use('a', { serviceAccount: 'web' })], {}, true],
  [
    'an account here whose secret is not',
    [use('a', { serviceAccount: 'web' })],
    { serviceAccounts: [account(['x'])] },
    true,
  ],
])('a pod with %s', (_, uses, rendered, leans) => {
  expect(leansOnOthers(inventory(uses, rendered))).toBe(leans)
})
