import type { Document, Rendered } from '../render/types.ts'
import { type ResourceTable, resourcesWith } from './custom-resources/table.ts'
import { mostImages } from './custom-resources/types.ts'
import { fieldText } from './document/field-text.ts'
import { headOf } from './document/head.ts'
import { imageLike, mayHaveImage } from './heuristic/image-like.ts'
import { type KubernetesObject, objectsIn } from './document/kubernetes-objects.ts'
import { objectImages } from './object-images.ts'
import { parseDocument } from './document/parse-document.ts'
import { pullSecretNames } from './pods/pod-context.ts'
import { mayMatter } from './relevance.ts'
import { secretProducers } from './secrets/secret-producers.ts'
import { isPullSecret, renderedSecret } from './secrets/secrets.ts'
import type {
  Inventory,
  RenderedRuntimeClass,
  RenderedSecret,
  RenderedServiceAccount,
  SecretProducer,
  UnreadableDocument,
  Use,
  VariableImage,
} from './types.ts'
import { textEntriesOf, valueAt } from './document/untyped.ts'
import { documentPath, type ImagePlace, useOf } from './use.ts'
import { nameOf, namespaceOf } from './pods/workload.ts'

interface Findings {
  readonly uses: Use[]
  readonly secrets: RenderedSecret[]
  readonly producers: SecretProducer[]
  readonly serviceAccounts: RenderedServiceAccount[]
  readonly runtimeClasses: RenderedRuntimeClass[]
  readonly unreadable: UnreadableDocument[]
  readonly variableImages: VariableImage[]
  readonly imageLike: Use[]
  readonly documents: Map<string, number>
}

/**
 * Everything that rendered manifests say about pulls. Parses only the documents that can matter; never throws.
 * `resources`: where custom kinds name images.
 */
export function extract(rendered: readonly Rendered[], resources: ResourceTable = resourcesWith()): Inventory {
  const found: Findings = {
    uses: [],
    secrets: [],
    producers: [],
    serviceAccounts: [],
    runtimeClasses: [],
    unreadable: [],
    variableImages: [],
    imageLike: [],
    documents: new Map(),
  }
  for (const source of rendered) {
    if (source.kind !== 'rendered') continue
    found.documents.set(source.source.id, 0)
    const hasVariables = source.hasVariables === true
    for (const document of source.documents) readDocument({ document, hasVariables, resources }, found)
  }
  return { ...found, secrets: found.secrets.filter(secretsThatPullsName(found)) }
}

interface Reading {
  readonly document: Document
  readonly hasVariables: boolean
  readonly resources: ResourceTable
}

function readDocument(reading: Reading, found: Findings): void {
  const { document, resources } = reading
  const head = headOf(document.text)
  if (head.kind === 'empty') return
  const { source } = document.origin
  found.documents.set(source, (found.documents.get(source) ?? 0) + 1)
  const matters = mayMatter(head, document.text, resources)
  const holdsText = mayHaveImage(head, document.text)
  if (!matters && !holdsText) return
  const parsed = parseDocument(document.text)
  if (parsed.kind === 'parsed') {
    const objects = parsed.roots.flatMap(objectsIn)
    if (matters) readObjects(objects, reading, found)
    const from = found.imageLike.length + 1
    if (holdsText) found.imageLike.push(...imageLike({ objects, document, resources, from }))
  } else if (matters) found.unreadable.push(unreadable(document, parsed))
}

function readObjects(objects: readonly KubernetesObject[], reading: Reading, found: Findings): void {
  const before = found.uses.length
  for (const object of objects) readObject(object, reading, found)
  if (reading.hasVariables) setAside(before, found)
}

/** Of the uses from a place on, those whose image can't be known are none. */
function setAside(from: number, { uses, variableImages }: Findings): void {
  const fresh = uses.splice(from)
  uses.push(...fresh.filter(({ image }) => !isVariable(image)))
  for (const { image, source } of fresh) if (isVariable(image)) variableImages.push({ source, image })
}

function isVariable(image: string): boolean {
  return /\$\{[#A-Za-z_]/.test(image)
}

function readObject(object: KubernetesObject, { document, resources }: Reading, found: Findings): void {
  const images = objectImages(object, document.origin.verbatim, resources)
  for (const image of images.slice(0, mostImages)) addImage({ found: image, object, document }, found)
  if (images.length > mostImages) {
    const detail = `${object.kind} ${nameOf(object.body)}`
    found.unreadable.push({ ...unreadable(document, { detail, line: 1 }), why: 'too-many-images' })
  }
  for (const producer of secretProducers(object, document)) found.producers.push(producer)
  switch (`${object.group}/${object.kind}`) {
    case '/Secret':
      found.secrets.push(renderedSecret(object, document))
      return
    case '/ServiceAccount':
      found.serviceAccounts.push(serviceAccount(object, document))
      return
    case 'node.k8s.io/RuntimeClass':
      found.runtimeClasses.push(runtimeClass(object))
  }
}

// absent and null are the empty reference that the API refuses; anything else that is no text can't be read as one
function addImage(place: ImagePlace, findings: Findings): void {
  const image = place.found.image ?? ''
  if (typeof image === 'string') {
    findings.uses.push(useOf(place, `u${findings.uses.length + 1}`, image))
    return
  }
  const detail = fieldText(documentPath(place))
  findings.unreadable.push({ ...unreadable(place.document, { detail, line: 1 }), why: 'image-no-text' })
}

function unreadable(
  { origin }: Document,
  { detail, line, column }: { detail: string; line: number; column?: number | undefined },
): UnreadableDocument {
  const at = origin.verbatim ? { line: origin.line + line - 1, column } : {}
  return { source: origin.source, file: origin.file, ...at, detail }
}

function serviceAccount({ body }: KubernetesObject, document: Document): RenderedServiceAccount {
  return {
    source: document.origin.source,
    namespace: namespaceOf(body),
    name: nameOf(body),
    pullSecrets: pullSecretNames(valueAt(body, 'imagePullSecrets')),
    document,
  }
}

function runtimeClass({ body }: KubernetesObject): RenderedRuntimeClass {
  return { name: nameOf(body), nodeSelector: textEntriesOf(valueAt(body, 'scheduling', 'nodeSelector')) }
}

function secretsThatPullsName({ uses, serviceAccounts }: Findings): (secret: RenderedSecret) => boolean {
  const named = new Set([
    ...uses.flatMap(({ pod }) => pod.pullSecrets ?? []),
    ...serviceAccounts.flatMap(({ pullSecrets }) => pullSecrets),
  ])
  return secret => isPullSecret(secret) || named.has(secret.name)
}
