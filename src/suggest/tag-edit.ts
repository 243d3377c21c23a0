import type { Location } from '../trace/types.ts'
import { writtenAt } from './written-at.ts'
import type { Edit, ReadLine } from './types.ts'

/** Replaces a tag by another where it is certain that the text at the location is that tag, or a reference that ends with it. */
export async function tagEdit(
  tag: string,
  candidate: string,
  { location, readLine }: { readonly location: Location | undefined; readonly readLine: ReadLine },
): Promise<Edit | undefined> {
  // a registry may list anything
  if (!/^\w[\w.-]{0,127}$/.test(candidate) || location === undefined) return undefined
  const written = await writtenAt(location, readLine)
  if (written?.endsWith(`:${tag}`) === true)
    return { location, replaces: written, text: `${written.slice(0, -tag.length)}${candidate}` }
  const line = written === tag ? await readLine(location.file, location.line ?? 0) : undefined
  const text = line === undefined ? undefined : scalarText(candidate, line.slice(0, (location.column ?? 1) - 1))
  return text === undefined ? undefined : { location, replaces: tag, text }
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
  return isIt ? { location, replaces: written, text: `${written.slice(0, -digest.length)}${candidate}` } : undefined
}

/**
 * How a text is written that follows `before` on its line; in quotes where YAML would read something else in it. Undefined
 * where it needs quotes and it can't be told that they would not become a part of the text.
 */
function scalarText(text: string, before: string): string | undefined {
  // behind anything but a blank, a bracket or a comma it is a part of a text, or in quotes already
  if (isPlainText(text) || /[^\s[{,]$/.test(before)) return text
  const isInQuotes = (before.match(/"/g) ?? []).length % 2 === 1
  // alone on its line it may stand in a block, where quotes are text
  return isInQuotes || before.trim() === '' ? undefined : `"${text}"`
}

/** Whether YAML reads it as text without quotes: `1.20` would become the number 1.2, and `on` true in YAML 1.1. */
function isPlainText(text: string): boolean {
  const isNumber = /^[-+.\d][\d_.]*(?:e[-+]?\d+)?$/i.test(text) && (text.match(/\./g) ?? []).length < 2
  const isOther = /^(?:0[xob][\da-f_]+|true|false|null|yes|no|on|off|y|n|\d{4}-\d\d?-\d\d?.*)$/i.test(text)
  return /^\w/.test(text) && !isNumber && !isOther
}
