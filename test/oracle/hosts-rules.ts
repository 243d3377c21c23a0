import { placed } from './placed.ts'
import type { LaidPull, PullCase } from './pull-case.ts'
import { realIndex } from './real-image.ts'
import type { RegistryName, Stage } from './stage.ts'

const registry = 'rules.test'

/** A certs.d folder, and who holds the image. In texts, a name in capitals stands for that registry of the stage. */
export interface HostsRules {
  readonly toml: string
  readonly at: readonly RegistryName[]
  readonly by?: 'digest' | undefined
  /** Default `rules.test`. */
  readonly registry?: string | undefined
  /** Folder of the tree; default that of the registry. */
  readonly folder?: string | undefined
  /** More files of the tree, given the stage. */
  readonly files?: ((stage: Stage) => Readonly<Record<string, string>>) | undefined
}

/** One rule, and what comes of it. */
export type HostsRow = readonly [
  name: string,
  verdict: PullCase['verdict'],
  rules: HostsRules,
  more?: Partial<PullCase> | undefined,
]

export const from17 = { holds: 'since 1.7' } as const

/** A hosts.toml of a server and one host before it, with lines of the host. */
export function before(server: string, host: string, ...lines: readonly string[]): string {
  return [`server = "${server}"`, `[host."${host}"]`, ...lines, ''].join('\n')
}

/** The rows as cases for nodes that hold no login. */
export function hostsCases(rows: readonly HostsRow[]): readonly PullCase[] {
  return rows.map(([name, verdict, rules, more]) => ({
    name,
    verdict,
    lay: (stage, repository) => lay(rules, stage, repository),
    ...more,
  }))
}

function lay(rules: HostsRules, stage: Stage, repository: string): LaidPull {
  const image = realIndex(repository, ['linux/amd64'])
  for (const name of rules.at) stage[name].push(repository, 'v1', image)
  const domain = placed(rules.registry ?? registry, stage)
  return {
    image: `${domain}/${repository}${rules.by === undefined ? ':v1' : `@${image.root.digest}`}`,
    hosts: { [`${rules.folder ?? domain}/hosts.toml`]: placed(rules.toml, stage), ...rules.files?.(stage) },
    environment: { nodeCredentials: { kind: 'none' } },
  }
}
