import type { FindingCode } from '../../judge/codes.ts'
import type { Finding, FindingArgs, Verdict } from '../../judge/types.ts'
import type { RequestRecord } from '../../registry/answers/types.ts'

/** What `kubectl describe pod` would show: the reason and the message of the waiting container. */
export interface KubeletWords {
  readonly reason: string
  readonly message: string
}

type Told = Pick<Finding, 'code' | 'args' | 'trail' | 'verdict'>
type Inner = (names: Names, told: Told) => string

/** The names as containerd writes them. */
interface Names {
  readonly reference: string
  readonly registry: string
  readonly url: string
}

/** The sentence as kubelet and containerd (the resolver of 1.7 and 2.0) word it; null where they would say nothing. */
export function kubeletWords(told: Told): KubeletWords | null {
  const own = ownWords[told.code]?.(told.args, told.verdict)
  if (own !== undefined) return own
  const inner = innerWords[told.code]
  if (inner === undefined || told.verdict === 'pullable') return null
  return { reason: 'ErrImagePull', message: inner(namesOf(told), told) }
}

// not pulls that fail, or errors of the kubelet itself
const ownWords: Partial<Record<FindingCode, (args: FindingArgs, verdict: Verdict) => KubeletWords | undefined>> = {
  'invalid-reference': ({ reference = '', reason = '' }) => ({
    reason: 'InvalidImageName',
    message: `Failed to apply default image tag "${reference}": couldn't parse image name "${reference}": ${grammarError(reference, reason)}`,
  }),
  'empty-reference': () => ({
    reason: 'InvalidImageName',
    message: `Failed to apply default image tag "": couldn't parse image name "": invalid reference format`,
  }),
  'pull-secret-invalid': ({ detail = 'the content cannot be decoded' }) => ({ reason: detail, message: detail }),
  'never-pull': ({ reference = '' }) => ({
    reason: 'ErrImageNeverPull',
    message: `Container image "${reference}" is not present with pull policy of Never`,
  }),
  'not-an-image': (_, verdict) =>
    verdict === 'pullable' ? { reason: 'CreateContainerError', message: 'no command specified' } : undefined,
  'manifest-invalid': ({ reason, reference = '' }, verdict) =>
    reason === 'layers' && verdict === 'unpullable'
      ? { reason: 'ErrImagePull', message: mismatched(reference) }
      : undefined,
  'wrong-architecture': () => ({ reason: 'CrashLoopBackOff', message: 'exec format error' }),
  'blocked-by-node': args => ({ reason: 'ErrImagePull', message: blockedWords(args) }),
}

function blockedWords({ registry = '', reason, reference = '' }: FindingArgs): string {
  if (reason === 'no-host-resolves')
    return `failed to pull and unpack image "${reference}": failed to resolve reference "${reference}": no resolve hosts: not found`
  if (reason === 'invalid-name') return 'rewriting reference: invalid reference format'
  if (reason === 'invalid') return 'loading registries configuration "/etc/containers/registries.conf"'
  return `registry ${registry} is blocked in /etc/containers/registries.conf`
}

const innerWords: Partial<Record<FindingCode, Inner>> = {
  'registry-name-not-resolved': transport(({ registry }) => `dial tcp: lookup ${registry}: no such host`),
  'registry-unreachable': transport(({ registry }, { args }) => `dial tcp ${registry}: ${dialError(args.reason)}`),
  'tls-untrusted': transport(() => 'tls: failed to verify certificate: x509: certificate signed by unknown authority'),
  'tls-expired': transport(
    () => 'tls: failed to verify certificate: x509: certificate has expired or is not yet valid',
  ),
  'tls-name-mismatch': transport(
    ({ registry }) => `tls: failed to verify certificate: x509: certificate is valid for …, not ${registry}`,
  ),
  'tls-handshake': transport(() => 'remote error: tls: handshake failure'),
  'plain-http-registry': transport(() => 'http: server gave HTTP response to HTTPS client'),
  'rate-limited': resolving(({ url }) => `unexpected status from HEAD request to ${url}: 429 Too Many Requests`),
  'registry-error': resolving(
    ({ url }, { args }) => `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 500)}`,
  ),
  'registry-policy': resolving(
    ({ url }, { args }) => `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 403)}`,
  ),
  'not-found-or-private': resolving(refused('anonymous')),
  'no-pull-secret': resolving(refused('anonymous')),
  'pull-secret-rejected': resolving(refused('oauth')),
  'access-denied': resolving(refused('oauth')),
  'repository-not-found': notFound,
  'tag-not-found': notFound,
  'digest-not-found': notFound,
  'child-manifest-missing': copying(
    ({ registry }, { args }) =>
      `content at https://${registry}/v2/${args.repository ?? ''}/manifests/${args.digest ?? ''} not found: not found`,
  ),
  'blob-missing': copying(
    (_, { args }) => `could not fetch content descriptor ${args.digest ?? ''} from remote: not found`,
  ),
  'platform-missing': names =>
    `rpc error: code = NotFound desc = failed to pull and unpack image "${names.reference}": no match for platform in manifest: not found`,
  'not-an-image': ({ reference }) => mismatched(reference),
  'unsupported-manifest': resolving((_, { args }) => `media type "${args.mediaType ?? ''}" is no longer supported`),
}

// who refuses decides the words: the token server, a registry that took a token, or one that wants a login at once
function refused(token: 'anonymous' | 'oauth'): Inner {
  return ({ registry, url }, { args, trail }) => {
    const last = trail.findLast(({ status }) => status === 401 || status === 403)
    if (last !== undefined && !last.url.includes('/v2/'))
      return `failed to authorize: failed to fetch ${token} token: unexpected status from GET request to ${last.url}: ${statusLine(last.status ?? 401)}`
    if (token === 'oauth' || args.status === 403)
      return `unexpected status from HEAD request to ${url}: ${statusLine(args.status ?? 401)}`
    const basic = registry.includes('.dkr.ecr')
    const why = basic
      ? 'authorization failed: no basic auth credentials'
      : 'server message: insufficient_scope: authorization failed'
    return `pull access denied, repository does not exist or may require authorization: ${why}`
  }
}

function mismatched(reference: string): string {
  return `failed to pull and unpack image "${reference}": mismatched image rootfs and manifest layers`
}

function notFound({ reference }: Names): string {
  return `rpc error: code = NotFound desc = failed to pull and unpack image "${reference}": failed to resolve reference "${reference}": ${reference}: not found`
}

function resolving(inner: Inner): Inner {
  return (names, told) =>
    `failed to pull and unpack image "${names.reference}": failed to resolve reference "${names.reference}": ${inner(names, told)}`
}

function transport(inner: Inner): Inner {
  return resolving((names, told) => `failed to do request: Head "${names.url}": ${inner(names, told)}`)
}

function copying(inner: Inner): Inner {
  return (names, told) =>
    `rpc error: code = NotFound desc = failed to pull and unpack image "${names.reference}": failed to copy: httpReadSeeker: failed open: ${inner(names, told)}`
}

const statusTexts: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  412: 'Precondition Failed',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

function statusLine(status: number): string {
  return `${status} ${statusTexts[status] ?? ''}`.trimEnd()
}

function dialError(reason: string | undefined): string {
  if (reason === 'connection-refused') return 'connect: connection refused'
  return reason === 'host-unreachable' ? 'connect: no route to host' : 'i/o timeout'
}

function grammarError(reference: string, reason: string): string {
  if (reason === 'upper-case') return `invalid reference format: repository name (${reference}) must be lowercase`
  return reason === 'path-too-long'
    ? 'repository name must not be more than 255 characters'
    : 'invalid reference format'
}

// containerd drops the tag where there is a digest
function namesOf({ args, trail }: Told): Names {
  const { reference = '', registry = '', repository = '', tag, digest } = args
  const name = `${registry}/${repository}`
  const at = reference.indexOf('@')
  const pulled = at < 0 ? reference : `${name}${reference.slice(at)}`
  const asked = trail.findLast(isManifest)?.url
  const host = args.host ?? (asked === undefined ? registry : hostOf(asked, registry))
  return {
    reference: pulled,
    registry: host,
    url: asked ?? `https://${host}/v2/${repository}/manifests/${tag ?? digest ?? ''}`,
  }
}

function isManifest({ url }: RequestRecord): boolean {
  return url.includes('/manifests/')
}

function hostOf(url: string, otherwise: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? otherwise
}
