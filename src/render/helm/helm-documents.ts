import type { HelmFile } from './helm-file.ts'
import { splitStream } from '../split.ts'
import type { Document } from '../types.ts'

/**
 * The documents of helm's output. Each begins with `---` and `# Source: <template>`; what stands before the first `---`
 * is no manifest. The further documents of a file in `crds/` come without that comment and keep the last one.
 */
export async function helmDocuments(output: string, source: string, fileOf: HelmFile): Promise<readonly Document[]> {
  const documents: Document[] = []
  let template: string | undefined
  // warnings come first, and an empty line where a chart has hooks alone
  const begin = /^---/m.exec(output)?.index ?? output.length
  for (const { text, line, empty } of splitStream(output.slice(begin))) {
    template = /^---[^\S\n]*\n# Source: (.+)/.exec(text)?.[1]?.trimEnd() ?? template
    if (empty) continue
    const file = template === undefined ? undefined : await fileOf(template)
    documents.push({ text, origin: { source, file, verbatim: false, index: documents.length, line } })
  }
  return documents
}
