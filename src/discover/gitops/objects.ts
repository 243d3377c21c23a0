import type { KubernetesObject } from '../../extract/document/kubernetes-objects.ts'
import { objectsIn } from '../../extract/document/kubernetes-objects.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import { nameOf, namespaceOf } from '../../extract/pods/workload.ts'
import type { Document, Rendered } from '../../render/types.ts'
import type { Source, SourcePlace } from '../types.ts'

/** An object of the manifests that says what else is applied, or holds a part of that. */
export interface DeliveryObject extends Pick<KubernetesObject, 'group' | 'kind' | 'body'> {
  readonly namespace: string | undefined
  readonly name: string
  readonly place: SourcePlace
  /** Files, and kustomizations by their folder, that it came from. */
  readonly madeWith: readonly string[]
  /** The kustomization that rendered it, where `place` is only that of its source. */
  readonly kustomization?: string | undefined
  /** Fields of a kustomization that was laid over what it is rendered from. */
  readonly overlay?: Readonly<Record<string, unknown>> | undefined
}

const groups: ReadonlySet<string> = new Set([
  'argoproj.io',
  'kustomize.toolkit.fluxcd.io',
  'helm.toolkit.fluxcd.io',
  'source.toolkit.fluxcd.io',
  'source.extensions.fluxcd.io',
])
const mention = /^\s*["']?apiVersion["']?:\s*["']?(?:argoproj\.io|\w+\.(?:toolkit|extensions)\.fluxcd\.io)\//m

/** The objects of rendered manifests by what they are; each document is parsed once in a run. */
export class DeliveryObjects {
  readonly #parsed = new WeakMap<Document, readonly DeliveryObject[]>()

  /** Objects of Argo CD and Flux. */
  delivering(rendered: readonly Rendered[]): readonly DeliveryObject[] {
    return this.#objects(rendered, text => mention.test(text)).filter(({ group }) => groups.has(group))
  }

  /** The ConfigMap or Secret of a name; where either side tells no namespace, the name is enough. */
  find(rendered: readonly Rendered[], wanted: WantedObject): DeliveryObject | undefined {
    const { kind, name, namespace } = wanted
    const found = this.#objects(rendered, text => text.includes(name) && text.includes(kind)).filter(
      object => object.group === '' && object.kind === kind && object.name === name,
    )
    return found.find(object => isSame(object.namespace, namespace))
  }

  #objects(rendered: readonly Rendered[], mayHold: (text: string) => boolean): readonly DeliveryObject[] {
    return rendered.flatMap(source => {
      if (source.kind !== 'rendered') return []
      const documents = source.documents.filter(({ text }) => mayHold(text))
      return documents.flatMap(document => this.#parse(document, source.source))
    })
  }

  #parse(document: Document, around: Source): readonly DeliveryObject[] {
    const known = this.#parsed.get(document) ?? parse(document, around)
    this.#parsed.set(document, known)
    return known
  }
}

/** A ConfigMap or Secret that another object names. */
export interface WantedObject {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly name: string
  readonly namespace: string | undefined
}

/** Whether two namespaces may be the same: one that is not written is decided elsewhere. */
export function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}

function parse(document: Document, around: Source): readonly DeliveryObject[] {
  const parsed = parseDocument(document.text)
  if (parsed.kind !== 'parsed') return []
  const { file, verbatim, line } = document.origin
  const { definedAt, path } = around
  const place = file === undefined ? (definedAt ?? { file: path }) : { file, line: verbatim ? line : undefined }
  const madeWith = around.madeWith ?? []
  const landing = 'inner' in around ? around.namespace : undefined
  const by = 'inner' in around ? around.inner : around
  const overlay = 'inner' in around && Object.keys(around.overlay ?? {}).length > 0 ? around.overlay : undefined
  const kustomization = file === undefined && by.kind === 'kustomize' ? by.path : undefined
  return parsed.roots.flatMap(objectsIn).map(({ group, kind, body }) => ({
    group,
    kind,
    body,
    namespace: namespaceOf(body) ?? landing,
    name: nameOf(body),
    place,
    madeWith: [place.file, ...(kustomization === undefined ? [] : [kustomization]), ...madeWith],
    kustomization,
    overlay,
  }))
}
