import type { ConfigFile } from './config-file.ts'
import type { Decision, FilePlace, Origin, Sourced } from './origin.ts'
import { type ConfigProblem, problemAt, quoted } from './problem.ts'
import { settings } from './settings.ts'
import type { RawSettings, Setting, SettingName } from './settings.ts'
import { parseBytes, parseCount, parseDuration, splitList } from './values.ts'
import type { Parsed } from './values.ts'
import type { ConfigPath } from './yaml-places.ts'

/** What a value may be that is shown as it is. */
type Showable = string | number | boolean | readonly string[] | undefined

/** What a reader needs of the shell. */
export interface ReaderOptions {
  readonly raw: RawSettings
  /** How this shell spells a setting: `--platform` or `platforms`. */
  readonly spell: (name: SettingName) => string
}

/**
 * Reads values from the call and from the configuration file, decides between them, and keeps where each came from and
 * everything that is wrong, so that it can be told at once.
 */
export class Reader {
  readonly problems: ConfigProblem[] = []
  readonly decisions: Decision[] = []
  readonly file: ConfigFile | undefined
  readonly #options: ReaderOptions

  constructor(options: ReaderOptions, file?: ConfigFile) {
    this.#options = options
    this.file = file
  }

  /** Every entry of the call as written, for values that may hold commas. */
  entries(name: SettingName): Sourced<readonly string[]> | undefined {
    return this.#given(name, this.#options.raw[name])
  }

  list(name: SettingName): Sourced<readonly string[]> | undefined {
    const entries = this.#options.raw[name]
    return this.#given(name, entries && splitList(entries))
  }

  text(name: SettingName): Sourced<string> | undefined {
    return this.#given(name, this.#options.raw[name]?.at(-1) || undefined)
  }

  choice<T extends string>(name: SettingName, choices: readonly T[]): Sourced<T> | undefined {
    return this.#parsed(name, text => {
      const value = choices.find(choice => choice === text)
      return value === undefined ? { kind: 'wrong', why: `is none of ${choices.join(', ')}` } : { kind: 'value', value }
    })
  }

  boolean(name: SettingName): Sourced<boolean> | undefined {
    const chosen = this.choice(name, ['true', 'false'])
    return chosen && { ...chosen, value: chosen.value === 'true' }
  }

  bytes(name: SettingName): Sourced<number> | undefined {
    return this.#parsed(name, parseBytes)
  }

  duration(name: SettingName): Sourced<number> | undefined {
    return this.#parsed(name, parseDuration)
  }

  count(name: SettingName, most: number): Sourced<number> | undefined {
    return this.#parsed(name, text => parseCount(text, most))
  }

  /** A value of the configuration file, found at this path of it. */
  written<T>(path: ConfigPath, value: T | undefined): Sourced<T> | undefined {
    return value === undefined ? undefined : { value, origin: { kind: 'file', place: this.placeOf(path) } }
  }

  placeOf(path: ConfigPath): FilePlace {
    return this.file?.placeOf(path) ?? { file: '', line: 1, column: 1 }
  }

  /** The first of the offers that somebody made, else the standard; it is noted under the key. */
  decide<T extends Showable, const S extends Showable>(
    key: string,
    offers: readonly (Sourced<T> | undefined)[],
    standard: S,
  ): T | S {
    const offer = offers.find(made => made !== undefined)
    if (offer === undefined)
      this.note({ key, shown: standardText(key) ?? textOf(standard), origin: { kind: 'default' } })
    else this.note({ key, shown: offer.shown ?? textOf(offer.value), origin: offer.origin })
    return offer === undefined ? standard : offer.value
  }

  note(decision: Decision): void {
    this.decisions.push(decision)
  }

  /** Keeps what is wrong with a value, at the place where it was said. */
  wrong(origin: Origin, why: string): void {
    if (origin.kind === 'file') this.problems.push(problemAt(origin.place, why))
    else this.problems.push({ where: origin.kind === 'call' ? origin.spelled : 'default', why })
  }

  #given<T>(name: SettingName, value: T | undefined): Sourced<T> | undefined {
    return value === undefined ? undefined : { value, origin: this.#call(name) }
  }

  #call(name: SettingName): Origin {
    return { kind: 'call', spelled: this.#options.spell(name) }
  }

  #parsed<T>(name: SettingName, parse: (text: string) => Parsed<T>): Sourced<T> | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const parsed = parse(text.value)
    if (parsed.kind === 'value') return { value: parsed.value, origin: text.origin, shown: text.value }
    this.wrong(text.origin, `${quoted(text.value)} ${parsed.why}`)
    return undefined
  }
}

// the last word of a key is the name of its setting
function standardText(key: string): string | undefined {
  const setting: Setting | undefined = settings.find(({ name }) => name === key.split('.').at(-1))
  return setting?.default
}

function textOf(value: Showable): string {
  return typeof value === 'object' ? value.join(', ') : String(value ?? '')
}
