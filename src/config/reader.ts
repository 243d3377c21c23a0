import type { Files } from '../world.ts'
import type { RawSettings, SettingName } from './settings.ts'
import { parseBytes, parseCount, parseDuration, splitList } from './values.ts'
import type { Parsed } from './values.ts'

/** One thing that is wrong with the call, and what to write instead. */
export interface ConfigProblem {
  /** The setting as the user wrote it: a flag, an input or a key. */
  readonly where: string
  readonly why: string
}

/** What a reader needs of the shell. */
export interface ReaderOptions {
  readonly raw: RawSettings
  /** How this shell spells a setting: `--platform` or `platforms`. */
  readonly spell: (name: SettingName) => string
  /** Files that settings name, by path relative to the working folder or absolute. */
  readonly files: Pick<Files, 'read'>
}

/** Reads settings one by one and keeps everything that is wrong, so that it can be told at once. */
export class Reader {
  readonly problems: ConfigProblem[] = []
  readonly #options: ReaderOptions

  constructor(options: ReaderOptions) {
    this.#options = options
  }

  text(name: SettingName): string | undefined {
    return this.#options.raw[name]?.at(-1) || undefined
  }

  /** Every entry as written, for values that may hold commas. */
  entries(name: SettingName): readonly string[] {
    return this.#options.raw[name] ?? []
  }

  list(name: SettingName): readonly string[] {
    return splitList(this.entries(name))
  }

  choice<T extends string>(name: SettingName, choices: readonly [T, ...T[]]): T {
    const text = this.text(name)
    const chosen = text === undefined ? choices[0] : choices.find(choice => choice === text)
    if (chosen === undefined) this.wrong(name, `\`${text}\` is none of ${choices.join(', ')}`)
    return chosen ?? choices[0]
  }

  bytes(name: SettingName, standard: number): number {
    return this.#parsed(name, standard, parseBytes)
  }

  duration(name: SettingName, standard: number): number {
    return this.#parsed(name, standard, parseDuration)
  }

  count(name: SettingName, standard: number, most: number): number {
    return this.#parsed(name, standard, text => parseCount(text, most))
  }

  /** The text of a file that a setting names. */
  async file(name: SettingName, path: string): Promise<string | undefined> {
    const result = await this.#options.files.read(path)
    if (result.kind === 'text') return result.text
    this.wrong(name, `the file \`${path}\` can't be read: ${unreadable[result.kind]}`)
    return undefined
  }

  wrong(name: SettingName, why: string): void {
    this.problems.push({ where: this.#options.spell(name), why })
  }

  #parsed<T>(name: SettingName, standard: T, parse: (text: string) => Parsed<T>): T {
    const text = this.text(name)
    if (text === undefined) return standard
    const parsed = parse(text)
    if (parsed.kind === 'value') return parsed.value
    this.wrong(name, `\`${text}\` ${parsed.why}`)
    return standard
  }
}

const unreadable = {
  absent: 'there is no such file',
  denied: 'permission denied',
  outside: 'it is outside of the repository',
  'not-a-file': 'it is no file',
  'not-text': 'it is no text',
  'too-large': 'it is too large',
} as const
