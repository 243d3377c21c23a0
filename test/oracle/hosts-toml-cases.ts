import { before, hostsCases } from './hosts-rules.ts'
import type { HostsRow } from './hosts-rules.ts'

const only = (...lines: readonly string[]) => before('http://CLOSED', 'http://MIRROR', ...lines)
const first = (...lines: readonly string[]) => before('http://OPEN', 'http://MIRROR', ...lines)
const at = ['mirror'] as const
const itself = { at: ['open'], registry: 'OPEN' } as const
const pull = 'capabilities = ["pull"]'
const resolve = 'capabilities = ["resolve"]'
const push = 'capabilities = ["push"]'
// until 1.7 a file without a host table is discarded, and dial_timeout is not known
const since2 = { holds: 'since 2.0' } as const
const own = 'server = "http://OPEN"'
const other = { folder: 'rules.test:5000', registry: 'rules.test:5000' } as const

// a registry that is down leaves the outcome open; one that lacks the image settles it
const capabilityRows: readonly HostsRow[] = [
  ['a mirror with pull and resolve', 'pullable', { toml: only('capabilities = ["pull", "resolve"]'), at }],
  ['a mirror with pull alone is not asked for tags', 'unpullable', { toml: first(pull), at }],
  ['a mirror with pull alone, by digest', 'pullable', { toml: only(pull), at, by: 'digest' }],
  ['a mirror with resolve alone is not asked for tags', 'unpullable', { toml: first(resolve), at }],
  ['a mirror with resolve alone is not asked for digests', 'unpullable', { toml: first(resolve), at, by: 'digest' }],
  ['a mirror with push alone', 'unpullable', { toml: first(push), at }],
  ['no capabilities are all of them', 'pullable', { toml: only('capabilities = []'), at }],
  ['capabilities in capitals', 'pullable', { toml: only('capabilities = ["Pull", "rESOLVE"]'), at }],
  ['capabilities of the file are those of server', 'unpullable', { toml: `${push}\n${own}`, at: ['open'] }, since2],
  ['a server with pull alone gives no tag', 'unpullable', { toml: `${pull}\n${own}`, at: ['open'] }, since2],
  ['a server with pull alone, by digest', 'pullable', { toml: `${pull}\n${own}`, at: ['open'], by: 'digest' }, since2],
  ['capabilities of the file are not those of the registry', 'pullable', { toml: push, ...itself }],
]

const fileRows: readonly HostsRow[] = [
  [
    'an unknown capability discards the file',
    'unpullable',
    { toml: '[host."http://MIRROR"]\ncapabilities = ["pull", "fetch"]', at, registry: 'OPEN' },
  ],
  ['a file that is no TOML is discarded', 'unpullable', { toml: '[host."http://MIRROR"', at, registry: 'OPEN' }],
  ['a discarded file leaves the registry itself', 'pullable', { toml: 'server = ', ...itself }],
  ['a wrong type discards the file', 'pullable', { toml: 'server = "http://CLOSED"\nskip_verify = "yes"', ...itself }],
  [
    'a duration that is none discards the file',
    'pullable',
    { toml: 'server = "http://CLOSED"\ndial_timeout = "soon"', ...itself },
    since2,
  ],
  ['a duration', 'pullable', { toml: only('dial_timeout = "1m30.5s"'), at }],
  ['an unknown key is let pass', 'pullable', { toml: only('colour = "blue"'), at }],
  ['an empty file is none', 'pullable', { toml: '', ...itself }],
  ['without server the registry itself comes last', 'pullable', { toml: '[host."http://MIRROR"]', ...itself }],
  ['server takes the place of the registry', 'unpullable', { toml: 'server = "http://MIRROR"', ...itself }, since2],
  ['the second mirror has it', 'pullable', { toml: `${only()}[host."http://SECOND"]`, at: ['second'] }],
  [
    'rewrite tables do nothing',
    'pullable',
    { toml: only('[host."http://MIRROR".rewrite]', '"^(.*)$" = "other/$1"'), at },
  ],
]

const placeRows: readonly HostsRow[] = [
  ['a mirror with /v2 in its URL', 'pullable', { toml: before('http://CLOSED', 'http://MIRROR/v2'), at }],
  ['a mirror with a slash at the end', 'pullable', { toml: before('http://CLOSED', 'http://MIRROR/'), at }],
  ['/v2 is put behind a path', 'pullable', { toml: before('http://CLOSED', 'http://DEEP/proxy/hub'), at: ['deep'] }],
  [
    'a path that ends in /v2 stays',
    'pullable',
    { toml: before('http://CLOSED', 'http://DEEP/proxy/hub/v2'), at: ['deep'] },
  ],
  [
    'override_path takes the path as it is',
    'pullable',
    { toml: before('http://CLOSED', 'http://BARE/proxy', 'override_path = true'), at: ['bare'] },
  ],
  [
    'without override_path it is another path',
    'unpullable',
    { toml: before('http://OPEN', 'http://BARE/proxy'), at: ['bare'] },
  ],
  [
    'override_path with /v2 in the path',
    'pullable',
    { toml: before('http://CLOSED', 'http://DEEP/proxy/hub/v2', 'override_path = true'), at: ['deep'] },
  ],
  ['the folder _default', 'pullable', { toml: only(), at, folder: '_default' }],
  ['the folder host_port_', 'pullable', { toml: only(), at, ...other, folder: 'rules.test_5000_' }],
  ['the folder host:port', 'pullable', { toml: only(), at, ...other }],
  ['the folder docker.io', 'pullable', { toml: only(), at, registry: 'docker.io' }],
  ['a folder for another port is none of ours', 'pullable', { toml: '', ...itself, folder: 'rules.test' }],
]

/** Rules of hosts.toml: capabilities, what discards a file, paths and folders. */
export const hostsTomlCases = hostsCases([...capabilityRows, ...fileRows, ...placeRows])
