import type { SimulatedRegistry } from '../../simulator/registry.ts'
import type { DemoFiles } from '../steps.ts'

/** What is written in the two files of the lesson: the variables that are mended, one after the other. */
export interface LessonState {
  readonly repository: string
  readonly tag: string
  readonly secret: 'absent' | 'outdated' | 'right'
}

/** One thing that is broken, and its mending. */
export interface LessonStep {
  /** The finding that shows. */
  readonly code: string
  /** The variable, as a person would name it. */
  readonly variable: string
  readonly mend: string
  readonly after: (state: LessonState) => LessonState
  /** What happens to the registry before this step shows; disposed when it is mended. */
  readonly happens?: (registry: SimulatedRegistry) => Disposable
  readonly prevention: string
}

export const password = 'lesson-only'

/** How it begins: everything is wrong at once, and only the first thing shows. */
export const beginning: LessonState = { repository: 'shop/Api', tag: '4.2.00', secret: 'absent' }

/** In the order in which a pull has to work. */
export const lesson: readonly LessonStep[] = [
  {
    code: 'invalid-reference',
    variable: 'the name',
    mend: 'A repository is written in lower case: shop/Api becomes shop/api.',
    after: state => ({ ...state, repository: 'shop/api' }),
    prevention: 'Lower-case names that come from branches or users where CI makes the reference.',
  },
  {
    code: 'not-found-or-private',
    variable: 'the pull secret',
    mend: 'The image is private: the pod names a pull secret.',
    after: state => ({ ...state, secret: 'outdated' }),
    prevention: 'Put the pull secret on the ServiceAccount of each namespace when the namespace is made.',
  },
  {
    code: 'pull-secret-rejected',
    variable: 'the login in the secret',
    mend: 'The token in the secret was rotated away: it is written anew.',
    after: state => ({ ...state, secret: 'right' }),
    prevention: 'Renew pull secrets by a controller, and let an alert fire before a token ends.',
  },
  {
    code: 'tag-not-found',
    variable: 'the tag',
    mend: 'A digit too many: 4.2.00 becomes 4.2.0.',
    after: state => ({ ...state, tag: '4.2.0' }),
    prevention: 'Let the check run on the pull request that changes the tag.',
  },
  {
    code: 'platform-missing',
    variable: 'the platform',
    mend: '4.2.0 was built for amd64 only; 4.2.1 has arm64 too.',
    after: state => ({ ...state, tag: '4.2.1' }),
    prevention: 'Build for every platform of the fleet, and declare the fleet in `platforms`.',
  },
  {
    code: 'rate-limited',
    variable: 'the rate limit',
    mend: 'Nothing is wrong with the change. The quota comes back, and it is tried again.',
    after: state => state,
    happens: registry => registry.fault({ route: 'manifest' }, 'limited-silent'),
    prevention: 'Pull through a cache or with an account, so that a rollout on many nodes does not use the quota up.',
  },
]

/** The manifests of a state. */
export function lessonFiles(host: string, { repository, tag, secret }: LessonState): DemoFiles {
  const named = secret === 'absent' ? '' : '      imagePullSecrets:\n        - name: shop-registry\n'
  return {
    'shop/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-api
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
${named}      containers:
        - name: api
          image: ${host}/${repository}:${tag}
`,
    'shop/secret.yaml': secret === 'absent' ? '' : secretFile(host, secret === 'right' ? password : 'rotated-away'),
  }
}

function secretFile(host: string, word: string): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: shop-registry
  namespace: shop
type: kubernetes.io/dockerconfigjson
stringData:
  .dockerconfigjson: '{"auths":{"${host}":{"username":"deployer","password":"${word}"}}}'
`
}
