import { parsePlatform } from '../platform/parse.ts'
import type { Files } from '../world.ts'
import { parsePullSecrets, suppliedSecret } from './pull-secrets.ts'
import type { RawSettings, SettingName } from './settings.ts'
import { settings } from './settings.ts'
import type { CheckRequest, Environment, NodeCredentials, Runtime, SuppliedSecret } from './types.ts'
import { parseBytes, splitList } from './values.ts'
import { Secret } from '../secret.ts'

/** One thing that is wrong with the call, and what to write instead. */
export interface ConfigProblem {
  /** The setting as the user wrote it: a flag, an input or a key. */
  readonly where: string
  readonly why: string
}

export type Resolved =
  | { readonly kind: 'request'; readonly request: CheckRequest }
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] }

/** What a shell adds that no setting says. */
export interface CallFacts {
  readonly withoutSecrets: boolean
  readonly offline: boolean
  readonly stdin?: string | undefined
  /** How this shell spells a setting: `--platform` or `platforms`. */
  readonly spell: (name: SettingName) => string
}

/** Makes the request of a run from what a shell was told. All problems are told at once. */
export async function resolveRequest(raw: RawSettings, facts: CallFacts, files: Files): Promise<Resolved> {
  const reader = new Reader(raw, facts, files)
  const environment = await reader.environment()
  const pullSecrets = await reader.pullSecrets()
  const request: CheckRequest = {
    paths: raw.paths?.length ? raw.paths : ['.'],
    stdin: facts.stdin,
    sources: [],
    exclude: splitList(raw.exclude ?? []),
    chart: reader.chart(),
    environments: [environment],
    pullSecrets,
    policy: {
      severities: new Map(),
      ignores: [],
      onUnknown: reader.choice('on-unknown', ['warn', 'fail']),
      failOn: reader.choice('fail-on', ['new', 'all']),
      allowedRegistries: [],
    },
    depth: reader.choice('depth', ['manifest', 'blobs']),
    largeImageBytes: reader.bytes('large-image-bytes', 2 ** 31),
    programs: { helm: reader.text('helm-path'), kustomize: reader.text('kustomize-path') },
    withoutSecrets: facts.withoutSecrets,
    offline: facts.offline,
  }
  return reader.problems.length > 0 ? { kind: 'wrong', problems: reader.problems } : { kind: 'request', request }
}

/** Reads settings one by one and keeps what is wrong. */
class Reader {
  readonly problems: ConfigProblem[] = []
  readonly #raw: RawSettings
  readonly #facts: CallFacts
  readonly #files: Files

  constructor(raw: RawSettings, facts: CallFacts, files: Files) {
    this.#raw = raw
    this.#facts = facts
    this.#files = files
  }

  text(name: SettingName): string | undefined {
    const text = this.#raw[name]?.at(-1)
    return text === '' ? undefined : text
  }

  list(name: SettingName): readonly string[] {
    return splitList(this.#raw[name] ?? [])
  }

  choice<T extends string>(name: SettingName, choices: readonly [T, ...T[]]): T {
    const text = this.text(name)
    const chosen = text === undefined ? choices[0] : choices.find(choice => choice === text)
    if (chosen === undefined) this.#wrong(name, `\`${text}\` is none of ${choices.join(', ')}`)
    return chosen ?? choices[0]
  }

  bytes(name: SettingName, standard: number): number {
    const text = this.text(name)
    const parsed = text === undefined ? { kind: 'value' as const, value: standard } : parseBytes(text)
    if (parsed.kind === 'wrong') this.#wrong(name, `\`${text}\` ${parsed.why}`)
    return parsed.kind === 'value' ? parsed.value : standard
  }

  chart(): CheckRequest['chart'] {
    return {
      values: this.list('values'),
      // a value may hold commas: helm splits them itself
      set: this.#raw.set ?? [],
      release: this.text('release'),
      namespace: this.text('namespace'),
      kubeVersion: this.text('kube-version'),
      apiVersions: this.list('api-versions'),
    }
  }

  async environment(): Promise<Environment> {
    const runtimes: readonly [Runtime, ...Runtime[]] = [
      'containerd',
      'containerd-local',
      'containerd-transfer',
      'cri-o',
    ]
    return {
      name: 'default',
      platforms: this.#platforms(),
      runtime: this.choice('runtime', runtimes),
      nodeCredentials: await this.#nodeCredentials(),
      caPem: await this.#fileOf('ca-file'),
      insecureRegistries: this.list('insecure-registries'),
    }
  }

  async pullSecrets(): Promise<readonly SuppliedSecret[]> {
    const entries = parsePullSecrets((this.#raw['pull-secrets'] ?? []).join('\n'))
    const read = entries.map(async entry => {
      if (entry.file === undefined) return suppliedSecret(entry)
      return suppliedSecret(entry, await this.#read('pull-secrets', entry.file))
    })
    return Promise.all(read)
  }

  #platforms(): readonly string[] {
    const platforms = this.list('platforms')
    for (const platform of platforms)
      if (parsePlatform(platform).kind !== 'platform')
        this.#wrong('platforms', `\`${platform}\` is no platform: write \`linux/arm64\` or \`linux/arm/v7\``)
    return platforms.length > 0 ? platforms : ['linux/amd64']
  }

  async #nodeCredentials(): Promise<NodeCredentials> {
    const text = this.text('node-credentials') ?? 'undeclared'
    if (text === 'undeclared' || text === 'none' || text === 'runner') return { kind: text }
    const content = await this.#read('node-credentials', text)
    return { kind: 'docker-config', file: text, content: new Secret(content ?? '') }
  }

  async #fileOf(name: SettingName): Promise<string | undefined> {
    const path = this.text(name)
    return path === undefined ? undefined : this.#read(name, path)
  }

  async #read(name: SettingName, path: string): Promise<string | undefined> {
    const result = await this.#files.read(path)
    if (result.kind === 'text') return result.text
    this.#wrong(name, `the file \`${path}\` can't be read (${result.kind})`)
    return undefined
  }

  #wrong(name: SettingName, why: string): void {
    this.problems.push({ where: this.#facts.spell(name), why })
  }
}

/** The setting's description, for shells that list them. */
export function settingNamed(name: string): (typeof settings)[number] | undefined {
  return settings.find(setting => setting.name === name)
}
