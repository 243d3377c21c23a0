import { describe, expect, test } from 'vitest'
import { canDeploy, deployed } from '../../../test/support/delivered.ts'
import { isOwnRepository } from './own-repository.ts'

test.each([
  ['https://github.com/acme/gitops', 'https://github.com/acme/gitops.git', true],
  ['git@github.com:acme/gitops.git', 'https://github.com/acme/gitops', true],
  ['ssh://git@github.com/acme/GitOps', 'https://github.com/acme/gitops/', true],
  ['https://github.com/acme/gitops', 'https://github.com/someone/gitops', false],
  ['ssh://git@ssh.github.com:443/acme/gitops.git', 'https://github.com/acme/gitops', true],
  ['https://user@GitHub.com/ACME/GitOps.git', 'git@github.com:acme/gitops', true],
  ['https://dev.azure.com/acme/infra/_git/gitops', 'git@ssh.dev.azure.com:v3/acme/infra/gitops', true],
  ['http://gitea.svc/acme/gitops', 'https://github.com/acme/gitops', true],
  ['https://github.com/acme/other', 'https://github.com/acme/gitops', false],
  ['https://github.com/acme/other', undefined, true],
  ['https://github.com/acme/other', '/srv/mirror/gitops', true],
])('%s in a clone of %s is its own: %s', (url, own, is) => {
  expect(isOwnRepository(url, own)).toBe(is)
})

describe.skipIf(!canDeploy)(
  'a repository without a remote (skipped where helm or kubectl could not be fetched)',
  () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: m, image: "a:1" }] }\n'
    const application = (name: string, url: string, path: string): string =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: ${name} }\nspec: { source: { repoURL: "${url}", path: ${path} } }\n`

    test('is the one whose paths lie in it', async () => {
      const { gaps, images } = await deployed({
        'one/pod.yaml': pod,
        'two/pod.yaml': pod,
        'apps/one.yaml': application('one', 'https://github.com/acme/gitops', 'one'),
        'apps/two.yaml': application('two', 'git@github.com:acme/gitops.git', 'two'),
        'apps/other.yaml': application('other', 'https://github.com/acme/other', 'one'),
        'apps/all.yaml': application('all', 'https://github.com/acme/third', '.'),
      })
      expect(images).toEqual(['a:1 of Application one in apps/one.yaml', 'a:1 of Application two in apps/two.yaml'])
      expect(gaps).toEqual([
        'unresolved-source remote-source: https://github.com/acme/other one',
        'unresolved-source remote-source: https://github.com/acme/third .',
      ])
    })

    test('may have an Application beside the kustomization that it applies', async () => {
      const { images } = await deployed({
        'shop/kustomization.yaml': 'resources: [pod.yaml]\n',
        'shop/pod.yaml': pod,
        'shop/unused.yaml': pod,
        'shop/app.yaml': application('shop', 'https://github.com/acme/gitops', 'shop'),
      })
      expect(images).toEqual(['a:1 of Application shop in shop/app.yaml'])
    })

    test('of a fork is the one that its objects name, and only that', async () => {
      const contents = {
        'one/pod.yaml': pod,
        'two/pod.yaml': pod,
        'apps/one.yaml': application('one', 'https://github.com/acme/gitops', 'one'),
        'apps/other.yaml': application('other', 'https://github.com/other/gitops', 'two'),
      }
      const fork = await deployed(contents, 'https://github.com/someone/gitops')
      expect(fork.images).toContain('a:1 of Application one in apps/one.yaml')
      expect(fork.gaps).toEqual(['unresolved-source remote-source: https://github.com/other/gitops two'])
      expect((await deployed(contents, 'git@github.com:other/gitops.git')).gaps).toEqual([
        'unresolved-source remote-source: https://github.com/acme/gitops one',
      ])
    })
  },
)
