import { parse, TomlError } from 'smol-toml'
import type { z } from 'zod'

export type ParsedToml<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'wrong'; readonly why: string; readonly line?: number | undefined }

/** Reads TOML of a given shape; what the shape does not name is let pass, as the runtimes do. */
export function parseToml<T>(text: string, shape: z.ZodType<T>): ParsedToml<T> {
  try {
    const checked = shape.safeParse(parse(text, { maxDepth: 32 }))
    if (checked.success) return { kind: 'parsed', value: checked.data }
    const [issue] = checked.error.issues
    const key = issue?.path.map(String).join('.') ?? ''
    return { kind: 'wrong', why: `${key}: ${issue?.message ?? 'wrong type'}`, line: lineOf(text, issue?.path.at(-1)) }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    return { kind: 'wrong', why: firstLine(error.message), line: error.line }
  }
}

/** The line on which a word first stands, where it does. */
export function lineOf(text: string, word: PropertyKey | undefined): number | undefined {
  if (typeof word !== 'string' || word === '') return undefined
  const at = text.indexOf(word)
  return at < 0 ? undefined : text.slice(0, at).split('\n').length
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
