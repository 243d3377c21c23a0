import type { Location } from '../trace/types.ts'
import { writtenAt } from './written-at.ts'
import type { Edit } from './types.ts'

/** One line of a file, without its end; undefined where there is no such line. */
export type ReadLine = (file: string, line: number) => Promise<string | undefined>

/** Replaces a tag by another where it is certain that the text at the location is that tag, or a reference that ends with it. */
export async function tagEdit(
  tag: string,
  candidate: string,
  { location, readLine }: { readonly location: Location | undefined; readonly readLine: ReadLine },
): Promise<Edit | undefined> {
  // a registry may list anything
  if (!/^\w[\w.-]{0,127}$/.test(candidate) || location?.confidence !== 'exact') return undefined
  const { file, line, column, endLine, endColumn } = location
  if (line === undefined || column === undefined || endLine !== line || endColumn === undefined) return undefined
  const text = await readLine(file, line)
  if (text === undefined) return undefined
  const written = text.slice(column - 1, endColumn - 1)
  if (written.endsWith(`:${tag}`)) return { location, text: `${written.slice(0, -tag.length)}${candidate}` }
  if (written !== tag) return undefined
  const isQuoted = /["']/.test(text[column - 2] ?? '')
  return { location, text: isQuoted || isPlainText(candidate) ? candidate : `"${candidate}"` }
}

/** Replaces a digest by another where it is certain that the text at the location is that digest, or ends with it. */
export async function digestEdit(
  digest: string,
  candidate: string,
  { location, readLine }: { readonly location: Location | undefined; readonly readLine: ReadLine },
): Promise<Edit | undefined> {
  if (!/^sha\d+:[\da-f]{64,128}$/.test(candidate) || location === undefined) return undefined
  const written = await writtenAt(location, readLine)
  const isIt = written === digest || written?.endsWith(`@${digest}`) === true
  return isIt ? { location, text: `${written.slice(0, -digest.length)}${candidate}` } : undefined
}

/** Whether YAML reads it as text without quotes: `1.20` would become the number 1.2, and `on` true in YAML 1.1. */
function isPlainText(text: string): boolean {
  const isNumber = /^[-+.\d][\d_.]*(?:e[-+]?\d+)?$/i.test(text) && (text.match(/\./g) ?? []).length < 2
  const isOther = /^(?:0[xob][\da-f_]+|true|false|null|yes|no|on|off|y|n|\d{4}-\d\d?-\d\d?.*)$/i.test(text)
  return /^\w/.test(text) && !isNumber && !isOther
}
