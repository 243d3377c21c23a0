import { without } from '../../../src/simulator/artifact.ts'
import type { Artifact } from '../../../src/simulator/artifact.ts'
import { image, singleManifest } from '../../../src/simulator/image.ts'
import { free, mutual, pullable, rejected, unknown, unpullable } from './outcomes.ts'
import type { Make } from './outcomes.ts'
import type { Situation } from './situation.ts'

const nowhere = `sha256:${'0'.repeat(64)}`

const open: Make = stage => ({ host: stage.open })

/** docker-registry without users. */
export const openSituations: readonly Situation[] = [
  { name: 'an image', ...free, ...pullable, real: open },
  { name: 'an image with all its blobs', ...free, ...pullable, request: { depth: 'blobs' }, real: open },
  { name: 'a missing tag', ...free, ...unpullable, ask: 'acme/web:v2', code: 'tag-not-found', real: open },
  {
    name: 'a missing digest',
    ...free,
    ...unpullable,
    ask: `acme/web@${nowhere}`,
    code: 'digest-not-found',
    real: open,
  },
  { name: 'a missing repository', ...free, ...unpullable, ask: 'acme/no:v1', code: 'repository-not-found', real: open },
  made('arm', image({ platforms: ['linux/arm64', 'linux/arm/v7'] }), {
    name: 'a missing platform',
    ...unpullable,
    code: 'platform-missing',
  }),
  made('hollow', without(image(), { child: 'linux/amd64' }), {
    name: 'a child that was deleted',
    ...unpullable,
    code: 'child-manifest-missing',
  }),
  { name: 'a client certificate that is wanted', ...mutual, real: stage => ({ host: stage.mutual }) },
  made('single', singleManifest(), { name: 'one manifest', ...pullable }),
  made('other', singleManifest({ platform: 'linux/arm64' }), {
    name: 'one manifest for another CPU',
    ...pullable,
    code: 'wrong-architecture',
  }),
]

/** An image of the real registry, with its like in the simulator's `acme/web`. */
function made(repository: string, holds: Artifact, outcome: Pick<Situation, 'name' | 'verdict' | 'code'>): Situation {
  const image = `registry.test/acme/${repository}:v1`
  return { ...free, ...outcome, holds, real: stage => ({ host: stage.open, image }) }
}

const basic = {
  auth: { style: 'htpasswd' },
  real: stage => ({ host: stage.htpasswd }),
} as const satisfies Partial<Situation>
const denied = { ...unknown, code: 'access-denied' } as const
const none = { environment: { nodeCredentials: { kind: 'none' } } } as const

/** docker-registry with htpasswd. */
export const basicSituations: readonly Situation[] = [
  { name: 'the right secret', ...basic, ...pullable },
  { name: 'a stale secret', ...basic, who: 'stale-secret', ...rejected },
  { name: 'nobody', ...basic, who: 'nobody', auth: { style: 'htpasswd', public: [] }, ...denied },
  {
    name: 'nodes that hold nothing',
    ...basic,
    who: 'nobody',
    auth: { style: 'htpasswd', public: [] },
    ...none,
    ...unpullable,
    code: 'not-found-or-private',
  },
  { name: 'the right login of the runner alone', ...basic, who: 'runner', ...unknown, code: 'no-pull-secret' },
  { name: 'a stale login of the runner', ...basic, who: 'stale-runner', ...denied },
  { name: 'a missing tag', ...basic, ask: 'acme/web:v2', ...unpullable, code: 'tag-not-found' },
  { name: 'a missing repository', ...basic, ask: 'acme/no:v1', ...unpullable, code: 'repository-not-found' },
]

const bearer = {
  auth: { public: ['public/**'] },
  tokenOrigin: 'https://auth.test',
  real: stage => ({ host: stage.bearer, tokens: stage.tokens }),
} as const satisfies Partial<Situation>

/** docker-registry with a token server. */
export const bearerSituations: readonly Situation[] = [
  { name: 'the right secret', ...bearer, ...pullable },
  { name: 'a stale secret', ...bearer, who: 'stale-secret', ...rejected },
  { name: 'nobody', ...bearer, who: 'nobody', ...denied },
  { name: 'nodes that hold nothing', ...bearer, who: 'nobody', ...none, ...unpullable, code: 'not-found-or-private' },
  { name: 'the right login of the runner alone', ...bearer, who: 'runner', ...unknown, code: 'no-pull-secret' },
  { name: 'a missing tag', ...bearer, ask: 'acme/web:v2', ...unpullable, code: 'tag-not-found' },
  { name: 'a missing repository', ...bearer, ask: 'acme/no:v1', ...unpullable, code: 'repository-not-found' },
  {
    name: 'a missing tag of a public repository',
    ...bearer,
    who: 'nobody',
    auth: { public: ['**'] },
    ask: 'acme/web:v2',
    ...unpullable,
    code: 'tag-not-found',
    real: stage => ({ ...bearer.real(stage), image: 'registry.test/public/web:v2' }),
  },
  {
    name: 'tokens that the registry does not trust',
    ...bearer,
    fault: 'invalid-token-always',
    ...unknown,
    code: 'registry-error',
    real: stage => ({ host: stage.estranged, tokens: stage.forger }),
  },
]
