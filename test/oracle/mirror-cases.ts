import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import type { PullCase } from './pull-case.ts'
import { realIndex } from './real-image.ts'
import type { Stage } from './stage.ts'

type Mirror = 'has it' | 'lacks it' | 'is down' | 'answers 500' | 'limits' | 'wants a login' | 'holds the index alone'
type Upstream = 'has it' | 'lacks it' | 'is down' | 'wants a login'

type Expected = readonly [verdict: PullCase['verdict'], pulls?: boolean]

const found: Expected = ['pullable']
const open: Expected = ['unknown', false]

/** What comes of each pair. A mirror that does not answer us may answer the nodes. */
const expected: Readonly<Record<Mirror, Readonly<Record<Upstream, Expected>>>> = {
  'has it': { 'has it': found, 'lacks it': found, 'is down': found, 'wants a login': found },
  'lacks it': { 'has it': found, 'lacks it': ['unpullable'], 'is down': open, 'wants a login': ['unpullable'] },
  'is down': { 'has it': found, 'lacks it': open, 'is down': open, 'wants a login': open },
  'answers 500': { 'has it': found, 'lacks it': open, 'is down': open, 'wants a login': open },
  limits: { 'has it': found, 'lacks it': open, 'is down': open, 'wants a login': open },
  'wants a login': { 'has it': found, 'lacks it': ['unpullable'], 'is down': open, 'wants a login': ['unpullable'] },
  'holds the index alone': {
    'has it': found,
    'lacks it': ['unpullable'],
    'is down': open,
    'wants a login': ['unpullable'],
  },
}

/** Nodes without a login of their own, a mirror before the registry, and all that may become of the two. */
export const mirrorCases: readonly PullCase[] = Object.entries(expected).flatMap(([mirror, row]) =>
  Object.entries(row).flatMap(([upstream, [verdict, pulls]]) =>
    (['tag', 'digest'] as const).map((by): PullCase => ({
      name: `by ${by}: the mirror ${mirror}, the registry ${upstream}`,
      verdict,
      pulls,
      lay: (stage, repository) => {
        const image = realIndex(repository, ['linux/amd64', 'linux/arm64'])
        const { digest } = image.root
        const first = layMirror(stage, mirror, { repository, image })
        const last = layUpstream(stage, upstream, { repository, image })
        return {
          image: `${name(repository)}/${repository}${by === 'tag' ? ':v1' : `@${digest}`}`,
          hosts: { [`${name(repository)}/hosts.toml`]: `server = "http://${last}"\n[host."http://${first}"]\n` },
          environment: { nodeCredentials: { kind: 'none' } },
        }
      },
    })),
  ),
)

interface Laid {
  readonly repository: string
  readonly image: ReturnType<typeof realIndex>
}

function name(repository: string): string {
  return `${repository.replaceAll('/', '-')}.test`
}

function layMirror(stage: Stage, mirror: string, { repository, image }: Laid): string {
  const { mirror: own, basic, closed } = stage
  if (mirror === 'is down') return closed
  if (mirror === 'wants a login') return pushed(basic, { repository, image })
  if (mirror === 'lacks it') return own.host
  if (mirror === 'holds the index alone') {
    own.push(repository, 'v1', { root: image.root, manifests: [image.root], blobs: [] })
    return own.host
  }
  pushed(own, { repository, image })
  if (mirror === 'answers 500') own.fault({ repository }, 'error-500')
  if (mirror === 'limits') own.fault({ repository }, 'limited-seconds')
  return own.host
}

function layUpstream({ open: own, basic, closed }: Stage, upstream: string, laid: Laid): string {
  if (upstream === 'is down') return closed
  if (upstream === 'lacks it') return own.host
  return pushed(upstream === 'wants a login' ? basic : own, laid)
}

function pushed(registry: SimulatedRegistry, { repository, image }: Laid): string {
  registry.push(repository, 'v1', image)
  return registry.host
}
