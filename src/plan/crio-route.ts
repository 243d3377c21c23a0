import type { Environment } from '../config/types.ts'
import { fullName } from '../node/full-name.ts'
import { matchPrefix, ruleFor } from '../node/match-prefix.ts'
import type { RegistriesConf, RegistryEndpoint, RegistryRule } from '../node/types.ts'
import { parseReference } from '../reference/parse.ts'
import { authorityOf } from './hosts.ts'
import type { Asked, Obstacle, PlannedHost, Route } from './types.ts'

interface ConfFile {
  readonly file: string
  readonly conf: RegistriesConf
}

/**
 * The hosts of a registries.conf, as CRI-O asks them: the mirrors of the longest prefix, then its location, each with
 * the name rewritten; the one that has the manifest gives everything else (containers/image docker/docker_image_src.go).
 */
export function crioRoute(asked: Asked, environment: Environment, { file, conf }: ConfFile): Route {
  const name = fullName(asked.reference.written, conf)
  if (name.kind === 'ambiguous') return closed({ code: 'short-name-ambiguous', registries: name.registries, file })
  const whole = `${name.domain}/${name.path}`
  const rule = ruleFor(whole, conf.registries)
  const endpoints = rule === undefined ? [{ location: whole, insecure: false }] : endpointsOf(rule, asked)
  const names = endpoints.map(endpoint => rewritten(whole, rule, endpoint))
  const odd = names.find(one => !isWholeName(one))
  // one name that is none, and containers/image asks nobody
  if (odd !== undefined) return closed({ code: 'blocked-by-node', reason: 'invalid-name', file, detail: odd })
  const blocked = names.map(one => ruleFor(one, conf.registries)?.blocked === true)
  if (blocked.every(Boolean)) return closed({ code: 'blocked-by-node', reason: 'blocked', file, detail: rule?.prefix })
  const hosts = endpoints.flatMap((endpoint, at) =>
    // the rules of the name that is really asked say whether it is blocked
    blocked[at] ? [] : [hostOf(endpoint, names[at] ?? '', { asked, domain: name.domain, environment })],
  )
  return { hosts, content: 'resolving-host' }
}

function closed(obstacle: Obstacle): Route {
  return { hosts: [], content: 'resolving-host', obstacle }
}

function endpointsOf({ mirrors, location, insecure }: RegistryRule, { reference }: Asked): readonly RegistryEndpoint[] {
  const unfit = reference.digest === null ? 'digest-only' : 'tag-only'
  return [...mirrors.filter(({ pulls }) => pulls !== unfit), { location, insecure }]
}

/** The name with the prefix replaced; without a location it stays as it is. */
function rewritten(name: string, rule: RegistryRule | undefined, { location }: RegistryEndpoint): string {
  if (rule === undefined || location === '') return name
  return location + name.slice(matchPrefix(name, rule.prefix) ?? 0)
}

function isWholeName(name: string): boolean {
  const reference = parseReference(name)
  return reference.kind === 'reference' && reference.repository === name
}

interface Context {
  readonly asked: Asked
  /** Of the name that CRI-O took the image for. */
  readonly domain: string
  readonly environment: Environment
}

function hostOf({ insecure }: RegistryEndpoint, name: string, context: Context): PlannedHost {
  const { asked, domain: logical, environment } = context
  const [domain = '', ...path] = name.split('/')
  const isInsecure = insecure || environment.insecureRegistries.includes(domain)
  const host = {
    registry: domain,
    authority: authorityOf(domain),
    path: '/v2',
    scheme: isInsecure ? ('https-then-http' as const) : ('https' as const),
    verify: !isInsecure,
    ca: environment.caPem,
  }
  return { host, repository: path.join('/'), resolves: true, login: loginFor(domain, logical, asked) }
}

// the kubelet chose the login for what it took the name for; CRI-O sends it to the registry that it took it for itself
function loginFor(domain: string, logical: string, { registry }: Asked): PlannedHost['login'] {
  if (domain !== logical) return 'none'
  return domain === registry ? 'sent' : 'withheld'
}
