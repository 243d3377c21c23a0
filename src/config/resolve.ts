import { parsePlatform } from '../platform/parse.ts'
import { Secret } from '../secret.ts'
import { parsePullSecrets, suppliedSecret } from './pull-secrets.ts'
import { Reader } from './reader.ts'
import type { ConfigProblem, ReaderOptions } from './reader.ts'
import type { CheckRequest, Environment, NodeCredentials, SuppliedSecret } from './types.ts'

/** How the run itself goes; nothing of it changes a verdict. */
export interface RunSettings {
  /** Milliseconds. */
  readonly timeoutMs: number
  readonly concurrency: number
  /** Folder or file with the runner's docker login; undefined: as docker finds it. */
  readonly dockerConfig?: string | undefined
}

export type Resolved =
  | { readonly kind: 'request'; readonly request: CheckRequest; readonly run: RunSettings }
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] }

/** What a shell adds that no setting says. */
export interface CallFacts extends ReaderOptions {
  readonly withoutSecrets: boolean
  readonly offline: boolean
  readonly stdin?: string | undefined
}

const tenMinutes = 600_000
const twoGiB = 2 ** 31

/** Makes the request of a run from what a shell was told. All problems are told at once. */
export async function resolveRequest(facts: CallFacts): Promise<Resolved> {
  const reader = new Reader(facts)
  const request = await readRequest(reader, facts)
  const run = {
    timeoutMs: reader.duration('timeout', tenMinutes),
    concurrency: reader.count('concurrency', 16, 256),
    dockerConfig: reader.text('docker-config'),
  }
  return reader.problems.length > 0 ? { kind: 'wrong', problems: reader.problems } : { kind: 'request', request, run }
}

async function readRequest(reader: Reader, { stdin, withoutSecrets, offline }: CallFacts): Promise<CheckRequest> {
  const paths = reader.entries('paths')
  return {
    paths: paths.length > 0 ? paths : ['.'],
    stdin,
    sources: [],
    exclude: reader.list('exclude'),
    chart: chartFlags(reader),
    environments: [await defaultEnvironment(reader)],
    pullSecrets: await pullSecrets(reader),
    policy: {
      severities: new Map(),
      ignores: [],
      onUnknown: reader.choice('on-unknown', ['warn', 'fail']),
      failOn: reader.choice('fail-on', ['new', 'all']),
      allowedRegistries: [],
    },
    depth: reader.choice('depth', ['manifest', 'blobs']),
    largeImageBytes: reader.bytes('large-image-bytes', twoGiB),
    programs: { helm: reader.text('helm-path'), kustomize: reader.text('kustomize-path') },
    withoutSecrets,
    offline,
  }
}

function chartFlags(reader: Reader): CheckRequest['chart'] {
  return {
    values: reader.list('values'),
    // a value may hold commas: helm splits them itself
    set: reader.entries('set'),
    release: reader.text('release'),
    namespace: reader.text('namespace'),
    kubeVersion: reader.text('kube-version'),
    apiVersions: reader.list('api-versions'),
  }
}

async function defaultEnvironment(reader: Reader): Promise<Environment> {
  const caFile = reader.text('ca-file')
  return {
    name: 'default',
    platforms: platforms(reader),
    runtime: reader.choice('runtime', ['containerd', 'containerd-local', 'containerd-transfer', 'cri-o']),
    nodeCredentials: await nodeCredentials(reader),
    caPem: caFile === undefined ? undefined : await reader.file('ca-file', caFile),
    insecureRegistries: reader.list('insecure-registries'),
  }
}

function platforms(reader: Reader): readonly string[] {
  const written = reader.list('platforms')
  for (const platform of written)
    if (parsePlatform(platform).kind !== 'platform')
      reader.wrong('platforms', `\`${platform}\` is no platform: write \`linux/arm64\` or \`linux/arm/v7\``)
  return written.length > 0 ? written : ['linux/amd64']
}

async function nodeCredentials(reader: Reader): Promise<NodeCredentials> {
  const text = reader.text('node-credentials') ?? 'undeclared'
  if (text === 'undeclared' || text === 'none' || text === 'runner') return { kind: text }
  const content = await reader.file('node-credentials', text)
  return { kind: 'docker-config', file: text, content: new Secret(content ?? '') }
}

async function pullSecrets(reader: Reader): Promise<readonly SuppliedSecret[]> {
  const entries = parsePullSecrets(reader.entries('pull-secrets').join('\n'))
  return Promise.all(
    entries.map(async entry =>
      suppliedSecret(entry, entry.file === undefined ? undefined : await reader.file('pull-secrets', entry.file)),
    ),
  )
}
