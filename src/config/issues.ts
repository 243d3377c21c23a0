import type { z } from 'zod'
import { missingKey, unknownKey, wrongType, wrongValue } from './issue-words.ts'
import { didYouMean } from './near-name.ts'
import { problemAt } from './problem.ts'
import type { ConfigProblem } from './problem.ts'
import { isMapping } from './read-yaml.ts'
import { type Choice, choiceAt, chosenKeys, shapeAt } from './shape-at.ts'
import type { ConfigPath, YamlPlaces } from './yaml-places.ts'

type Issue = z.core.$ZodIssue

// finding a key is a walk over its map
const mostKeys = 20

/** Turns what the schema refuses into problems with places and remedies. `value` is the whole file. */
export class Issues {
  readonly #value: unknown
  readonly #places: YamlPlaces

  constructor(value: unknown, places: YamlPlaces) {
    this.#value = value
    this.#places = places
  }

  problemsOf(issue: Issue, above: ConfigPath = []): readonly ConfigProblem[] {
    const path = [...above, ...issue.path.map(step => (typeof step === 'symbol' ? step.toString() : step))]
    const value = valueAt(this.#value, path)
    if (issue.code === 'unrecognized_keys') {
      const shape = shapeAt(path, value)
      return issue.keys
        .slice(0, mostKeys)
        .map(key => problemAt(this.#places.ofKey([...path, key]), unknownKey(key, shape)))
    }
    const choice = choiceAt(path)
    if (issue.code === 'invalid_union' && choice !== undefined) return this.#choice(issue, path, choice)
    return [problemAt(this.#places.of(path), this.#sentence(issue, path, value))]
  }

  #sentence(issue: Issue, path: ConfigPath, value: unknown): string {
    if (value === undefined) return missingKey(String(path.at(-1)))
    const given = { key: String(path.at(-1)), value, plain: this.#places.plainText(path) }
    const subject = nameOf(path)
    if (issue.code === 'invalid_type') return `${subject} ${wrongType(issue, given)}`
    if (issue.code === 'invalid_value') return `${subject} ${wrongValue(issue, given)}`
    return `${subject} ${issue.message}`
  }

  #choice(
    issue: Extract<Issue, { code: 'invalid_union' }>,
    path: ConfigPath,
    choice: Choice,
  ): readonly ConfigProblem[] {
    const entry = valueAt(this.#value, path)
    const [chosen, second] = chosenKeys(choice, entry)
    const place = this.#places.of(path)
    if (!isMapping(entry))
      return [problemAt(place, `${nameOf(path)} must be a map, with one of ${choice.keys.join(', ')}`)]
    if (chosen === undefined) return [problemAt(place, nothingChosen(entry, choice))]
    if (second !== undefined)
      return [
        problemAt(
          place,
          `${choice.noun} has one of ${choice.keys.join(', ')}: this has \`${chosen}\` and \`${second}\``,
        ),
      ]
    const issues = issue.errors[choice.keys.indexOf(chosen)] ?? []
    return issues.flatMap(part => this.problemsOf(part, path))
  }
}

function nothingChosen(entry: Readonly<Record<string, unknown>>, { noun, keys }: Choice): string {
  const near = Object.keys(entry)
    .slice(0, 10)
    .map(key => didYouMean(key, keys))
    .find(text => text !== '')
  return `${noun} has one of ${keys.join(', ')}, and this has none${near ?? ''}`
}

/** `platforms`, or `sources[1]` for an entry. */
function nameOf(path: ConfigPath): string {
  const [list, last] = path.slice(-2)
  if (path.length === 0) return 'the configuration'
  if (path.length === 1) return `\`${list}\``
  return typeof last === 'number' ? `\`${list}[${last}]\`` : `\`${last}\``
}

function valueAt(value: unknown, path: ConfigPath): unknown {
  let at = value
  for (const step of path) {
    if (Array.isArray(at) && typeof step === 'number') at = (at as readonly unknown[])[step]
    else if (isMapping(at) && Object.hasOwn(at, step)) at = at[step]
    else return undefined
  }
  return at
}
