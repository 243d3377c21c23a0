import type { Document } from '../../render/types.ts'
import { Secret } from '../../secret.ts'
import type { KubernetesObject } from '../document/kubernetes-objects.ts'
import type { RenderedSecret } from '../types.ts'
import { fieldsOf, textOf, valueAt } from '../document/untyped.ts'
import { nameOf, namespaceOf } from '../pods/workload.ts'

const pullTypes: ReadonlySet<string> = new Set(['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg'])

/** A rendered Secret; `stringData` wins over `data`, as it does in the API server. */
export function renderedSecret({ body }: KubernetesObject, document: Document): RenderedSecret {
  const data = mapped(valueAt(body, 'data'), decoded)
  const stringData = mapped(valueAt(body, 'stringData'), plain)
  return {
    source: document.origin.source,
    namespace: namespaceOf(body),
    name: nameOf(body),
    type: textOf(valueAt(body, 'type')) || 'Opaque',
    data: Object.fromEntries([...data, ...stringData]),
    document,
  }
}

/** Whether a kubelet would read the Secret as a pull secret. */
export function isPullSecret({ type }: RenderedSecret): boolean {
  return pullTypes.has(type)
}

type Entry = readonly [string, Secret | undefined]

function mapped(value: unknown, read: (text: unknown) => Secret | undefined): readonly Entry[] {
  return Object.entries(fieldsOf(value) ?? {}).map(([key, text]) => [key, read(text)])
}

function plain(value: unknown): Secret | undefined {
  if (value === null) return new Secret('')
  return typeof value === 'string' ? new Secret(value) : undefined
}

// as Go's encoding/base64 StdEncoding: padded, line breaks skipped, nothing else between
function decoded(value: unknown): Secret | undefined {
  if (value === null) return new Secret('')
  const text = textOf(value)?.replace(/[\r\n]/g, '')
  if (text === undefined || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0))
  return new Secret(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
}
