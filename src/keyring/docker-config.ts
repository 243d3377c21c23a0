import { readAuth } from './auth.ts'

/** `config.json`: the logins are under `auths`; `dockercfg`: they are the whole. */
export type ConfigShape = 'config.json' | 'dockercfg'

/** One login as written. */
export interface Login {
  readonly key: string
  readonly username: string
  readonly password: string
}

export type DockerConfig =
  | { readonly kind: 'config'; readonly logins: readonly Login[] }
  | { readonly kind: 'error'; readonly error: string }

/**
 * Reads a docker config as the kubelet does with Go's encoding/json (pkg/credentialprovider/config.go): names of fields
 * in any case, null for nothing, and one wrong type anywhere among the known fields spoils the whole.
 */
export function readDockerConfig(text: string, shape: ConfigShape): DockerConfig {
  const json = parseJson(text)
  if (json === undefined) return { kind: 'error', error: 'invalid JSON, which the API server refuses in this secret' }
  return shape === 'dockercfg' ? readLogins(json.value, goValue) : readFile(json.value)
}

// the parser's own message quotes the content, which is secret
function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

type Place = (field: string, type: string) => string

const goValue: Place = (field, type) =>
  field === '' ? `Go value of type ${type}` : `Go struct field dockerConfigEntryWithAuth.${field} of type ${type}`

const goField: Place = (field, type) =>
  `Go struct field DockerConfigJSON.${['auths', field].filter(name => name !== '').join('.')} of type ${type}`

function readFile(value: unknown): DockerConfig {
  if (value === null) return { kind: 'config', logins: [] }
  if (!isObject(value)) return mismatch(value, 'Go value of type credentialprovider.DockerConfigJSON')
  const parts = fieldsOf(value, 'auths').map(auths => readLogins(auths, goField))
  const wrong = parts.find(part => part.kind === 'error') ?? wrongHeaders(value)
  return wrong ?? { kind: 'config', logins: parts.flatMap(part => (part.kind === 'config' ? part.logins : [])) }
}

// the kubelet has no use for the headers, but declares what they are
function wrongHeaders(config: object): DockerConfig | undefined {
  const place = 'Go struct field DockerConfigJSON.HttpHeaders of type'
  for (const headers of fieldsOf(config, 'httpheaders')) {
    if (headers === null) continue
    if (!isObject(headers)) return mismatch(headers, `${place} map[string]string`)
    const wrong = Object.values<unknown>({ ...headers }).find(header => header !== null && typeof header !== 'string')
    if (wrong !== undefined) return mismatch(wrong, `${place} string`)
  }
  return undefined
}

function readLogins(value: unknown, place: Place): DockerConfig {
  if (value === null) return { kind: 'config', logins: [] }
  if (!isObject(value)) return mismatch(value, place('', 'credentialprovider.DockerConfig'))
  const logins: Login[] = []
  for (const [key, entry] of Object.entries(value)) {
    const login = readLogin(key, entry, place)
    if (login.kind === 'error') return login
    logins.push(login)
  }
  return { kind: 'config', logins }
}

type ReadLogin = ({ readonly kind: 'login' } & Login) | (DockerConfig & { readonly kind: 'error' })

function readLogin(key: string, entry: unknown, place: Place): ReadLogin {
  if (entry === null) return { kind: 'login', key, username: '', password: '' }
  if (!isObject(entry)) return mismatch(entry, place('', 'credentialprovider.dockerConfigEntryWithAuth'))
  const fields: Record<string, string> = {}
  let wrong: ReturnType<typeof mismatch> | undefined
  for (const [written, value] of Object.entries(entry)) {
    const name = fold(written)
    if (value === null || !['username', 'password', 'email', 'auth'].includes(name)) continue
    if (typeof value === 'string') fields[name] = value
    else wrong ??= mismatch(value, place(name, 'string'))
  }
  return wrong ?? loginOf(key, fields)
}

function loginOf(key: string, fields: Readonly<Record<string, string>>): ReadLogin {
  const { auth = '', username = '', password = '' } = fields
  if (auth === '') return { kind: 'login', key, username, password }
  const read = readAuth(auth)
  return read.kind === 'error' ? read : { ...read, kind: 'login', key }
}

function mismatch(value: unknown, place: string): DockerConfig & { readonly kind: 'error' } {
  const type = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value
  return { kind: 'error', error: `json: cannot unmarshal ${type} into ${place}` }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsOf(value: object, name: string): readonly unknown[] {
  return Object.entries<unknown>({ ...value }).flatMap(([key, field]) => (fold(key) === name ? [field] : []))
}

// Unicode's simple folding, as far as it reaches ASCII: the long s; the Kelvin sign is lowered by itself
function fold(name: string): string {
  return name.toLowerCase().replaceAll('ſ', 's')
}
