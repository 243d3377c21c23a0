import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../../../test/hostile-report.ts'
import { findingOf, findingRows } from '../../../test/report-fixtures.ts'
import { findingCodes } from '../../judge/codes.ts'
import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs, Verdict } from '../../judge/types.ts'
import type { Fix } from '../../suggest/types.ts'
import { assumptionWords } from './assumptions.ts'
import { interruption } from './interrupted.ts'
import { shellWord } from './quote.ts'
import { words } from './words.ts'

function say(code: FindingCode, over: FindingArgs = {}, verdict?: Verdict): ReturnType<typeof words> {
  const finding = findingOf(code)
  return words({ ...finding, args: { ...finding.args, ...over }, verdict: verdict ?? finding.verdict })
}

const image = 'ghcr.io/acme/web:1.27.33'

describe('words', () => {
  test.each(findingCodes)('say of %s what happened, why, and what to do', code => {
    const { message, cause, fix } = say(code)
    for (const text of [message, cause, fix?.text ?? '']) {
      expect(text).toMatch(/^[A-Z\d`].*[.:]$/s)
      expect(text).not.toMatch(/undefined|null|NaN|\(empty\)| {2}|\{secrets\}|\{registry\}/)
      expect(text.split('`').length % 2).toBe(1)
    }
    expect(cause).not.toContain(message)
  })

  test.each(findingCodes)('say of %s something also where nothing is known', code => {
    const { message, cause, fix, kubelet } = words({ ...findingOf(code), args: {} })
    expect(`${message} ${cause} ${fix?.text ?? ''} ${kubelet?.message ?? ''}`).not.toMatch(/undefined|NaN/)
  })

  test.each(findingCodes)('keep text from outside between backticks in %s', code => {
    const [args] = findingRows[code]
    fc.assert(
      fc.property(hostileText, text => {
        const { message, cause, fix } = words({
          ...findingOf(code),
          args: { ...replaceTexts(args, `x${text}`), reason: args.reason },
        })
        const mark = words({ ...findingOf(code), args: { ...replaceTexts(args, 'x'), reason: args.reason } })
        expect([message, cause, fix?.text].map(withoutCode)).toEqual(
          [mark.message, mark.cause, mark.fix?.text].map(withoutCode),
        )
      }),
      { numRuns: 20 },
    )
  })

  test.each<readonly [FindingCode, FindingArgs, string]>([
    ['access-denied', { reason: 'hidden-or-missing' }, 'some registries also say of private images'],
    ['access-denied', { reason: 'hidden-from-nobody' }, 'which it may also say of private images, and whether'],
    ['access-denied', { reason: 'other-secret-unknown' }, 'The logins that are known here were refused'],
    ['access-denied', { reason: 'run-without-secrets' }, 'fork or Dependabot'],
    ['access-denied', { reason: 'node-login-undeclared' }, 'was not declared'],
    ['access-denied', { reason: 'body-refused' }, 'refuses to show it'],
    ['access-denied', { reason: 'part-refused' }, 'a part that the pull needs is refused'],
    ['access-denied', { reason: 'credential-withheld' }, 'further than this check may'],
    [
      'not-found-or-private',
      { reason: 'pull-secret-no-match', secrets: ['regcred'] },
      'The pull secret `regcred` holds no login for this registry.',
    ],
    [
      'not-found-or-private',
      { reason: 'pull-secret-ignored', secrets: ['regcred'] },
      'The kubelet ignores the pull secret `regcred`.',
    ],
    ['repository-not-found', { reason: 'official' }, 'never private'],
    ['tag-not-found', { reason: 'expired' }, 'has expired or was deleted'],
    ['tag-not-found', { tags: undefined }, 'it did not show which it has'],
    ['tag-not-found', { tags: [] }, 'no tags at all'],
    ['pull-secret-ignored', { reason: 'blank-name' }, 'Its name is blank'],
    ['pull-secret-ignored', { reason: 'type' }, 'It has another type'],
    ['pull-secret-ignored', { reason: 'key-missing' }, 'It lacks the key'],
    ['registry-error', { reason: 'head-and-get-differ' }, 'by HEAD that the manifest is there'],
    ['render-failed', { reason: 'values-missing' }, 'A values file'],
    ['unresolved-source', { reason: 'no-source' }, 'Nothing there renders'],
    ['unreadable-document', { reason: 'too-large' }, 'too large'],
    ['unreadable-document', { reason: 'variables' }, 'one that has no value becomes nothing'],
    ['unreadable-document', { reason: 'image-no-text', detail: 'spec.image' }, 'The field is: `spec.image`.'],
    ['unreadable-document', { reason: 'too-many-images', detail: 'Fleet web' }, 'The object is: `Fleet web`.'],
    ['invalid-reference', { reason: 'white-space', detail: 'nginx:1 ' }, 'It ends with white space'],
    ['invalid-reference', { reason: 'white-space', detail: 'ng inx:1' }, 'The part in question: `ng inx:1`.'],
    ['tag-not-found', { tags: ['1.0'] }, 'has another tag: `1.0`.'],
    ['invalid-reference', { reason: 'template-residue', detail: '<no value>' }, 'The part in question: `<no value>`.'],
  ])('tell the reasons of %s apart: %o', (code, args, part) => {
    expect(say(code, args).cause).toContain(part)
  })

  test('tell the policy about an image from one about the runner', () => {
    expect(say('registry-policy', {}, 'unpullable').message).toContain('is there, but')
    expect(say('registry-policy', {}, 'unknown').message).toContain('refuses the address of this runner')
  })

  test('take a private image on a cloud registry for pullable', () => {
    expect(say('no-pull-secret', { reason: 'cloud-identity' }, 'pullable').cause).toContain('cloud identity')
  })
})

describe('a fix that the evidence shows', () => {
  const source = { date: '2025-09-29', url: 'https://example.org/1', note: 'it moved' }
  test.each<readonly [Fix, string]>([
    [{ kind: 'use-tag', candidates: ['1.27.3'], commands: [] }, 'Use `1.27.3`, which exists.'],
    [{ kind: 'use-tag', candidates: ['1.27.3', '1.27.2'], commands: [] }, 'Use `1.27.3`, which exists, or `1.27.2`.'],
    [
      { kind: 'relocate', candidates: ['quay.io/a/b'], commands: [], source },
      'Use `quay.io/a/b`. Since `2025-09-29`: `it moved` (`https://example.org/1`).',
    ],
    [
      { kind: 'relocate', candidates: [], commands: [] },
      'Nothing took its place: build it yourself or choose another image.',
    ],
    [{ kind: 'fix-host', candidates: ['ghcr.io'], commands: [] }, 'Did you mean `ghcr.io`? Correct the registry.'],
    [
      { kind: 'use-tag', candidates: ['1.27.3'], commands: [], platform: 'linux/arm64' },
      'Use `1.27.3`, which has `linux/arm64`.',
    ],
    [
      { kind: 'use-digest', candidates: ['sha256:1'], commands: [], tag: '1.27' },
      'Use the digest `sha256:1`, which the tag `1.27` stands for now.',
    ],
    [
      { kind: 'use-tag', candidates: [], commands: [] },
      'Check the spelling of the tag; if the image is still to be built, push it first.',
    ],
  ])('is said: %o', (fix, text) => {
    expect(words(findingOf('tag-not-found'), fix).fix?.text).toBe(text)
  })
})

describe('commands', () => {
  test('make a pull secret without writing a login down', () => {
    expect(say('not-found-or-private', { registry: 'docker.io' }).fix?.commands).toEqual([
      'kubectl create secret docker-registry regcred --namespace=shop --docker-server=https://index.docker.io/v1/ --docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"',
    ])
  })

  test('come with the lines that name the secret, beside those that are there', () => {
    expect(say('no-pull-secret', { secrets: ['shop/old', 'on'], serviceAccount: 'web' }).fix?.snippet).toEqual([
      '# in the spec of the pod, or at the top of ServiceAccount web in namespace shop',
      'imagePullSecrets:',
      '  - name: old',
      '  - name: "on"',
      '  - name: regcred',
    ])
  })

  test('replace a secret that is there', () => {
    expect(say('pull-secret-rejected').fix?.commands).toEqual([expect.stringContaining('| kubectl apply --filename=-')])
  })

  test('quote what a shell would act on', () => {
    expect(say('pull-secret-missing', { secrets: ["a/x'; rm -rf ~ #"], namespace: '$(id)' }).fix?.commands).toEqual([
      expect.stringContaining("docker-registry 'x'\\''; rm -rf ~ #' --namespace='$(id)'"),
    ])
  })

  test('never leave their quotes', () => {
    fc.assert(
      fc.property(hostileText, text => {
        expect(shellWord(text).replaceAll(/'[^']*'|\\'/g, '')).toMatch(/^[\w@%+=:,./-]*$/)
      }),
    )
  })
})

describe('the kubelet', () => {
  const start = `failed to pull and unpack image "${image}": failed to resolve reference "${image}"`
  test.each<readonly [FindingCode, string, string]>([
    ['tag-not-found', 'ErrImagePull', `rpc error: code = NotFound desc = ${start}: ${image}: not found`],
    [
      'platform-missing',
      'ErrImagePull',
      `rpc error: code = NotFound desc = failed to pull and unpack image "${image}": no match for platform in manifest: not found`,
    ],
    [
      'not-found-or-private',
      'ErrImagePull',
      `${start}: unexpected status from HEAD request to https://ghcr.io/v2/acme/web/manifests/1.27.33: 403 Forbidden`,
    ],
    [
      'tls-expired',
      'ErrImagePull',
      `${start}: failed to do request: Head "https://ghcr.io/v2/acme/web/manifests/1.27.33": tls: failed to verify certificate: x509: certificate has expired or is not yet valid`,
    ],
    ['never-pull', 'ErrImageNeverPull', `Container image "${image}" is not present with pull policy of Never`],
    ['pull-secret-invalid', 'unable to parse auth field', 'unable to parse auth field'],
  ])('says of %s what containerd says', (code, reason, message) => {
    expect(say(code).kubelet).toEqual({ reason, message })
  })

  test.each([
    [
      'https://ghcr.io/token?scope=repository:acme/web:pull',
      403,
      'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository:acme/web:pull: 403 Forbidden',
    ],
    [
      'https://ghcr.io/v2/acme/web/manifests/1',
      401,
      'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    ],
    [
      'https://1.dkr.ecr.eu-west-1.amazonaws.com/v2/acme/web/manifests/1',
      401,
      'pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
    ],
  ])('words a refusal by %s as containerd does', (url, status, inner) => {
    const finding = findingOf('no-pull-secret', {
      trail: [{ method: 'GET', url, status, codes: [], credentials: 'none' }],
    })
    expect(words({ ...finding, args: { ...finding.args, status } }).kubelet?.message).toBe(`${start}: ${inner}`)
  })

  test('tells an artifact that is pulled from one that is not', () => {
    expect(say('not-an-image').kubelet?.reason).toBe('CreateContainerError')
    expect(say('not-an-image', {}, 'unpullable').kubelet?.message).toContain('mismatched image rootfs')
  })

  test('drops the tag where there is a digest', () => {
    const digest = `sha256:${'4'.repeat(64)}`
    const { kubelet } = say('digest-not-found', { reference: `ghcr.io/acme/web:1@${digest}`, tag: '1', digest })
    expect(kubelet?.message).toContain(`: ghcr.io/acme/web@${digest}: not found`)
  })

  test.each(['large-image', 'render-failed', 'pull-secret-missing'] as const)('says nothing of %s', code => {
    expect(say(code).kubelet).toBeNull()
  })
})

test('an assumption is a clause that names what is taken on trust', () => {
  expect(assumptionWords({ code: 'secret-opens', secrets: ['a/x', 'a/y'], repository: 'ghcr.io/acme' })).toBe(
    'one of the secrets `a/x` and `a/y` opens `ghcr.io/acme`',
  )
})

function replaceTexts(args: FindingArgs, text: string): FindingArgs {
  const free = Object.entries(args).map(([key, value]) => [
    key,
    Array.isArray(value) ? [text] : typeof value === 'string' ? text : value,
  ])
  return Object.fromEntries(free)
}

function withoutCode(text: string | undefined): string | undefined {
  return text?.replaceAll(/`[^`]*`/g, '`')
}

test.each<readonly [FindingCode, string]>([
  ['registry-unreachable', 'deadline'],
  ['render-failed', 'timed-out'],
])('%s of a run that somebody ended says so, and not that time was over', (code, reason) => {
  const finding = findingOf(code)
  const late = { ...finding, args: { ...finding.args, reason, detail: 'the time was over' } }
  const { cause, fix } = words(late, undefined, true)
  expect([cause, fix?.text]).toEqual([interruption.cause, interruption.fix])
  expect(words(late).cause).not.toBe(cause)
})
