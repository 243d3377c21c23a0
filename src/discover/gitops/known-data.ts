import { textEntriesOf, valueAt } from '../../extract/document/untyped.ts'
import type { DeliveryContext } from './context.ts'
import { stringAt, stringMapAt } from './fields.ts'
import type { WrittenText } from '../types.ts'
import { writtenText } from './written-text.ts'

/** What a ConfigMap or Secret holds, as far as the repository tells. */
export interface KnownData {
  readonly data: Readonly<Record<string, string>>
  /** The object, where it is not in the repository or encrypted there. */
  readonly missing?: string | undefined
  /** The object, and the key below which each text stands as it is; undefined for what is encoded. */
  readonly placeOf?: ((key: string) => WrittenText | undefined) | undefined
}

/** Reads the object that a reference `{kind, name}` names. */
export function knownData(
  reference: unknown,
  namespace: string | undefined,
  { find, note }: DeliveryContext,
): KnownData {
  const kind = stringAt(reference, 'kind') === 'Secret' ? 'Secret' : 'ConfigMap'
  const name = stringAt(reference, 'name') ?? ''
  const shown = `${kind} ${name}`
  const object = find({ kind, name, namespace })
  if (object === undefined) return { data: {}, missing: shown }
  note(object)
  const isEncrypted = valueAt(object.body, 'sops') !== undefined
  if (kind === 'ConfigMap') {
    const placeOf = (key: string) => writtenText(object, ['data', key])
    return isEncrypted ? { data: {}, missing: shown } : { data: stringMapAt(object.body, 'data'), placeOf }
  }
  if (isEncrypted) return { data: {}, missing: shown }
  const encoded = Object.entries(textEntriesOf(valueAt(object.body, 'data')))
  const decoded = encoded.map(([key, text]) => [key, decodeBase64(text)] as const)
  const plain = stringMapAt(object.body, 'stringData')
  const placeOf = (key: string) => (Object.hasOwn(plain, key) ? writtenText(object, ['stringData', key]) : undefined)
  return { data: { ...Object.fromEntries(decoded), ...plain }, placeOf }
}

function decodeBase64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atobOrNothing(text), character => character.codePointAt(0) ?? 0))
}

function atobOrNothing(text: string): string {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
