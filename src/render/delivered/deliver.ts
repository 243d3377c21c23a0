import { relative } from 'node:path'
import type { DeliveredSource, RenderableSource, Substitution } from '../../discover/types.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import type { World } from '../../world.ts'
import type { BuildKustomization } from '../kustomize/build-kustomization.ts'
import { withoutKustomize } from '../kustomize/kustomize.ts'
import { splitDocuments } from '../split.ts'
import { substitute } from './substitute.ts'
import type { Substituted } from './substitute.ts'
import type { Document, Rendered, RenderedSource } from '../types.ts'

/** How what a delivery is made of is rendered, and how an overlay is built. */
export interface DeliverWith {
  readonly render: (inner: RenderableSource) => Promise<Rendered>
  readonly build: BuildKustomization
  readonly world: Pick<World, 'scratch' | 'files'>
}

/** Renders what Argo CD or Flux would apply: its source, an overlay over that, then its variables. */
export async function deliver(source: DeliveredSource, tools: DeliverWith): Promise<Rendered> {
  const inner = await tools.render(source.inner)
  if (inner.kind === 'failed') return { ...inner, source }
  if (inner.kind === 'skipped') return { kind: 'skipped', source: unresolvedOf(source, inner.source) }
  const overlaid = await overlay(source, inner, tools)
  return overlaid.kind === 'rendered' ? withVariables(source, overlaid) : overlaid
}

function unresolvedOf(source: DeliveredSource, skipped: Rendered['source']): Rendered['source'] {
  const { id, path, label, definedAt, madeWith, kind } = source
  return skipped.kind === 'unresolved' ? { ...skipped, of: kind, id, path, label, definedAt, madeWith } : source
}

async function overlay(source: DeliveredSource, inner: RenderedSource, tools: DeliverWith): Promise<Rendered> {
  const fields = overlayFor(source, inner)
  if (Object.keys(fields).length === 0 || inner.documents.length === 0) return { ...inner, source }
  const folder = await tools.world.scratch()
  await folder.write('rendered.yaml', inner.documents.map(({ text }) => `---\n${text.replace(/^---/, '')}`).join('\n'))
  const components = componentsFrom(folder.path, fields, tools.world.files)
  await folder.write('kustomization.yaml', JSON.stringify({ ...fields, ...components, resources: ['rendered.yaml'] }))
  const built = await tools.build(folder.path)
  if (built.kind === 'no-program') return withoutKustomize(source)
  const { output } = built
  const renderer = inner.renderer ?? built.renderer
  if (output.kind === 'failed') return { kind: 'failed', source, renderer, failure: output.failure }
  const documents = splitDocuments(output.text).map(({ text, line }, index) => ({
    text,
    origin: { source: source.id, verbatim: false, index, line },
  }))
  return { ...inner, source, renderer, documents }
}

/**
 * What is laid over the rendered objects. A namespace alone is left out where no object names another: as they stand in
 * their files, their lines are known.
 */
function overlayFor({ overlay: all = {} }: DeliveredSource, inner: RenderedSource): Readonly<Record<string, unknown>> {
  const { namespace, ...fields } = all
  const kept = withoutPaths(fields)
  if (typeof namespace !== 'string') return kept
  return inner.documents.some(({ text }) => namesOther(text, namespace)) ? { ...kept, namespace } : kept
}

function namesOther(text: string, namespace: string): boolean {
  return [...text.matchAll(/\bnamespace["']?:[^\S\n]*["']?([\w.-]+)/g)].some(([, name]) => name !== namespace)
}

/** kustomize takes folders only by relative paths. */
function componentsFrom(
  folder: string,
  { components }: Readonly<Record<string, unknown>>,
  files: World['files'],
): Readonly<Record<string, unknown>> {
  if (!Array.isArray(components)) return {}
  return { components: components.map(path => relative(folder, files.native(String(path)))) }
}

/** Patches stand in the object itself; one that names a file or an address is none that a controller takes. */
function withoutPaths(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = (value: unknown): unknown => (Array.isArray(value) ? value.filter(item => isInline(item)) : value)
  const entries = Object.entries(fields).map(([key, value]): readonly [string, unknown] => {
    return [key, key === 'components' ? value : kept(value)]
  })
  return Object.fromEntries(entries)
}

function isInline(item: unknown): boolean {
  if (typeof item === 'string') return item.includes('\n')
  return !(typeof item === 'object' && item !== null && 'path' in item)
}

function withVariables(source: DeliveredSource, rendered: RenderedSource): RenderedSource {
  const { substitution } = source
  if (substitution === undefined) return { ...rendered, source }
  const filled = rendered.documents.map(({ text }) => filledIn(text, substitution))
  const documents = rendered.documents.map((document, index): Document => {
    const text = filled[index]?.text ?? document.text
    return text === document.text ? document : { text, origin: { ...document.origin, verbatim: false } }
  })
  const isWhole = filled.every(({ complete }) => complete)
  return { ...rendered, source, documents, hasVariables: isWhole ? undefined : true }
}

/**
 * An object that delivers others is followed even where a variable that may be elsewhere leaves it no YAML (a quote, as in
 * `${q:='}`): then by the defaults.
 */
function filledIn(text: string, substitution: Substitution): Substituted {
  const filled = substitute(text, substitution)
  const isFine = filled.complete || !/\b(?:fluxcd|argoproj)\.io\//.test(text)
  if (isFine || parseDocument(filled.text).kind === 'parsed') return filled
  return { text: substitute(text, { ...substitution, complete: true }).text, complete: false }
}
