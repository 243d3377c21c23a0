import { clock, end, event, image, minute, node, owner, pod, podName, running, waiting } from './objects.ts'
import type { Scenario } from './scenario.ts'

const start = `failed to pull and unpack image "${image}": failed to resolve reference "${image}": `
const notFound = `rpc error: code = NotFound desc = ${start}${image}: not found`
const denied = `${start}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`
const limited = `${start}unexpected status from HEAD request to https://ghcr.io/v2/acme/web/manifests/1.27.3: 429 Too Many Requests`
const head = (words: string) =>
  `${start}failed to do request: Head "https://ghcr.io/v2/acme/web/manifests/1.27.3": ${words}`

const web = 'Deployment shop/web'
const pulls = (title: string, [reason, message]: readonly [string, string], code: string): Scenario => ({
  title,
  objects: [pod({ containers: [waiting(reason, message)] }), node(), clock(5)],
  broken: { [web]: `image pull ${code}` },
})

/** The node has the pod and not the image. */
export const pullScenarios: readonly Scenario[] = [
  pulls('a tag that does not exist', ['ErrImagePull', notFound], 'tag-not-found'),
  pulls(
    'the same in back-off, with its cause (1.32)',
    ['ImagePullBackOff', `Back-off pulling image "${image}": ErrImagePull: ${notFound}`],
    'tag-not-found',
  ),
  pulls(
    'the same in back-off, without a cause or events',
    ['ImagePullBackOff', `Back-off pulling image "${image}"`],
    'pull-failed',
  ),
  {
    title: 'the same in back-off, with the cause in the events',
    objects: [
      pod({ containers: [waiting('ImagePullBackOff', `Back-off pulling image "${image}"`)] }),
      event('Failed', `Failed to pull image "${image}": ${denied}`, { part: 'spec.containers{web}' }),
      event('Failed', 'Error: ErrImagePull', { part: 'spec.containers{web}' }),
      event('BackOff', `Back-off pulling image "${image}"`, { type: 'Normal', part: 'spec.containers{web}' }),
    ],
    broken: { [web]: 'image pull not-found-or-private' },
  },
  {
    title: 'a cause that changed: the latest event counts',
    objects: [
      pod({ containers: [waiting('ImagePullBackOff', `Back-off pulling image "${image}"`)] }),
      event('Failed', `Failed to pull image "${image}": ${head('dial tcp: lookup ghcr.io: no such host')}`, {
        at: 1,
        part: 'spec.containers{web}',
      }),
      event('Failed', `Failed to pull image "${image}": ${notFound}`, { at: 4, part: 'spec.containers{web}' }),
    ],
    broken: { [web]: 'image pull tag-not-found' },
  },
  pulls('a private image', ['ErrImagePull', denied], 'not-found-or-private'),
  pulls(
    'a stale secret',
    [
      'ErrImagePull',
      `${start}failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://ghcr.io/token: 403 Forbidden`,
    ],
    'pull-secret-rejected',
  ),
  pulls('a rate limit', ['ErrImagePull', limited], 'rate-limited'),
  pulls(
    'no platform',
    [
      'ErrImagePull',
      `rpc error: code = NotFound desc = failed to pull and unpack image "${image}": no match for platform in manifest: not found`,
    ],
    'platform-missing',
  ),
  pulls(
    'an unknown authority',
    ['ErrImagePull', head('tls: failed to verify certificate: x509: certificate signed by unknown authority')],
    'tls-untrusted',
  ),
  pulls('a dropped packet', ['ErrImagePull', head('dial tcp 140.82.121.34:443: i/o timeout')], 'registry-unreachable'),
  pulls(
    'a name that no parser takes',
    [
      'InvalidImageName',
      `Failed to apply default image tag "ghcr.io/Acme/web": couldn't parse image name "ghcr.io/Acme/web": invalid reference format: repository name (Acme/web) must be lowercase`,
    ],
    'invalid-reference',
  ),
  pulls(
    'policy Never',
    ['ErrImageNeverPull', `Container image "${image}" is not present with pull policy of Never`],
    'never-pull',
  ),
  pulls(
    'a secret that cannot be decoded (the reason is the text)',
    [
      'unable to parse auth field, must be formatted as base64(username:password)',
      'unable to parse auth field, must be formatted as base64(username:password)',
    ],
    'pull-secret-invalid',
  ),
  pulls(
    'CRI-O: the registry is away',
    [
      'RegistryUnavailable',
      `image pull failed for ${image} because the registry is unavailable: RegistryUnavailable: pinging container registry ghcr.io`,
    ],
    'registry-unreachable',
  ),
  pulls(
    'CRI-O: a signature is missing',
    [
      'SignatureValidationFailed',
      `image pull failed for ${image} because the signature validation failed: SignatureValidationFailed: Source image rejected: A signature was required, but no signature exists`,
    ],
    'registry-policy',
  ),
  {
    title: 'an init container whose image is missing',
    objects: [
      pod({
        inits: [waiting('ErrImagePull', notFound, { name: 'migrate' })],
        containers: [waiting('PodInitializing')],
      }),
      node(),
    ],
    broken: { [web]: 'image pull tag-not-found' },
  },
  {
    title: 'a sidecar whose image is missing while the main container runs',
    objects: [
      pod({
        phase: 'Running',
        containers: [running(), waiting('ErrImagePull', notFound, { name: 'proxy', image: 'ghcr.io/acme/proxy:1' })],
      }),
    ],
    broken: { [web]: 'image pull tag-not-found' },
  },
  {
    title: 'an image volume that is not pulled, while the container still waits',
    objects: [
      pod({ containers: [waiting('ContainerCreating')] }),
      event('Failed', `Failed to pull image "ghcr.io/acme/model:1": ${notFound.replaceAll('web:1.27.3', 'model:1')}`, {
        times: 4,
      }),
    ],
    broken: { [web]: 'image pull tag-not-found' },
  },
  {
    title: 'a CronJob, behind its Job',
    objects: [
      pod({
        name: 'report-28391230-abcde',
        owner: { kind: 'Job', name: 'report-28391230' },
        containers: [waiting('ErrImagePull', limited)],
      }),
      owner('Job', 'report-28391230', { owner: { kind: 'CronJob', name: 'report' } }),
      owner('CronJob', 'report'),
    ],
    broken: { 'CronJob shop/report': 'image pull rate-limited' },
  },
  {
    title: 'a Pod without an owner',
    objects: [pod({ name: 'debug', owner: null, containers: [waiting('ErrImagePull', notFound)] })],
    broken: { 'Pod shop/debug': 'image pull tag-not-found' },
  },
  {
    title: 'a StatefulSet, whose earlier pod of that name had other events',
    objects: [
      pod({
        name: 'db-0',
        owner: { kind: 'StatefulSet', name: 'db' },
        containers: [waiting('ImagePullBackOff', 'Back-off pulling image "x"')],
      }),
      {
        ...event('Failed', `Failed to pull image "${image}": ${limited}`),
        involvedObject: { kind: 'Pod', namespace: 'shop', name: 'db-0', uid: 'uid-of-another' },
      },
    ],
    broken: { 'StatefulSet shop/db': 'image pull pull-failed' },
  },
  {
    title: 'one of two pods: some nodes have the image cached',
    objects: [
      pod({ name: 'web-5d9c7b-aaaaa' }),
      pod({ name: 'web-5d9c7b-bbbbb', node: 'node-2', containers: [waiting('ErrImagePull', notFound)] }),
      node('node-1'),
      node('node-2'),
    ],
    broken: { [web]: 'image pull tag-not-found' },
  },
  {
    title: 'a rollout that stalls on it: the pull is the cause, the rollout a sign',
    objects: [
      pod({ containers: [waiting('ErrImagePull', notFound)] }),
      owner('Deployment', 'web', {
        status: {
          replicas: 3,
          readyReplicas: 2,
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
              message: 'ReplicaSet "web-5d9c7b" has timed out progressing.',
            },
          ],
        },
      }),
    ],
    broken: { [web]: 'image pull tag-not-found' },
  },
  {
    title: 'a pull that is only slow',
    objects: [
      pod({ containers: [waiting('ContainerCreating')] }),
      event('Pulling', `Pulling image "${image}"`, { at: 1, type: 'Normal' }),
      node(),
      clock(4),
    ],
    starting: [web],
  },
  {
    title: 'a pull that failed and then worked',
    objects: [
      pod(),
      event('Failed', `Failed to pull image "${image}": ${limited}`, { at: 1, part: 'spec.containers{web}' }),
      event('Pulled', `Successfully pulled image "${image}" in 1.2s`, {
        at: 3,
        type: 'Normal',
        part: 'spec.containers{web}',
      }),
      clock(6),
    ],
    recovered: [web],
  },
  {
    title: 'an image for another CPU: it pulls, and dies',
    objects: [
      pod({
        containers: [
          waiting('CrashLoopBackOff', 'back-off 5m0s restarting failed container', {
            restarts: 6,
            last: end(255, 'Error', { message: 'exec /usr/local/bin/web: exec format error' }),
          }),
        ],
      }),
    ],
    broken: { [web]: 'runtime wrong-architecture' },
  },
  {
    title: 'events of the newer API',
    objects: [
      pod({ containers: [waiting('ImagePullBackOff', `Back-off pulling image "${image}"`)] }),
      {
        apiVersion: 'events.k8s.io/v1',
        kind: 'Event',
        metadata: { name: 'e1', namespace: 'shop', uid: 'e1' },
        regarding: { kind: 'Pod', namespace: 'shop', name: podName, fieldPath: 'spec.containers{web}' },
        reason: 'Failed',
        note: `Failed to pull image "${image}": ${denied}`,
        type: 'Warning',
        eventTime: null,
        series: { count: 4, lastObservedTime: minute(4) },
      },
    ],
    broken: { [web]: 'image pull not-found-or-private' },
  },
]
