import { dump } from 'js-yaml'
import type { DeliveredSource } from '../../discover/types.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import { fieldsOf, textEntriesOf, valueAt } from '../../extract/document/untyped.ts'
import type { KustomizationFile } from '../kustomization/kustomization-files.ts'
import { TextFile } from '../text/text-file.ts'

/** What a delivery lays over its source, as the text of a file of its own: its overlay and its variables. */
export function deliveryTexts({ overlay = {}, substitution }: DeliveredSource): KustomizationFile {
  const text = dump({ overlay, variables: substitution?.variables ?? {} }, { lineWidth: -1, noRefs: true })
  return { file: new TextFile('', text), isKustomization: true }
}

/** The delivery with that text changed. */
export function deliveryWith(source: DeliveredSource, text: string): DeliveredSource {
  const parsed = parseDocument(text)
  const [root] = parsed.kind === 'parsed' ? parsed.roots : []
  const variables = textEntriesOf(valueAt(root, 'variables'))
  const { overlay, substitution } = source
  return {
    ...source,
    overlay: overlay && (fieldsOf(valueAt(root, 'overlay')) ?? overlay),
    substitution: substitution && { ...substitution, variables },
  }
}
