import { at, fieldsOf, listAt, textAt } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { keyOf } from '../key-of.ts'
import type { Triage } from '../types.ts'

/** Pods to be checked as nodes of one kind would pull for them. */
export interface VerifyRequest {
  /** `linux/arm64`; Windows with its build, as in `windows(10.0.20348)/amd64`. */
  readonly platform: string
  readonly runtime?: 'containerd' | 'containerd-local' | 'cri-o' | undefined
  /** The node was not in the input, so its platform is a guess. */
  readonly guessed: boolean
  /** Manifests of the pods, and of the secrets and service accounts of the input. */
  readonly manifests: string
}

/** What to ask for the pods that are not pulled: with their secrets, as the node they sit on. Nothing else is asked. */
export function verifyRequests({ workloads }: Triage, objects: readonly Fields[]): readonly VerifyRequest[] {
  const named = new Map(objects.map(object => [ownKey(object), object]))
  const pods = workloads.flatMap(({ layer, pod, namespace }) => {
    const found = layer === 'image pull' && pod !== null ? named.get(keyOf('Pod', namespace, pod)) : undefined
    return found === undefined ? [] : [found]
  })
  const besides = objects.filter(object => ['Secret', 'ServiceAccount'].includes(textAt(object, 'kind'))).map(besideOf)
  const groups = Map.groupBy(pods, pod =>
    JSON.stringify(kindOf(named.get(keyOf('Node', '', textAt(pod, 'spec', 'nodeName'))))),
  )
  return [...groups.values()].map(group => ({
    ...kindOf(named.get(keyOf('Node', '', textAt(group[0], 'spec', 'nodeName')))),
    manifests: [...group.map(podOf), ...besides].map(object => JSON.stringify(object)).join('\n---\n'),
  }))
}

function ownKey(object: Fields): string {
  return keyOf(textAt(object, 'kind'), textAt(object, 'metadata', 'namespace'), textAt(object, 'metadata', 'name'))
}

function kindOf(node: Fields | undefined): Omit<VerifyRequest, 'manifests'> {
  if (node === undefined) return { platform: 'linux/amd64', guessed: true }
  const labels = fieldsOf(at(node, 'metadata', 'labels'))
  const os = textAt(node, 'status', 'nodeInfo', 'operatingSystem') || textAt(labels, 'kubernetes.io/os') || 'linux'
  const architecture =
    textAt(node, 'status', 'nodeInfo', 'architecture') || textAt(labels, 'kubernetes.io/arch') || 'amd64'
  const build = textAt(labels, 'node.kubernetes.io/windows-build')
  const system = os === 'windows' && /^[\d.]+$/.test(build) ? `windows(${build})` : os
  return { platform: `${system}/${architecture}`, guessed: false, ...runtimeOf(node) }
}

// containerd has pulled by its transfer service since 2.1, unless configured otherwise, which no node says
function runtimeOf(node: Fields): Pick<VerifyRequest, 'runtime'> {
  const [, name, version = ''] =
    /^([\w-]+):\/\/(.*)/.exec(textAt(node, 'status', 'nodeInfo', 'containerRuntimeVersion')) ?? []
  if (name === 'cri-o') return { runtime: 'cri-o' }
  if (name !== 'containerd') return {}
  return { runtime: /^v?(?:1\.|2\.0\.)/.test(version) ? 'containerd-local' : 'containerd' }
}

function podOf(pod: Fields): Fields {
  const images = (field: string) =>
    listAt(pod, 'spec', field).map(each => ({ name: textAt(each, 'name'), image: textAt(each, 'image') }))
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: nameOf(pod),
    spec: {
      initContainers: images('initContainers'),
      containers: images('containers'),
      volumes: listAt(pod, 'spec', 'volumes').filter(volume => at(volume, 'image') !== undefined),
      imagePullSecrets: at(pod, 'spec', 'imagePullSecrets'),
      serviceAccountName: textAt(pod, 'spec', 'serviceAccountName') || 'default',
    },
  }
}

function besideOf(object: Fields): Fields {
  return {
    apiVersion: 'v1',
    kind: textAt(object, 'kind'),
    metadata: nameOf(object),
    type: at(object, 'type'),
    data: at(object, 'data'),
    imagePullSecrets: at(object, 'imagePullSecrets'),
  }
}

function nameOf(object: Fields): Fields {
  return { name: textAt(object, 'metadata', 'name'), namespace: textAt(object, 'metadata', 'namespace') }
}
