import { expect, test } from 'vitest'
import type { BaseCommit } from '../world.ts'
import { changesSince } from './changes.ts'

const base = { kind: 'revision', revision: 'main' } as const
const configuredBy = ['will-it-pull.yaml', 'nodes/certs.d']
const files = { real: async (path: string) => path }
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
  expect(await changesSince(async () => commit, request, { git, files })).toEqual({ paths: changed, configuration })
})

test.each([
  ['there is no base', { configuredBy }, commit, []],
  ['nothing depends on it', { base, configuredBy: [] }, commit, []],
  ['the base can not be had', { base, configuredBy }, { kind: 'none', why: 'x' }, []],
  ['git can not tell', { base, configuredBy }, commit, undefined],
] as const)('tells nothing where %s', async (_, request, from, changed) => {
  const git = { changed: async () => changed }
  expect(await changesSince(async () => from, request, { git, files })).toBeUndefined()
})

test.each([
  ['the link itself', ['will-it-pull.yaml'], ['will-it-pull.yaml'], ['will-it-pull.yaml', 'checks/dev/pull.yaml']],
  ['its target', ['checks/dev/pull.yaml'], ['checks/dev/pull.yaml'], ['checks/dev/pull.yaml']],
  ['a link on the way', ['checks/current'], ['checks/current'], ['checks/current', 'checks/dev']],
  ['a link elsewhere, whose target counts too', ['env/current'], [], ['env/current', 'env/dev']],
  ['a link that leads nowhere', ['broken'], [], ['broken']],
])('where the configuration is a link, tells of %s', async (_, changed, configuration, paths) => {
  const targets: Readonly<Record<string, string | undefined>> = {
    'will-it-pull.yaml': 'checks/dev/pull.yaml',
    'checks/current': 'checks/dev',
    'env/current': 'env/dev',
    broken: undefined,
  }
  const linked = { real: async (path: string) => (Object.hasOwn(targets, path) ? targets[path] : path) }
  const options = { git: { changed: async () => changed }, files: linked }
  expect(await changesSince(async () => commit, { base, configuredBy }, options)).toEqual({ paths, configuration })
})
