import { describe, expect, test } from 'vitest'
import type { AuthOptions } from '../../src/simulator/auth/auth.ts'
import { alice } from './login.ts'
import { observe, titled, truthOf } from './trial.ts'
import type { Row } from './trial.ts'

const holds = { environment: { nodeCredentials: { kind: 'runner' } } } as const
const fine = { who: 'runner', ...holds, verdict: 'pullable' } as const
const auth: AuthOptions = { style: 'ecr' }

/** A docker config in which old and new logins left an entry each, as those of ECR do. */
function config(...entries: readonly (readonly [key: string, password: string])[]): Pick<Row, 'variables'> {
  const auths = entries.map(([key, password]) => [
    key,
    { auth: Buffer.from(`${alice.name}:${password}`).toString('base64') },
  ])
  return { variables: { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: Object.fromEntries(auths) }) } }
}

const stale = 'hunter2-of-yesterday'
const rows: readonly Row[] = [
  { name: 'one entry', auth, ...fine, ...config(['registry.test', alice.password]), requests: 4 },
  {
    name: 'a stale entry beside a good one',
    auth,
    ...fine,
    ...config(['registry.test', stale], ['https://registry.test', alice.password]),
    requests: 6,
  },
  {
    name: 'a good entry beside a stale one',
    auth,
    ...fine,
    ...config(['https://registry.test', stale], ['registry.test', alice.password]),
    requests: 4,
  },
]

describe('a docker config with two entries for a registry', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })

  test('of which none is good, is refused', async () => {
    const both = config(['registry.test', stale], ['https://registry.test', `${stale}-too`])
    const row: Row = { auth, who: 'runner', ...holds, ...both, verdict: 'unpullable', requests: 8 }
    const { verdict, leaks } = await observe(row)
    expect([verdict === 'pullable', leaks]).toEqual([false, []])
  })
})
