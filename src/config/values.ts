/** A value that was read from text, or why it can't be. */
export type Parsed<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'wrong'; readonly why: string }

const value = <T>(parsed: T): Parsed<T> => ({ kind: 'value', value: parsed })
const wrong = (why: string): Parsed<never> => ({ kind: 'wrong', why })

const unitMs = { h: 3_600_000, m: 60_000, s: 1000 } as const

/** Milliseconds of `90s`, `10m` or `1h30m`; a bare `0` is none. */
export function parseDuration(text: string): Parsed<number> {
  if (text === '0') return value(0)
  const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text)
  if (text === '' || parts === null) return wrong('is no duration: write `90s`, `10m` or `1h30m`')
  const [, hours = '0', minutes = '0', seconds = '0'] = parts
  return value(Number(hours) * unitMs.h + Number(minutes) * unitMs.m + Number(seconds) * unitMs.s)
}

const unitBytes: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
}

/** Bytes of `2GiB`, `500MB` or a plain number. */
export function parseBytes(text: string): Parsed<number> {
  const [, digits = '', unit = ''] = /^(\d{1,12})\s*([kKMG]?i?B)?$/.exec(text) ?? []
  const factor = unitBytes[unit]
  return digits === '' || factor === undefined
    ? wrong('is no size: write `2GiB`, `500MB` or a number')
    : value(Number(digits) * factor)
}

/** A whole number from 1 to `most`. */
export function parseCount(text: string, most: number): Parsed<number> {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return count < 1 || count > most ? wrong(`must be a whole number from 1 to ${most}`) : value(count)
}

/** The list entries of a text with commas. */
export function splitList(entries: readonly string[]): readonly string[] {
  return entries
    .flatMap(entry => entry.split(','))
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
}

/** A registry as image references name it: a host, perhaps a port, no scheme. */
export const registryPattern = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/
