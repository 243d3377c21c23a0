import type { FieldPath } from '../types.ts'
import { fieldsOf, textOf, valueAt } from '../document/untyped.ts'
import { expandPath } from './expand-path.ts'
import type { ComposedImage } from './types.ts'

/** A reference that an operator puts together, with the field that tells its version. */
export interface Composed {
  readonly path: FieldPath
  readonly image: string
}

/** The references that are written in parts; none where the operator would fill in what is not known here. */
export function composedImages(body: unknown, names: ComposedImage): readonly Composed[] {
  return expandPath(body, names.at).flatMap(({ path, value }) => {
    if (fieldsOf(value) === undefined || textAt(value, names.unless) !== undefined) return []
    const written = writtenParts(value, names)
    if (written.length === 0) return []
    const image = join(Object.fromEntries(written.map(({ part, text }) => [part, text])), names)
    const [field] = written
    return image === undefined || field === undefined ? [] : [{ image, path: [...path, ...field.steps] }]
  })
}

type Part = 'registry' | 'repository' | 'tag' | 'digest'
type Parts = Readonly<Partial<Record<Part, string | undefined>>>

// what is edited most comes first: it is the place that findings are told at
const parts = ['digest', 'tag', 'repository', 'registry'] as const satisfies readonly Part[]

function writtenParts(value: unknown, names: ComposedImage) {
  return parts.flatMap(part => {
    const text = textAt(value, names[part])
    return text === undefined ? [] : [{ part, text, steps: (names[part] ?? '').split('.') }]
  })
}

function join(written: Parts, { defaults }: ComposedImage): string | undefined {
  const { registry, repository, tag, digest = digestOf(tag) }: Parts = { ...defaults, ...written }
  if (repository === undefined || (tag === undefined && digest === undefined)) return undefined
  const name = registry === undefined ? repository : `${registry.replace(/\/$/, '')}/${repository}`
  if (digest === undefined) return `${name}:${tag}`
  return `${name}@${digest.includes(':') ? digest : `sha256:${digest}`}`
}

// some operators take a digest for a version
function digestOf(tag: string | undefined): string | undefined {
  return tag?.startsWith('sha256:') === true ? tag : undefined
}

function textAt(value: unknown, name: string | undefined): string | undefined {
  const text = name === undefined ? undefined : textOf(valueAt(value, ...name.split('.')))
  return text === '' ? undefined : text
}
