import { podContext } from '../pods/pod-context.ts'
import type { FoundImage } from '../pods/pod-images.ts'
import type { PodContext } from '../types.ts'
import { textOf, valueAt } from '../document/untyped.ts'
import { expandPath } from './expand-path.ts'
import type { CustomResourceRow } from './types.ts'

/** What a custom resource says of all the pods that come of it. */
export interface PodSetting {
  /** Of images that stand in no pod template: as `spec` says it, which is often written like a PodSpec. */
  readonly pod: PodContext
  /** What the pod of an image has: its own words first. */
  readonly of: (image: Pick<FoundImage, 'pod'>) => Pick<FoundImage, 'pod' | 'namespace'>
}

/** Reads the pull secrets, the account and the namespace that an object of these rows gives to its pods. */
export function podSetting(body: unknown, rows: readonly CustomResourceRow[]): PodSetting {
  const at = (paths: readonly (string | undefined)[]) =>
    paths.flatMap(path => (path === undefined ? [] : expandPath(body, path).flatMap(({ value }) => nameOf(value))))
  const secrets = at(rows.flatMap(({ pullSecrets = [] }) => pullSecrets.flatMap(path => [path, `${path}[]`])))
  const [account] = at(rows.flatMap(({ serviceAccounts = [] }) => serviceAccounts))
  const [namespace] = at(rows.map(row => row.namespace))
  const completed = (pod: PodContext): PodContext => ({
    ...pod,
    pullSecrets: pod.pullSecrets ?? (secrets.length > 0 ? secrets : undefined),
    serviceAccount: pod.serviceAccount ?? account,
  })
  return {
    pod: completed({ ...podContext(valueAt(body, 'spec')), ...ownSecrets(body) }),
    of: ({ pod }) => ({ pod: completed(pod), namespace }),
  }
}

// some kinds have a list of names where a PodSpec has one of maps
function ownSecrets(body: unknown): Pick<PodContext, 'pullSecrets'> {
  const names = expandPath(body, 'spec.imagePullSecrets[]').map(({ value }) => nameOf(value)[0] ?? '')
  return { pullSecrets: names.length > 0 ? names : undefined }
}

function nameOf(value: unknown): readonly string[] {
  const name = textOf(value) ?? textOf(valueAt(value, 'name'))
  return name === undefined || name === '' ? [] : [name]
}
