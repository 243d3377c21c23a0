import type { Environment, Policy } from '../src/config/types.ts'
import type { Use } from '../src/extract/types.ts'
import { layerOf, defaultSeverity } from '../src/judge/policy/rules.ts'
import type { FindingCode } from '../src/judge/codes.ts'
import type { Finding, FindingArgs, UseVerdict, Verdict } from '../src/judge/types.ts'
import type { PullPlan } from '../src/plan/types.ts'
import { parseReference } from '../src/reference/parse.ts'
import { buildReport } from '../src/report/build.ts'
import type { Report } from '../src/report/schema.ts'
import type { ReportParts } from '../src/report/types.ts'
import type { Rendered } from '../src/render/types.ts'
import type { Fix } from '../src/suggest/types.ts'
import type { Location } from '../src/trace/types.ts'

const source = { id: 's1', kind: 'helm', path: 'charts/shop', label: 'charts/shop (values-prod.yaml)' } as const
const options = {
  values: ['charts/shop/values-prod.yaml'],
  set: [],
  release: 'shop',
  namespace: 'shop',
  apiVersions: [],
}

const chart: Rendered = {
  kind: 'rendered',
  source: { ...source, options },
  renderer: 'helm 3.17.3',
  documents: [],
  unreadable: [],
}

const environment: Environment = {
  name: 'default',
  platforms: ['linux/amd64'],
  runtime: 'containerd',
  nodeCredentials: { kind: 'undeclared' },
  insecureRegistries: [],
}

export const policy: Policy = {
  severities: new Map(),
  ignores: [],
  onUnknown: 'warn',
  failOn: 'new',
  allowedRegistries: [],
}

/** A use of an image by the Deployment `name` in namespace `shop`. */
export function use(id: string, image: string, name = 'web'): Use {
  const origin = { source: 's1', file: 'charts/shop/templates/web.yaml', verbatim: false, index: 0, line: 1 }
  return {
    id,
    key: `charts/shop/${name}`,
    workloadKey: `Deployment/shop/${name}/main`,
    image,
    source: 's1',
    workload: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name, hooks: [] },
    field: 'spec.template.spec.containers[0].image',
    path: ['spec', 'template', 'spec', 'containers', 0, 'image'],
    container: 'main',
    role: 'container',
    pod: { nodeSelector: {} },
    document: { text: '', origin },
  }
}

/** What a node of the environment would do for a use that names no secret. */
export function planOf(theUse: Use, where: Environment = environment): PullPlan {
  return {
    use: theUse,
    environment: where,
    reference: parseReference(theUse.image),
    pullPolicy: 'IfNotPresent',
    platforms: [{ os: 'linux', architecture: 'amd64' }],
    hosts: [],
    content: 'every-host',
    credentials: { serviceAccount: 'default', secrets: [], known: [], unknown: [], notes: [] },
    service: 'public',
  }
}

export function verdictOf(theUse: Use, verdict: Verdict, environmentName = 'default'): UseVerdict {
  return {
    use: theUse.id,
    environment: environmentName,
    verdict,
    platforms: [{ platform: 'linux/amd64', verdict }],
    assumptions: [],
    credentials: ['anonymous'],
  }
}

const digest = `sha256:${'4'.repeat(64)}`
const web: FindingArgs = {
  reference: 'ghcr.io/acme/web:1.27.33',
  registry: 'ghcr.io',
  repository: 'acme/web',
  tag: '1.27.33',
}
const secret: FindingArgs = { ...web, secrets: ['shop/regcred'], namespace: 'shop', serviceAccount: 'web' }
const host: FindingArgs = { ...web, host: 'ghcr.io' }

type Row = readonly [args: FindingArgs, verdict: Verdict]

/** Likely facts for every code. */
export const findingRows: Readonly<Record<FindingCode, Row>> = {
  'invalid-reference': [{ reference: 'ghcr.io/Acme/web:1', reason: 'upper-case', detail: 'Acme/web' }, 'unpullable'],
  'empty-reference': [{ reference: '', reason: 'empty', detail: '' }, 'unpullable'],
  'registry-name-not-resolved': [{ ...host, reason: 'name-not-resolved', detail: 'ENOTFOUND ghcr.io' }, 'unknown'],
  'registry-unreachable': [{ ...host, reason: 'connect-timeout', detail: 'connect timed out' }, 'unknown'],
  'registry-error': [{ ...host, reason: 'server-error', status: 503, detail: 'upstream down' }, 'unknown'],
  'proxy-error': [{ ...host, reason: 'proxy-authentication', status: 407, detail: 'Proxy response (407)' }, 'unknown'],
  'rate-limited': [{ ...web, reason: 'pulls', detail: 'toomanyrequests', retryAfterMs: 21_600_000 }, 'unknown'],
  'tls-untrusted': [{ ...host, reason: 'tls-unknown-authority', detail: 'self-signed certificate' }, 'unknown'],
  'tls-expired': [{ ...host, reason: 'tls-expired', detail: 'certificate has expired' }, 'unpullable'],
  'tls-name-mismatch': [{ ...host, reason: 'tls-name-mismatch', detail: 'altnames: example.org' }, 'unpullable'],
  'tls-handshake': [{ ...host, reason: 'tls-version', detail: 'alert 70' }, 'unpullable'],
  'plain-http-registry': [{ ...host, reason: 'plain-http', detail: 'wrong version number' }, 'unpullable'],
  'pull-secret-invalid': [{ ...secret, detail: 'unable to parse auth field' }, 'unpullable'],
  'pull-secret-rejected': [{ ...secret, status: 401, detail: 'bad credentials', public: true }, 'unpullable'],
  'not-found-or-private': [{ ...secret, secrets: [], status: 403, detail: 'denied', login: 'no entry' }, 'unpullable'],
  'no-pull-secret': [{ ...secret, secrets: [], status: 401 }, 'unknown'],
  'pull-secret-missing': [secret, 'pullable'],
  'pull-secret-other-namespace': [{ ...secret, namespaces: ['infra'] }, 'pullable'],
  'pull-secret-ignored': [{ ...secret, reason: 'Opaque' }, 'pullable'],
  'pull-secret-no-match': [{ ...secret, namespaces: ['quay.io'] }, 'unpullable'],
  'access-denied': [{ ...secret, reason: 'secret-unknown', status: 403 }, 'unknown'],
  'registry-policy': [{ ...web, reason: 'image', status: 412, detail: 'not scanned' }, 'unpullable'],
  'repository-not-found': [{ ...web, detail: 'name unknown' }, 'unpullable'],
  'tag-not-found': [{ ...web, detail: 'manifest unknown', tags: ['1.26.0', '1.27.2', '1.27.3'] }, 'unpullable'],
  'digest-not-found': [{ ...web, reference: `ghcr.io/acme/web@${digest}`, tag: undefined, digest }, 'unpullable'],
  'child-manifest-missing': [{ ...web, platform: 'linux/arm64', digest }, 'unpullable'],
  'blob-missing': [{ ...web, platform: 'linux/amd64', digest }, 'unpullable'],
  'platform-missing': [{ ...web, platform: 'linux/arm64', offered: ['linux/amd64'] }, 'unpullable'],
  'platform-depends-on-runtime': [{ ...web, platform: 'linux/arm/v7', offered: ['linux/arm/v6'] }, 'unknown'],
  'unsupported-manifest': [
    { ...web, reason: 'schema-1', mediaType: 'application/vnd.docker.distribution.manifest.v1+json' },
    'unpullable',
  ],
  'manifest-invalid': [{ ...web, reason: 'digest-mismatch', detail: 'sha256:5555' }, 'unpullable'],
  'not-an-image': [{ ...web, mediaType: 'application/vnd.cncf.helm.config.v1+json' }, 'pullable'],
  'wrong-architecture': [{ ...web, platform: 'linux/arm64', offered: ['linux/amd64'] }, 'pullable'],
  'never-pull': [web, 'not-checked'],
  'blocked-by-node': [{ ...web, detail: 'prefix = "ghcr.io/acme"' }, 'unpullable'],
  'short-name-ambiguous': [{ ...web, reference: 'docker.io/library/web:1' }, 'unpullable'],
  'no-node-for-workload': [web, 'not-checked'],
  'latest-tag': [{ ...web, reference: 'ghcr.io/acme/web:latest', tag: 'latest' }, 'pullable'],
  'digest-required': [web, 'pullable'],
  'registry-not-allowed': [web, 'pullable'],
  'tag-digest-drift': [{ ...web, digest }, 'pullable'],
  'relocated-image': [{ ...web, detail: 'moved' }, 'pullable'],
  'rate-limit-risk': [{ registry: 'docker.io', count: 12, detail: '40 of 100 pulls left' }, 'pullable'],
  'large-image': [{ ...web, bytes: 3 * 2 ** 30, platform: 'linux/amd64' }, 'pullable'],
  'render-failed': [
    { path: 'charts/shop', reason: 'program-failed', detail: 'nil pointer evaluating interface {}.tag' },
    'not-checked',
  ],
  'unreadable-document': [{ path: 'deploy/a.yaml', reason: 'syntax', detail: 'bad indentation' }, 'not-checked'],
  'unresolved-source': [{ path: 'overlays/prod', reason: 'remote-base', detail: 'github.com/a/b' }, 'not-checked'],
  'no-images-found': [{ count: 2 }, 'not-checked'],
  'image-like-string': [{ reference: 'ghcr.io/acme/job:2' }, 'not-checked'],
}

/** A finding of a code with likely facts. */
export function findingOf(code: FindingCode, over: Partial<Finding> = {}): Finding {
  const [args, verdict] = findingRows[code]
  return {
    code,
    layer: layerOf(code),
    severity: defaultSeverity(code) === 'error' && verdict === 'unknown' ? 'warning' : defaultSeverity(code),
    verdict,
    image: args.reference,
    environment: 'default',
    platform: args.platform,
    uses: ['u1'],
    args,
    trail: [],
    notChecked: [],
    ...over,
  }
}

/** The line `image.tag` of the chart's values. */
export const tagLine: Location = {
  file: 'charts/shop/values-prod.yaml',
  line: 12,
  column: 8,
  endLine: 12,
  endColumn: 15,
  path: 'image.tag',
  confidence: 'exact',
}

/** One use of `ghcr.io/acme/web:1.27.33` that nothing is known to be wrong with. */
export function partsWith(over: Partial<ReportParts> = {}): ReportParts {
  const uses = [use('u1', 'ghcr.io/acme/web:1.27.33')]
  return {
    version: '0.1.0',
    request: { policy, offline: false },
    rendered: [chart],
    inventory: { uses, documents: new Map([['s1', 3]]) },
    plans: uses.map(one => planOf(one)),
    judgement: { findings: [], verdicts: uses.map(one => verdictOf(one, 'pullable')) },
    locations: { uses: new Map([['u1', [tagLine]]]) },
    fixes: new Map<Finding, Fix>(),
    usage: { requests: 4 },
    durationMs: 1830,
    ...over,
  }
}

/** A report with these findings about the one use, whose verdict is the worst of theirs. */
export function reportOf(findings: readonly Finding[], over: Partial<ReportParts> = {}): Report {
  const [one] = partsWith().inventory.uses
  const verdicts = findings.map(({ verdict }) => verdict)
  const worst = (['unpullable', 'unknown', 'pullable'] as const).find(verdict => verdicts.includes(verdict))
  const judged = one === undefined ? [] : [verdictOf(one, worst ?? 'pullable')]
  return buildReport(partsWith({ judgement: { findings, verdicts: judged }, ...over }))
}
