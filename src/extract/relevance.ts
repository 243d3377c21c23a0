import type { ResourceTable } from './custom-resources/table.ts'
import type { Head } from './document/head.ts'
import { podKinds } from './pods/pod-kinds.ts'
import { producerKinds } from './secrets/secret-producers.ts'

const otherKinds: ReadonlySet<string> = new Set(['Secret', 'ServiceAccount', 'RuntimeClass'])

/** Objects of Argo CD and Flux that say what else is applied: one that can't be read hides that. */
const deliveryKinds: ReadonlySet<string> = new Set([
  'Application',
  'ApplicationSet',
  'ArtifactGenerator',
  'GitRepository',
  'HelmChart',
  'HelmRelease',
  'HelmRepository',
  'Kustomization',
  'OCIRepository',
])

/** Whether a document can say anything about pulls, so that it is worth parsing. */
export function mayMatter(head: Head, text: string, resources: ResourceTable): boolean {
  if (head.kind !== 'object') return head.kind === 'unclear'
  const { name } = head
  if (podKinds.has(name) || otherKinds.has(name) || producerKinds.has(name) || name.endsWith('List')) return true
  if (deliveryKinds.has(name) && /\b(?:argoproj|fluxcd)\.io\//.test(text)) return true
  return resources.groupsWithKind(name).some(group => text.includes(`${group}/`))
}
