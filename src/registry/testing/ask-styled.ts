import { Secret } from '../../secret.ts'
import type { StyleName } from '../../simulator/auth/styles.ts'
import { image } from '../../simulator/image.ts'
import { startRegistry } from '../../simulator/registry.ts'
import { hostFor } from './host-for.ts'
import type { Access } from '../types.ts'
import { ann, password } from './ask-faulty.ts'
import { anonymous, patient, registryFor } from './registry-for.ts'
import { summaryOf } from './summary.ts'

const basic = (username: string, text: string): Access => ({
  kind: 'runner',
  from: 'a test',
  credential: { kind: 'basic', username, password: new Secret(text) },
})

/** Repository, tag and login of each question that one registry is asked. */
const questions = {
  public: ['acme/public', 'v1', anonymous],
  private: ['acme/private', 'v1', anonymous],
  missing: ['acme/missing', 'v1', anonymous],
  tag: ['acme/public', 'v2', anonymous],
  login: ['acme/private', 'v1', ann],
  wrong: ['acme/public', 'v1', basic('ann', 'wrong-password')],
  expired: ['acme/public', 'v1', basic('old', password)],
  noRights: ['acme/other', 'v1', ann],
} as const

export type StyledQuestion = keyof typeof questions

/** What a registry of a known kind answers to each question. */
export async function askStyled(style: StyleName): Promise<Readonly<Record<string, string>>> {
  const users = [
    { name: 'ann', password, pulls: ['acme/private', 'acme/public'] },
    { name: 'old', password, expired: true },
  ]
  await using server = await startRegistry({ auth: { style, users, public: ['acme/public'] } })
  for (const name of ['public', 'private', 'other']) server.push(`acme/${name}`, 'v1', image())
  const host = hostFor(server.host)
  const answers = Object.entries(questions).map(async ([name, [repository, tag, as]]) => {
    await using registry = registryFor({ timeouts: patient })
    return [name, summaryOf(await registry.manifest({ host, repository, as }, tag))] as const
  })
  return Object.fromEntries(await Promise.all(answers))
}
