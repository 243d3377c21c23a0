import type { ChartSource } from '../../discover/types.ts'
import { fieldText } from '../../extract/document/field-text.ts'
import type { FieldPath, Use } from '../../extract/types.ts'
import type { ChartScope, ChartScopes } from './chart-scope.ts'
import { type ImageBlock, imageBlocks, type PartLeaf } from './image-block.ts'
import type { Part } from '../part.ts'
import { onlySpanOf } from '../text/span.ts'
import type { TextFile, TextFiles } from '../text/text-file.ts'
import type { Location } from '../types.ts'

/** Places in charts as far as reading alone can tell for certain; nothing is rendered. */
export class ChartLocations {
  readonly #files: TextFiles
  readonly #scopes: ChartScopes

  constructor(files: TextFiles, scopes: ChartScopes) {
    this.#files = files
    this.#scopes = scopes
  }

  /** The value that the wanted part comes from, else the image's text in the template, else the file. */
  async locate(use: Use, source: ChartSource, part: Part): Promise<Location> {
    const path = use.document.origin.file
    const template = path === undefined ? undefined : await this.#files.read(path)
    if (template === undefined) return this.#chartFile(source)
    const scope = await this.#scopes.scopeOf(source, use)
    return inValues(use.image, { scope, source, template, part }) ?? inTemplate(use.image, template)
  }

  async #chartFile(source: ChartSource): Promise<Location> {
    const path = source.path === '.' || source.path === '' ? 'Chart.yaml' : `${source.path}/Chart.yaml`
    const file = await this.#files.read(path)
    return { file: file === undefined ? source.path : path, confidence: 'file' }
  }
}

interface Sight {
  readonly scope: ChartScope
  readonly source: ChartSource
  readonly template: TextFile
  readonly part: Part
}

const insteadOf: Readonly<Record<Part, readonly Part[]>> = {
  registry: ['registry', 'repository'],
  repository: ['repository'],
  tag: ['tag', 'digest', 'repository'],
  digest: ['digest', 'tag', 'repository'],
}

// one block alone may give the image, its template must name it, and no other value or text may explain it as well
function inValues(image: string, sight: Sight): Location | undefined {
  const [block, another] = imageBlocks(image, sight.scope)
  if (block === undefined || another !== undefined) return undefined
  const leaf = block.whole ?? insteadOf[sight.part].map(name => block.parts[name]).find(isWritten)
  if (leaf === undefined || !isCertain(leaf, block, sight)) return undefined
  if (leaf.elsewhere?.kind === 'call')
    return { file: sight.template.path, confidence: 'file', setBy: leaf.elsewhere.setBy }
  if (leaf.elsewhere !== undefined) return undefined
  const span = onlySpanOf(leaf.node.value, leaf.file.text, leaf.node)
  if (span === undefined) return undefined
  return { file: leaf.file.path, ...leaf.file.placeOf(span), path: fieldText(leaf.ownPath), confidence: 'exact' }
}

function isWritten(leaf: PartLeaf | undefined): boolean {
  return leaf !== undefined && leaf.node.value !== ''
}

function isCertain(leaf: PartLeaf, block: ImageBlock, { scope, template }: Sight): boolean {
  const { value } = leaf.node
  const key = JSON.stringify(leaf.path)
  const texts = [template, ...scope.helpers].map(({ text }) => text)
  const isUnique = scope.leaves.every(other => other.node.value !== value || JSON.stringify(other.path) === key)
  const isLiteral = texts.some(text => text.includes(value))
  return value !== '' && isUnique && !isLiteral && !isTakenApart(block, scope) && mentions(texts, block.path, scope)
}

// an assignment above the block takes its place, and one within a list gives a list of its own
function isTakenApart({ path, whole }: ImageBlock, { leaves }: ChartScope): boolean {
  const set = leaves.filter(({ assignment }) => assignment !== undefined).map(leaf => leaf.path)
  const below = whole === undefined ? path.length + 1 : path.length
  return set.some(steps => {
    const isNear = steps.slice(0, path.length).every((step, at) => step === path[at])
    return steps[0] === path[0] && (steps.some(step => typeof step === 'number') || (isNear && steps.length < below))
  })
}

function mentions(texts: readonly string[], path: FieldPath, { chain }: ChartScope): boolean {
  const own = path[0] === 'global' ? path : path.slice(chain.length)
  if (own.length === 0 || own.some(step => typeof step !== 'string' || !/^\w+$/.test(step))) return false
  const mention = new RegExp(String.raw`\.Values\.${own.join(String.raw`\.`)}(?!\w)`)
  return texts.some(text => mention.test(text))
}

function inTemplate(image: string, template: TextFile): Location {
  const span = image === '' ? undefined : onlySpanOf(image, template.text, { start: 0, end: template.text.length })
  if (span === undefined) return { file: template.path, confidence: 'file' }
  return { file: template.path, ...template.placeOf(span), confidence: 'template' }
}
