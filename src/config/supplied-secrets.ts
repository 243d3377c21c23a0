import type { Secret } from '../secret.ts'
import type { NamedFiles } from './named-files.ts'
import type { Origin } from './origin.ts'
import { quoted } from './problem.ts'
import { parsePullSecrets, secretContent } from './pull-secrets.ts'
import type { PullSecretEntry } from './pull-secrets.ts'
import type { Reader } from './reader.ts'
import type { ConfigSecret } from './schema.ts'
import type { SuppliedSecret } from './types.ts'

/** Where the contents of secrets come from. */
export interface SecretSources {
  readonly files: NamedFiles
  /** An environment variable of the run. */
  readonly environment: (name: string) => string | undefined
  /** Where a change may come from anyone, its configuration reads no variable. */
  readonly withoutSecrets: boolean
}

/** Contents of pull secrets, of the call and of the configuration; the call's entry for a name holds, and no other is read. */
export async function readSuppliedSecrets(reader: Reader, sources: SecretSources): Promise<readonly SuppliedSecret[]> {
  const called = reader.entries('pull-secrets')
  const entries = parsePullSecrets(called?.value.join('\n') ?? '')
  const supplied: SuppliedSecret[] = []
  for (const entry of called === undefined ? [] : entries)
    supplied.push(...(await calledSecret(reader, sources, { entry, origin: called?.origin ?? { kind: 'default' } })))
  const known = new Set(supplied.map(keyOf))
  for (const [index, entry] of (reader.file?.config['pull-secrets'] ?? []).entries()) {
    if (isTwin(reader, index) || known.has(entry.secret)) continue
    supplied.push(...(await writtenSecret(reader, sources, { entry, index })))
  }
  return supplied
}

function keyOf({ namespace, name }: Pick<SuppliedSecret, 'namespace' | 'name'>): string {
  return namespace === undefined ? name : `${namespace}/${name}`
}

async function calledSecret(
  reader: Reader,
  { files, withoutSecrets }: SecretSources,
  { entry, origin }: { readonly entry: PullSecretEntry; readonly origin: Origin },
): Promise<readonly SuppliedSecret[]> {
  const { namespace, name, content, file } = entry
  const key = keyOf(entry)
  if (file === '') {
    // `name=${{ secrets.NAME }}` on a run that has no secrets
    if (withoutSecrets) reader.note({ key: `pull-secrets.${key}`, shown: 'empty: this run has no secrets', origin })
    else reader.wrong(origin, `nothing is given for ${quoted(key)}: set the secret or variable behind it, or remove it`)
    return []
  }
  reader.note({ key: `pull-secrets.${key}`, shown: '***', origin })
  if (content !== undefined) return [{ namespace, name, content }]
  // what was meant to be content must not be told, so a path isn't either
  const text = await files.text({ path: file ?? '', origin, what: `the file given for ${quoted(key)}` })
  return text === undefined ? [] : [{ namespace, name, content: secretContent(text) }]
}

function isTwin(reader: Reader, index: number): boolean {
  const names = (reader.file?.config['pull-secrets'] ?? []).map(({ secret }) => secret)
  const name = names[index] ?? ''
  const first = names.indexOf(name)
  if (first === index) return false
  const { line } = reader.placeOf(['pull-secrets', first, 'secret'])
  const place = reader.placeOf(['pull-secrets', index, 'secret'])
  reader.wrong({ kind: 'file', place }, `the secret ${quoted(name)} has its content from line ${line} already`)
  return true
}

async function writtenSecret(
  reader: Reader,
  sources: SecretSources,
  { entry, index }: { readonly entry: ConfigSecret; readonly index: number },
): Promise<readonly SuppliedSecret[]> {
  const key = 'from-env' in entry ? 'from-env' : 'from-file'
  const origin: Origin = { kind: 'file', place: reader.placeOf(['pull-secrets', index, key]) }
  const isRead = key === 'from-file' || !sources.withoutSecrets
  reader.note({ key: `pull-secrets.${entry.secret}`, shown: shown(entry, isRead), origin })
  const content = isRead ? await contentOf(reader, sources, { entry, origin }) : undefined
  const at = entry.secret.indexOf('/')
  const name = { namespace: at === -1 ? undefined : entry.secret.slice(0, at), name: entry.secret.slice(at + 1) }
  return content === undefined ? [] : [{ ...name, content }]
}

function shown(entry: ConfigSecret, isRead: boolean): string {
  const source = 'from-env' in entry ? `variable ${entry['from-env']}` : `file ${entry['from-file']}`
  return isRead ? `*** (${source})` : `not read: this run has no secrets (${source})`
}

async function contentOf(
  reader: Reader,
  { files, environment }: SecretSources,
  { entry, origin }: { readonly entry: ConfigSecret; readonly origin: Origin },
): Promise<Secret | undefined> {
  if ('from-file' in entry) {
    const path = entry['from-file']
    const text = await files.text({ path, origin, what: `the file ${quoted(path)}` })
    return text === undefined ? undefined : secretContent(text)
  }
  const value = environment(entry['from-env'])
  if (value !== undefined && value !== '') return secretContent(value)
  const why = `the environment variable \`${entry['from-env']}\` is not set: give it to this step, or remove the entry`
  reader.wrong(origin, why)
  return undefined
}
