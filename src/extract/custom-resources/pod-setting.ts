import { pullSecretNames, podContext } from '../pods/pod-context.ts'
import type { FoundImage } from '../pods/pod-images.ts'
import type { FieldPath, PodContext } from '../types.ts'
import { fieldsOf, listOf, textOf, valueAt } from '../document/untyped.ts'
import { expandPath } from './expand-path.ts'
import type { CustomResourceRow } from './types.ts'

/** What the pod has that an operator makes for an image of a custom resource. */
export type PodSetting = (image: Pick<FoundImage, 'path' | 'pod'>) => Pick<FoundImage, 'pod' | 'namespace'>

/**
 * Reads what an object gives to its pods: what a pod template says itself, else what the rows name, else what stands
 * nearest above the image and is written like a pod, as operators are used to.
 */
export function podSetting(body: unknown, rows: readonly CustomResourceRow[]): PodSetting {
  const at = (paths: readonly string[]) =>
    paths.flatMap(path => expandPath(body, path).flatMap(({ value }) => namesIn(value)))
  const secrets = at(rows.flatMap(({ pullSecrets = [] }) => pullSecrets))
  const [account] = at(rows.flatMap(({ serviceAccounts = [] }) => serviceAccounts))
  const [namespace] = at(rows.flatMap(row => row.namespace ?? []))
  const named = { pullSecrets: secrets.length > 0 ? secrets : undefined, serviceAccount: account, nodeSelector: {} }
  const known = new Map<unknown, PodContext>()
  return ({ path, pod }) => {
    const whole = completed([pod, named, ...contextsAbove(body, path, known)])
    const { pullSecrets, serviceAccount } = whole
    // where a template is scheduled, it says itself
    return { pod: pod === noPod ? whole : { ...pod, pullSecrets, serviceAccount }, namespace }
  }
}

/** Of an image that stands in no pod template. */
export const noPod: PodContext = { nodeSelector: {} }

/** Where operators let a person write what is like a pod, below what it is for. */
const podPlaces = [
  '',
  'template.pod',
  'template.spec',
  'podTemplate.spec',
  'podTemplate',
  'podTemplateSpec.spec',
  'pod',
  'taskRunTemplate.podTemplate',
  'taskRunTemplate',
  'kubernetesConfig',
  'deployment.podTemplate.spec',
  'daemonSet.podTemplate.spec',
  'statefulSet.podTemplate.spec',
  'nodeSets[].podTemplate.spec',
  'customSolrKubeOptions.podOptions',
  'customKubeOptions.podOptions',
]

/** The nearest first. What stands above many images is read once: `known`. */
function contextsAbove(body: unknown, path: FieldPath, known: Map<unknown, PodContext>): readonly PodContext[] {
  return path.flatMap((_, steps) => {
    const above = valueAt(body, ...path.slice(0, path.length - 1 - steps))
    // what stands beside `spec` is the object's own
    if (steps === path.length - 1 || fieldsOf(above) === undefined) return []
    const context = known.get(above) ?? contextIn(above)
    known.set(above, context)
    return [context]
  })
}

function contextIn(above: unknown): PodContext {
  return completed(
    podPlaces
      .flatMap(place => (place === '' ? [above] : expandPath(above, place).map(({ value }) => value)))
      .map(contextOf),
  )
}

const secretKeys = ['imagePullSecrets', 'imagePullSecret', 'pullSecrets', 'packagePullSecrets']

function contextOf(pod: unknown): PodContext {
  const secrets = secretKeys.flatMap(key => namesIn(valueAt(pod, key)))
  return { ...podContext(pod), pullSecrets: secrets.length > 0 ? secrets : undefined }
}

function completed(contexts: readonly PodContext[]): PodContext {
  const first = <K extends keyof PodContext>(key: K): PodContext[K] | undefined =>
    contexts.find(context => context[key] !== undefined)?.[key]
  const selecting = contexts.find(({ nodeSelector }) => Object.keys(nodeSelector).length > 0)
  return {
    serviceAccount: first('serviceAccount'),
    pullSecrets: first('pullSecrets'),
    nodeSelector: selecting?.nodeSelector ?? {},
    requiredTerms: first('requiredTerms'),
    os: first('os'),
    runtimeClass: first('runtimeClass'),
  }
}

/** A name, a map with a name, or a list of either. A blank name keeps its place in a list. */
function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return listOf(value).map(item => textOf(item) ?? pullSecretNames([item])[0] ?? '')
  const name = textOf(value) ?? textOf(valueAt(value, 'name'))
  return name === undefined || name === '' ? [] : [name]
}
