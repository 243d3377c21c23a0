import { readDockerConfig } from '../keyring/docker-config.ts'
import { Secret } from '../secret.ts'
import type { NamedFiles } from './named-files.ts'
import { nearName } from './near-name.ts'
import type { Sourced } from './origin.ts'
import { readPlatform } from './platforms.ts'
import { quoted } from './problem.ts'
import type { Reader } from './reader.ts'
import type { ConfigEnvironment } from './schema.ts'
import { environmentSettings } from './settings.ts'
import type { Environment, NodeCredentials, Runtime } from './types.ts'
import { registryPattern } from './values.ts'
import type { ConfigPath } from './yaml-places.ts'

/**
 * The environments of the configuration, or the one that holds without any. Flags and inputs are for the default one: the
 * one named `default`, else the only one; where there is none such, they can't be used.
 */
export async function readEnvironments(reader: Reader, files: NamedFiles): Promise<readonly Environment[]> {
  const declared = reader.file?.config.environments
  if (declared === undefined) return [await new EnvironmentReader({ reader, files, takesFlags: true }).read()]
  refuseTwins(reader, declared)
  const flagged = takesFlags(reader, declared)
  const environments: Environment[] = []
  for (const [index, entry] of declared.entries()) {
    const given = { reader, files, entry, index, takesFlags: entry === flagged }
    environments.push(await new EnvironmentReader(given).read())
  }
  return environments
}

function refuseTwins(reader: Reader, declared: readonly ConfigEnvironment[]): void {
  const names = declared.map(({ name }) => name)
  for (const [index, name] of names.entries()) {
    const first = names.indexOf(name)
    if (first === index) continue
    const { line } = reader.placeOf(['environments', first, 'name'])
    const place = reader.placeOf(['environments', index, 'name'])
    reader.wrong({ kind: 'file', place }, `the name ${quoted(name)} is taken by the environment of line ${line}`)
  }
}

function takesFlags(reader: Reader, declared: readonly ConfigEnvironment[]): ConfigEnvironment | undefined {
  const standard = declared.find(({ name }) => name === 'default') ?? (declared.length === 1 ? declared[0] : undefined)
  if (standard !== undefined) return standard
  const names = declared.map(({ name }) => name).join(', ')
  for (const name of environmentSettings) {
    const given = reader.entries(name)
    const why = `it is for the default environment, and ${reader.file?.path} has ${names}: name one of them \`default\``
    if (given !== undefined) reader.wrong(given.origin, why)
  }
  return undefined
}

interface Given {
  readonly reader: Reader
  readonly files: NamedFiles
  readonly entry?: ConfigEnvironment
  readonly index?: number
  readonly takesFlags: boolean
}

type Name = (typeof environmentSettings)[number]

/** Reads one environment: what the call says where it may, else what its entry says. */
class EnvironmentReader {
  readonly #given: Given

  constructor(given: Given) {
    this.#given = given
  }

  async read(): Promise<Environment> {
    return {
      name: this.#name,
      platforms: this.#platforms(),
      runtime: this.#runtime(),
      nodeCredentials: await this.#nodeCredentials(),
      hostsDir: await this.#place('hosts-dir', 'folder'),
      registriesConf: await this.#place('registries-conf', 'file'),
      caPem: await this.#certificates(),
      insecureRegistries: this.#insecureRegistries(),
    }
  }

  get #name(): string {
    return this.#given.entry?.name ?? 'default'
  }

  #platforms(): readonly string[] {
    const { reader } = this.#given
    const list = this.#list('platforms')
    const written = this.#decide('platforms', list, ['linux/amd64'])
    const origin = list?.origin ?? { kind: 'default' }
    const platforms = written.flatMap((text, item) => {
      const platform = readPlatform(text)
      if (platform.kind === 'value') return [platform.value]
      const place = reader.placeOf([...this.#path('platforms'), item])
      reader.wrong(origin.kind === 'file' ? { kind: 'file', place } : origin, platform.why)
      return []
    })
    return [...new Set(platforms)]
  }

  #insecureRegistries(): readonly string[] {
    const list = this.#list('insecure-registries')
    const wrong = list?.value.find(registry => !registryPattern.test(registry))
    // the schema has checked the file's
    if (list !== undefined && wrong !== undefined)
      this.#given.reader.wrong(
        list.origin,
        `${quoted(wrong)} is no registry: write \`registry.local:5000\`, without a scheme`,
      )
    return this.#decide('insecure-registries', list, [])
  }

  #runtime(): Runtime {
    const { reader, entry, takesFlags } = this.#given
    const runtimes = ['containerd', 'containerd-local', 'containerd-transfer', 'cri-o'] as const
    const called = takesFlags ? reader.choice('runtime', runtimes) : undefined
    const offer = called ?? reader.written<Runtime>(this.#path('runtime'), entry?.runtime)
    return this.#decide<Runtime>('runtime', offer, 'containerd')
  }

  async #nodeCredentials(): Promise<NodeCredentials> {
    const offer = this.#text('node-credentials')
    const path = this.#decide('node-credentials', offer, 'undeclared')
    if (path === 'undeclared' || path === 'none' || path === 'runner') return { kind: path }
    const near = nearName(path, ['undeclared', 'none', 'runner'])
    const what = `the docker config ${quoted(path)}${near === undefined ? '' : ` (or is \`${near}\` meant?)`}`
    const origin = offer?.origin ?? { kind: 'default' }
    const content = await this.#given.files.text({ path, origin, what })
    const config = content === undefined ? undefined : readDockerConfig(content, 'config.json')
    if (config?.kind === 'error') this.#given.reader.wrong(origin, `${what} is none: ${config.error}`)
    return { kind: 'docker-config', file: path, content: new Secret(content ?? '') }
  }

  async #place(name: 'hosts-dir' | 'registries-conf', wanted: 'file' | 'folder'): Promise<string | undefined> {
    const offer = this.#text(name)
    const path = this.#decide<string | undefined>(name, offer, undefined)
    if (path === undefined || offer === undefined) return undefined
    return this.#given.files.place({ path, origin: offer.origin, what: `\`${name}\`` }, wanted)
  }

  async #certificates(): Promise<string | undefined> {
    const offer = this.#text('ca-file')
    const path = this.#decide<string | undefined>('ca-file', offer, undefined)
    if (path === undefined || offer === undefined) return undefined
    const what = `the file ${quoted(path)}`
    const pem = await this.#given.files.text({ path, origin: offer.origin, what })
    if (pem !== undefined && !pem.includes('-----BEGIN CERTIFICATE-----'))
      this.#given.reader.wrong(offer.origin, `${what} holds no certificate in PEM (\`-----BEGIN CERTIFICATE-----\`)`)
    return pem
  }

  #text(name: 'node-credentials' | 'hosts-dir' | 'registries-conf' | 'ca-file'): Sourced<string> | undefined {
    const { reader, entry, takesFlags } = this.#given
    return (takesFlags ? reader.text(name) : undefined) ?? reader.written(this.#path(name), entry?.[name])
  }

  #list(name: 'platforms' | 'insecure-registries'): Sourced<readonly string[]> | undefined {
    const { reader, entry, takesFlags } = this.#given
    const called = takesFlags ? reader.list(name) : undefined
    return called ?? reader.written<readonly string[]>(this.#path(name), entry?.[name])
  }

  #decide<T extends string | readonly string[] | undefined>(name: Name, offer: Sourced<T> | undefined, standard: T): T {
    return this.#given.reader.decide(`environments.${this.#name}.${name}`, [offer], standard)
  }

  #path(name: Name): ConfigPath {
    return ['environments', this.#given.index ?? 0, name]
  }
}
