import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import { quoted } from './problem.ts'
import { type YamlNode, yamlTree } from '../trace/text/yaml-tree.ts'

/** The one document of a YAML text: its value, and its nodes with where they stand. */
export type ReadYaml =
  | { readonly kind: 'document'; readonly value: unknown; readonly root: YamlNode }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly why: string; readonly offset: number }

// a configuration is three deep; the reader is linear only with bounds
const bounds = { maxDepth: 50, maxAliases: 100 } as const

/** Reads YAML 1.2 (core schema: `off` and dates are text) from anyone, in linear time; of equal keys none wins. */
export function readYaml(text: string): ReadYaml {
  try {
    const value = load(text, { schema: CORE_SCHEMA, json: false, ...bounds })
    const root = yamlTree(text)?.[0]
    return root === undefined ? { kind: 'wrong', why: 'this is no YAML', offset: 0 } : { kind: 'document', value, root }
  } catch (error) {
    return failure(error instanceof YAMLException ? error : undefined, text)
  }
}

function failure(error: YAMLException | undefined, text: string): ReadYaml {
  const reason = error?.reason ?? 'it can not be read'
  const offset = error?.mark?.position
  if (offset !== undefined) return { kind: 'wrong', why: sentence(reason, text, offset), offset }
  if (reason.includes('input is empty')) return { kind: 'empty' }
  if (!reason.includes('single document')) return { kind: 'wrong', why: `this is no YAML: ${reason}`, offset: 0 }
  const second = yamlTree(text)?.[1]?.start ?? 0
  return { kind: 'wrong', why: 'a second document begins here: the configuration is one document', offset: second }
}

const sentences: readonly (readonly [reason: RegExp, sentence: string])[] = [
  [/tab characters/, 'a tab indents this line: YAML wants spaces'],
  [/maxDepth/, 'this is nested too deeply'],
  [/maxAliases/, 'aliases repeat too much: write the values out'],
  [/complex keys/, 'a map or a list stands where a key must be: put text with `{` or `[` in quotes'],
  [/^unknown .*tag/, 'a tag (`!…`) stands here: tags have no meaning in the configuration, remove it'],
  [/bad indentation/, 'this line is indented otherwise than the keys beside it: align it with them'],
  [
    /missed comma/,
    'a comma is missing before this: in a list in brackets, text with `[`, `]`, `{` or `}` stands in quotes',
  ],
]

function sentence(reason: string, text: string, offset: number): string {
  if (tabBegins(text, offset)) return 'a tab indents this line: YAML wants spaces'
  if (reason.includes('duplicated mapping key'))
    return `${keyOf(text.slice(offset, offset + 80))} stands here twice: keep one`
  const alias = /^unidentified alias "(.*)"/s.exec(reason)?.[1]
  if (alias !== undefined)
    return `no anchor ${quoted(`&${alias}`)} stands before this: a value that begins with \`*\` stands in quotes`
  const known = sentences.find(([pattern]) => pattern.test(reason))?.[1]
  return known ?? `this is no YAML: ${reason.slice(0, 200)}`
}

function tabBegins(text: string, offset: number): boolean {
  return /^ *\t/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))
}

function keyOf(rest: string): string {
  return `\`${/^["']?([\w.-]{1,64})/.exec(rest)?.[1] ?? 'a key'}\``
}

/** Narrows a value of YAML to a map. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
