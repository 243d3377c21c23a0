import type { FindingCode } from '../judge/codes.ts'
import type { FindingArgs } from '../judge/types.ts'
import { kubeletWords } from '../report/words/kubelet.ts'
import type { KubeletWords } from '../report/words/kubelet.ts'

const image: FindingArgs = {
  reference: 'ghcr.io/acme/web:1.27.33',
  registry: 'ghcr.io',
  repository: 'acme/web',
  tag: '1.27.33',
  digest: 'sha256:…',
}

const pinned: FindingArgs = { ...image, reference: 'ghcr.io/acme/web@sha256:…', tag: undefined }

const others: Partial<Record<FindingCode, FindingArgs>> = {
  'invalid-reference': { reference: 'ghcr.io/acme/web:' },
  'registry-name-not-resolved': inside('registry.acme.internal'),
  'registry-unreachable': { ...inside('10.0.3.7:443'), reason: 'connection-refused' },
  'registry-error': { ...image, status: 503 },
  'tls-untrusted': inside('registry.acme.internal'),
  'plain-http-registry': inside('registry.acme.internal:5000'),
  'not-found-or-private': { ...image, status: 403 },
  'pull-secret-invalid': { detail: 'unable to parse auth field, must be formatted as base64(username:password)' },
  'pull-secret-rejected': { ...image, status: 401 },
  'registry-policy': { ...inside('harbor.acme.internal'), status: 412 },
  'digest-not-found': pinned,
  'unsupported-manifest': { ...image, mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws' },
  'blocked-by-node': { ...image, reference: 'docker.io/library/redis:8', registry: 'docker.io/library/redis:8' },
}

// refusals that the judge tells apart by their circumstances, and whose words are those of another code
const silent: ReadonlySet<FindingCode> = new Set(['access-denied', 'registry-not-allowed'])

/** The words of the kubelet for an example of the code, as reports give them. */
export function exampleWords(code: FindingCode): KubeletWords | undefined {
  if (silent.has(code)) return undefined
  const verdict = code === 'never-pull' ? 'not-checked' : 'unpullable'
  return kubeletWords({ code, args: others[code] ?? image, trail: [], verdict }) ?? undefined
}

function inside(registry: string): FindingArgs {
  return { ...image, reference: `${registry}/acme/web:1.27.3`, registry, tag: '1.27.3' }
}
