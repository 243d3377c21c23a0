import type { KubernetesObject } from '../document/kubernetes-objects.ts'
import { podContext } from '../pods/pod-context.ts'
import { podSpecPath } from '../pods/pod-kinds.ts'
import type { FoundImage } from '../pods/pod-images.ts'
import { isReferenceLike } from './reference-like.ts'
import type { FieldPath } from '../types.ts'
import { listOf, textEntriesOf, textOf, valueAt } from '../document/untyped.ts'

const imageAnnotations: ReadonlySet<string> = new Set([
  'sidecar.istio.io/proxyImage',
  'config.linkerd.io/proxy-image',
  'dapr.io/sidecar-image',
  'vault.hashicorp.com/agent-image',
])

interface Text {
  readonly text: string
  readonly path: FieldPath
}

/** References in the texts from which controllers start pods: environments, arguments, annotations, ConfigMaps. */
export function textLikeImages(object: KubernetesObject): readonly FoundImage[] {
  const { group, kind, body } = object
  const at = podSpecPath(group, kind)
  const ofPod = at === undefined ? [] : podTexts(body, at)
  const ofMap = group === '' && kind === 'ConfigMap' ? mapTexts(valueAt(body, 'data')) : []
  return [...ofPod, ...ofMap]
    .filter(({ text }) => isReferenceLike(text))
    .map(({ text, path }) => ({ image: text, path, role: 'heuristic', pod: podContext(undefined) }))
}

function podTexts(body: unknown, at: FieldPath): readonly Text[] {
  const containers = ['initContainers', 'containers'].flatMap(field =>
    listOf(valueAt(body, ...at, field)).flatMap((container, index) => {
      const path = [...at, field, index]
      return [...environmentTexts(container, path), ...argumentTexts(container, path)]
    }),
  )
  const metadata = [...at.slice(0, -1), 'metadata', 'annotations']
  const annotations = Object.entries(textEntriesOf(valueAt(body, ...metadata)))
    .filter(([key]) => imageAnnotations.has(key))
    .map(([key, text]) => ({ text, path: [...metadata, key] }))
  return [...containers, ...annotations]
}

function environmentTexts(container: unknown, path: FieldPath): readonly Text[] {
  return listOf(valueAt(container, 'env')).flatMap((variable, index) => {
    const text = textOf(valueAt(variable, 'value')) ?? ''
    const name = textOf(valueAt(variable, 'name')) ?? ''
    const at = [...path, 'env', index, 'value']
    if (name.endsWith('_IMAGES')) return versionsIn(text).map(image => ({ text: image, path: at }))
    return /(?:^RELATED_IMAGE_|_IMAGE$)/.test(name) ? [{ text, path: at }] : []
  })
}

/** The images of lines `version=image`, as Strimzi is told them. */
function versionsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/^[ \t]*[\w.-]+=(\S+)$/gm)].map(([, image = '']) => image))]
}

// `--x-image=ref`, or the reference as the next item; one operator calls it otherwise
function argumentTexts(container: unknown, path: FieldPath): readonly Text[] {
  return ['command', 'args'].flatMap(field => {
    const items = listOf(valueAt(container, field)).map(shortText)
    return items.flatMap((item, index) => {
      const joined = /^--?(?:[\w-]*image[\w-]*|prometheus-config-reloader)=(.*)$/s.exec(item)?.[1]
      const isNext = /^--?[\w-]*image$/.test(items[index - 1] ?? '')
      const text = joined ?? (isNext ? item : undefined)
      return text === undefined ? [] : [{ text, path: [...path, field, index] }]
    })
  })
}

// no argument with an image is longer, and a pattern may be slow on a stranger's text
const longestArgument = 1024

function shortText(item: unknown): string {
  const text = textOf(item) ?? ''
  return text.length > longestArgument ? '' : text
}

function mapTexts(data: unknown): readonly Text[] {
  return Object.entries(textEntriesOf(data)).flatMap(([key, value]) => {
    if (/image$/i.test(key)) return [{ text: value.trim(), path: ['data', key] }]
    const lines = value.matchAll(/^[ \t-]*"?(?:\w[\w.-]{0,100})?image"?[ \t]*:[ \t]*["']?([^\s"',]+)/gim)
    return [...lines].map(([, text = '']) => ({ text, path: ['data', key] }))
  })
}
