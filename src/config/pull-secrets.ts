import { Secret } from '../secret.ts'

/** One entry of `pull-secrets`: the name, and either the content itself or the file that holds it. */
export interface PullSecretEntry {
  readonly namespace?: string | undefined
  readonly name: string
  readonly content?: Secret | undefined
  readonly file?: string | undefined
}

const start = /^[a-z0-9./-]+=/

/**
 * Entries of the `pull-secrets` text: an entry starts at a line like `name=` or `namespace/name=` and goes on to the
 * next. A value that begins with `{`, or base64 of that, is content, else the path of a file.
 */
export function parsePullSecrets(text: string): readonly PullSecretEntry[] {
  const entries: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (start.test(line)) entries.push(line)
    else if (entries.length > 0) entries.push(`${entries.pop() ?? ''}\n${line}`)
  }
  return entries.map(entry)
}

function entry(text: string): PullSecretEntry {
  const at = text.indexOf('=')
  const names = text.slice(0, at).split('/')
  const [namespace, name] = names.length > 1 ? [names[0], names.slice(1).join('/')] : [undefined, names[0] ?? '']
  const written = text.slice(at + 1).trim()
  const content = contentOf(written)
  return content === undefined ? { namespace, name, file: written } : { namespace, name, content: new Secret(content) }
}

function contentOf(written: string): string | undefined {
  if (written.startsWith('{')) return written
  const decoded = /^[A-Za-z0-9+/=\s]+$/.test(written) ? Buffer.from(written, 'base64').toString() : ''
  return decoded.startsWith('{') ? decoded : undefined
}

/** The content of a secret from a text that is `.dockerconfigjson`, or base64 of it as `kubectl get -o yaml` prints it. */
export function secretContent(text: string): Secret {
  return new Secret(contentOf(text.trim()) ?? text)
}
