import { expect, test } from 'vitest'
import { hostFor } from '../testing/host-for.ts'
import { anonymous } from '../testing/registry-for.ts'
import { Heads } from './heads.ts'

const target = { host: hostFor('registry.test'), repository: 'acme/web', as: anonymous } as const

test('of questions at the same moment one is a check, and the others wait for it', async () => {
  const heads = new Heads()
  const answer = Promise.withResolvers<undefined>()
  let checks = 0
  const check = async () => {
    checks += 1
    await answer.promise
    heads.trust(target)
    return 'checked'
  }
  const told = Promise.all([1, 2, 3].map(() => heads.unlessBelieved(target, check)))
  answer.resolve(undefined)
  expect(await told).toEqual(['checked', undefined, undefined])
  expect(checks).toBe(1)
})
