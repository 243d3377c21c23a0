import type { FaultName } from '../../src/simulator/faults/faults.ts'
import type { PullAuth } from './cri-image-service.ts'
import { right } from './stage.ts'
import type { RegistryName } from './stage.ts'

/** A registries.conf, who holds what, and what comes of a pull. Names in capitals stand for registries of the stage. */
export interface ConfCase {
  readonly name: string
  readonly conf: string
  /** What is pulled; default `corp.test/acme/web:v1`. */
  readonly image?: string | undefined
  /** Who holds the image, as which repository; default `acme/web`. */
  readonly at: Readonly<Partial<Record<RegistryName, string>>>
  readonly by?: 'digest' | undefined
  readonly login?: PullAuth | undefined
  /** What every registry of the case does wrong. */
  readonly fault?: FaultName | undefined
  readonly verdict: 'pullable' | 'unpullable' | 'unknown'
  /** What skopeo does where the verdict leaves it open. */
  readonly pulls?: boolean | undefined
}

type Row = readonly [name: string, verdict: ConfCase['verdict'], rest: Omit<ConfCase, 'name' | 'verdict'>]

/** A registry with lines of its own, and its mirrors. */
function registry(lines: readonly string[], ...mirrors: readonly (readonly string[])[]): string {
  const tables = mirrors.map(mirror => ['[[registry.mirror]]', ...mirror].join('\n'))
  return ['[[registry]]', ...lines, ...tables, ''].join('\n')
}

const at = (host: string, path = '') => [`location = "${host}${path}"`, 'insecure = true']
const corp = (host: string, path = '') => ['prefix = "corp.test"', ...at(host, path)]
const web = 'acme/web'
const both = registry(corp('OPEN'), at('MIRROR'))
const digestOnly = registry(['mirror-by-digest-only = true', ...corp('OPEN')], at('MIRROR'))
const pullFrom = (value: string) => registry(corp('OPEN'), [...at('MIRROR'), `pull-from-mirror = "${value}"`])

const rows: readonly Row[] = [
  ['a location takes the place of the prefix', 'pullable', { conf: registry(corp('OPEN')), at: { open: web } }],
  ['a location that lacks it', 'unpullable', { conf: registry(corp('OPEN')), at: {} }],
  ['a location with a path', 'pullable', { conf: registry(corp('OPEN', '/proxy')), at: { open: 'proxy/acme/web' } }],
  [
    'a slash at the end of a location',
    'pullable',
    { conf: registry(corp('OPEN', '/proxy/')), at: { open: 'proxy/acme/web' } },
  ],
  [
    'a prefix with a path',
    'pullable',
    { conf: registry(['prefix = "corp.test/acme"', ...at('OPEN', '/x')]), at: { open: 'x/web' } },
  ],
  [
    'a prefix that is the whole name',
    'pullable',
    { conf: registry(['prefix = "corp.test/acme/web"', ...at('OPEN', '/x/y')]), at: { open: 'x/y' } },
  ],
  [
    'a prefix with the tag is none',
    'unknown',
    {
      conf: registry(['prefix = "corp.test/acme/web:v1"', ...at('OPEN', '/x/y:v1')]),
      at: { open: 'x/y' },
      pulls: false,
    },
  ],
  [
    'a prefix ends at a boundary',
    'unknown',
    { conf: registry(['prefix = "corp.test/ac"', ...at('OPEN')]), at: { open: web }, pulls: false },
  ],
  [
    'a host alone covers its ports',
    'unpullable',
    {
      conf: registry(['prefix = "corp.test"', 'blocked = true', ...at('OPEN')]),
      image: 'corp.test:5000/acme/web:v1',
      at: {},
    },
  ],
  [
    'the longest prefix wins',
    'pullable',
    {
      conf: registry(corp('OPEN')) + registry(['prefix = "corp.test/acme"', ...at('SECOND', '/acme')]),
      at: { second: web },
    },
  ],
  [
    'the longest prefix wins, whatever the order',
    'pullable',
    {
      conf: registry(['prefix = "corp.test/acme"', ...at('SECOND', '/acme')]) + registry(corp('OPEN')),
      at: { second: web },
    },
  ],
  [
    'of equal prefixes the first wins',
    'pullable',
    { conf: registry(corp('OPEN')) + registry(corp('SECOND')), at: { open: web } },
  ],
  [
    'a wildcard covers a subdomain',
    'pullable',
    { conf: registry(['prefix = "*.corp.test"', ...at('OPEN')]), image: 'a.corp.test/acme/web:v1', at: { open: web } },
  ],
  [
    'a wildcard covers any depth',
    'pullable',
    {
      conf: registry(['prefix = "*.corp.test"', ...at('OPEN')]),
      image: 'a.b.corp.test/acme/web:v1',
      at: { open: web },
    },
  ],
  [
    'a wildcard does not cover the domain itself',
    'unknown',
    { conf: registry(['prefix = "*.corp.test"', ...at('OPEN')]), at: { open: web }, pulls: false },
  ],
  [
    'docker.io needs its library',
    'pullable',
    {
      conf: registry(['prefix = "docker.io/library"', ...at('OPEN', '/hub')]),
      image: 'docker.io/library/web:v1',
      at: { open: 'hub/web' },
    },
  ],
  ['the mirror has it', 'pullable', { conf: both, at: { mirror: web } }],
  ['the registry has it', 'pullable', { conf: both, at: { open: web } }],
  ['nobody has it', 'unpullable', { conf: both, at: {} }],
  [
    'the mirror is down, the registry has it',
    'pullable',
    { conf: registry(corp('OPEN'), at('CLOSED')), at: { open: web } },
  ],
  [
    'the mirror is down, the registry lacks it',
    'unknown',
    { conf: registry(corp('OPEN'), at('CLOSED')), at: {}, pulls: false },
  ],
  [
    'the second mirror has it',
    'pullable',
    { conf: registry(corp('CLOSED'), at('MIRROR'), at('SECOND')), at: { second: web } },
  ],
  [
    'a mirror with a path',
    'pullable',
    { conf: registry(corp('OPEN'), at('MIRROR', '/m')), at: { mirror: 'm/acme/web' } },
  ],
  ['mirror-by-digest-only skips the mirror for a tag', 'unpullable', { conf: digestOnly, at: { mirror: web } }],
  ['mirror-by-digest-only asks it for a digest', 'pullable', { conf: digestOnly, at: { mirror: web }, by: 'digest' }],
  ['pull-from-mirror all', 'pullable', { conf: pullFrom('all'), at: { mirror: web } }],
  ['pull-from-mirror digest-only, by tag', 'unpullable', { conf: pullFrom('digest-only'), at: { mirror: web } }],
  [
    'pull-from-mirror digest-only, by digest',
    'pullable',
    { conf: pullFrom('digest-only'), at: { mirror: web }, by: 'digest' },
  ],
  ['pull-from-mirror tag-only, by tag', 'pullable', { conf: pullFrom('tag-only'), at: { mirror: web } }],
  [
    'pull-from-mirror tag-only, by digest',
    'unpullable',
    { conf: pullFrom('tag-only'), at: { mirror: web }, by: 'digest' },
  ],
  ['pull-from-mirror of another word', 'unpullable', { conf: pullFrom('never'), at: { mirror: web, open: web } }],
  [
    'pull-from-mirror on the registry',
    'unpullable',
    { conf: registry(['pull-from-mirror = "all"', ...corp('OPEN')]), at: { open: web } },
  ],
  [
    'a blocked prefix',
    'unpullable',
    { conf: registry(['prefix = "corp.test"', 'location = "corp.test"', 'blocked = true']), at: {} },
  ],
  [
    'a blocked prefix whose location is elsewhere',
    'pullable',
    { conf: registry(['blocked = true', ...corp('OPEN')]), at: { open: web } },
  ],
  [
    'a blocked place behind another prefix',
    'unpullable',
    {
      conf:
        registry(corp('OPEN')) + registry(['prefix = "OPEN/acme"', 'location = "elsewhere.test"', 'blocked = true']),
      at: { open: web },
    },
  ],
  [
    'the mirrors of a blocked registry are asked',
    'pullable',
    {
      conf: registry(['prefix = "corp.test"', 'location = "corp.test"', 'blocked = true'], at('MIRROR')),
      at: { mirror: web },
    },
  ],
  [
    'no TLS and not insecure',
    'unpullable',
    { conf: registry(['prefix = "corp.test"', 'location = "OPEN"']), at: { open: web } },
  ],
  ['TLS that is not verified', 'pullable', { conf: registry(corp('TLS')), at: { tls: web } }],
  [
    'TLS by an unknown authority',
    'unknown',
    { conf: registry(['prefix = "corp.test"', 'location = "TLS"']), at: { tls: web }, pulls: false },
  ],
  [
    'a private mirror before a registry that has it',
    'pullable',
    { conf: registry(corp('OPEN'), at('BASIC')), at: { basic: web, open: web } },
  ],
  [
    'a private mirror gets no login',
    'unpullable',
    { conf: registry(corp('OPEN'), at('BASIC')), at: { basic: web }, login: right },
  ],
  [
    'a private location of another domain gets no login',
    'unpullable',
    { conf: registry(corp('BASIC')), at: { basic: web }, login: right },
  ],
  [
    'a private registry gets the login',
    'pullable',
    { conf: registry(at('BASIC')), image: 'BASIC/acme/web:v1', at: { basic: web }, login: right },
  ],
  [
    'a location that is a URL',
    'unpullable',
    { conf: registry(['prefix = "corp.test"', 'location = "http://OPEN"']), at: { open: web } },
  ],
  [
    'neither prefix nor location',
    'unpullable',
    { conf: `${registry(['insecure = true'])}${registry(corp('OPEN'))}`, at: { open: web } },
  ],
  [
    'a mirror without a location',
    'unpullable',
    { conf: registry(corp('OPEN'), ['insecure = true']), at: { open: web } },
  ],
  [
    'a location that is defined twice with other settings',
    'unpullable',
    { conf: registry(corp('OPEN')) + registry(['prefix = "b.test"', 'location = "OPEN"']), at: { open: web } },
  ],
  ['a file that is no TOML', 'unpullable', { conf: '[[registry]', image: 'OPEN/acme/web:v1', at: { open: web } }],
  ['an unknown key', 'pullable', { conf: registry(['colour = "blue"', ...corp('OPEN')]), at: { open: web } }],
  [
    'a wrong type',
    'unpullable',
    { conf: registry(['prefix = "corp.test"', 'location = "OPEN"', 'insecure = "yes"']), at: { open: web } },
  ],
  [
    'version 1: insecure',
    'pullable',
    { conf: '[registries.insecure]\nregistries = ["OPEN"]', image: 'OPEN/acme/web:v1', at: { open: web } },
  ],
  ['version 1: blocked', 'unpullable', { conf: '[registries.block]\nregistries = ["corp.test"]', at: {} }],
  [
    'version 1 beside version 2',
    'unpullable',
    { conf: `[registries.insecure]\nregistries = ["OPEN"]\n${registry(corp('OPEN'))}`, at: { open: web } },
  ],
  ['loopback is not insecure by itself', 'unpullable', { conf: '', image: 'OPEN/acme/web:v1', at: { open: web } }],
]

/** One rule of registries.conf after the other. */
export const confCases: readonly ConfCase[] = rows.map(([name, verdict, rest]) => ({ name, verdict, ...rest }))
