import { expect, test } from 'vitest'
import type { BaseCommit } from '../world.ts'
import { changedConfiguration } from './configuration-change.ts'

const base = { kind: 'revision', revision: 'main' } as const
const configFile = '.github/will-it-pull.yaml'
const commit: BaseCommit = { kind: 'commit', sha: 'a'.repeat(40) }

test.each([
  ['the change edits it', { base, configFile }, commit, ['web.yaml', configFile], configFile],
  ['the change edits other files', { base, configFile }, commit, ['web.yaml'], undefined],
  ['there is no configuration', { base }, commit, [configFile], undefined],
  ['there is no base', { configFile }, commit, [configFile], undefined],
  ['the base can not be had', { base, configFile }, { kind: 'none', why: 'x' }, [configFile], undefined],
  ['what changed can not be told', { base, configFile }, commit, undefined, undefined],
] as const)('%s', async (_, request, from, changed, expected) => {
  const git = { base: async () => from, changed: async () => changed }
  expect(await changedConfiguration(request, git)).toBe(expected)
})
