import type { Access, AsRead, Greeting, Registry, RunnerLogin, TagList } from '../../src/registry/types.ts'
import type { Absent, Answer } from '../../src/registry/answers/types.ts'
import type { Descriptor, Manifest, ManifestPlatform } from '../../src/registry/content/types.ts'
import { Secret } from '../../src/secret.ts'

/** What each kind of eyes sees; a missing row is a refusal. */
export interface Script {
  readonly login?: RunnerLogin
  readonly manifest?: (as: Access, reference: string) => Answer<Manifest>
  readonly byHead?: Answer<Manifest | AsRead>
  readonly greeting?: Answer<Greeting>
  readonly child?: Answer<Descriptor>
  readonly config?: Answer<ManifestPlatform>
  readonly tags?: Answer<TagList>
}

const digest = `sha256:${'a'.repeat(64)}`
const childDigest = `sha256:${'b'.repeat(64)}`

export const refused: Answer<never> = {
  kind: 'refused',
  status: 401,
  by: 'registry',
  tokenIssued: true,
  codes: ['UNAUTHORIZED'],
  message: '',
  trail: [],
}
export const absentTag: Absent = {
  kind: 'absent',
  missing: 'manifest',
  codes: ['MANIFEST_UNKNOWN'],
  message: '',
  trail: [],
}
export const absentRepository: Answer<never> = {
  kind: 'absent',
  missing: 'repository',
  codes: ['NAME_UNKNOWN'],
  message: '',
  trail: [],
}
export const limited: Answer<never> = { kind: 'limited', quota: 'requests', message: '', trail: [] }
export const down: Answer<never> = {
  kind: 'failed',
  failure: 'connection-refused',
  host: 'x',
  at: 'registry',
  detail: '',
  trail: [],
}
export const found: Answer<Manifest> = {
  kind: 'found',
  trail: [],
  value: {
    kind: 'index',
    mediaType: 'application/vnd.oci.image.index.v1+json',
    digest,
    entries: [
      {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        digest: childDigest,
        size: 1,
        platform: { os: 'linux', architecture: 'amd64' },
      },
    ],
  },
}
export const runnerLogin: Extract<RunnerLogin, { readonly kind: 'login' }> = {
  kind: 'login',
  from: 'config.json',
  credential: { kind: 'basic', username: 'ci', password: new Secret('p') },
}

/** A registry port that answers from a script and remembers what it was asked. */
export function scriptedRegistry(script: Script): Registry & { readonly asked: string[] } {
  const asked: string[] = []
  const there: Answer<Descriptor> = { kind: 'found', trail: [], value: { mediaType: '', digest: childDigest, size: 1 } }
  return {
    asked,
    usage: { requests: 0, manifestGets: 0 },
    login: async () => script.login ?? { kind: 'none', why: 'no-entry' },
    manifest: async ({ as }, reference) => {
      asked.push(`manifest ${reference} as ${as.kind === 'secret' ? as.name : as.kind}`)
      return script.manifest?.(as, reference) ?? refused
    },
    byHead: async (_, reference) => {
      asked.push(`by-head ${reference}`)
      return script.byHead ?? { kind: 'found', trail: [], value: { kind: 'as-read' } }
    },
    greet: async () => {
      asked.push('greeting')
      return script.greeting ?? { kind: 'found', trail: [], value: { asksForLogin: true } }
    },
    resolve: async () => there,
    exists: async (_, { digest: wanted }) => {
      asked.push(`exists ${wanted}`)
      return script.child ?? there
    },
    config: async () => script.config ?? { kind: 'found', trail: [], value: { os: 'linux', architecture: 'amd64' } },
    tags: async () => script.tags ?? { kind: 'found', trail: [], value: { tags: ['1.0'], complete: true } },
  }
}
