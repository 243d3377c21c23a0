import { expect, test } from 'vitest'
import type { BaseCommit } from '../world.ts'
import { changesSince } from './changes.ts'

const base = { kind: 'revision', revision: 'main' } as const
const configuredBy = ['will-it-pull.yaml', 'nodes/certs.d']
const commit: BaseCommit = { kind: 'commit', sha: 'a'.repeat(40) }

test.each([
  ['the configuration among others', { base, configuredBy }, ['web.yaml', 'will-it-pull.yaml'], ['will-it-pull.yaml']],
  [
    'a file of a folder that configures',
    { base, configuredBy },
    ['nodes/certs.d/a/hosts.toml'],
    ['nodes/certs.d/a/hosts.toml'],
  ],
  ['other files', { base, configuredBy }, ['web.yaml', 'nodes/certs.d.md'], []],
  ['whatever it is, where only the touched is checked', { base, configuredBy: [], changedOnly: true }, ['a'], []],
] as const)('tells %s', async (_, request, changed, configuration) => {
  const git = { changed: async () => changed }
  expect(await changesSince(async () => commit, request, git)).toEqual({ paths: changed, configuration })
})

test.each([
  ['there is no base', { configuredBy }, commit, []],
  ['nothing depends on it', { base, configuredBy: [] }, commit, []],
  ['the base can not be had', { base, configuredBy }, { kind: 'none', why: 'x' }, []],
  ['git can not tell', { base, configuredBy }, commit, undefined],
] as const)('tells nothing where %s', async (_, request, from, changed) => {
  const git = { changed: async () => changed }
  expect(await changesSince(async () => from, request, git)).toBeUndefined()
})
