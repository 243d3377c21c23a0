import type { Environment } from '../config/types.ts'
import { fullName } from '../node/full-name.ts'
import { matchPrefix, ruleFor } from '../node/match-prefix.ts'
import type { RegistriesConf, RegistryEndpoint, RegistryRule } from '../node/types.ts'
import { parseReference } from '../reference/parse.ts'
import { authorityOf } from './hosts.ts'
import type { Asked } from './route.ts'
import type { Obstacle, PlannedHost, Route } from './types.ts'

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
  const places = endpoints.map(endpoint => placeOf(endpoint, rewritten(whole, rule, endpoint)))
  // the rules of the place that is really asked say whether it is blocked
  const open = places.filter(({ name }) => ruleFor(name, conf.registries)?.blocked !== true)
  const [blocked] = places.filter(place => !open.includes(place))
  if (open.length === 0 && blocked !== undefined)
    return closed({
      code: 'blocked-by-node',
      reason: 'blocked',
      file,
      detail: ruleFor(blocked.name, conf.registries)?.prefix,
    })
  const hosts = open.map(place => hostOf(place, { asked, domain: name.domain, environment }))
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

interface Place {
  readonly name: string
  readonly domain: string
  readonly path: string
  readonly insecure: boolean
}

function placeOf({ insecure }: RegistryEndpoint, name: string): Place {
  const reference = parseReference(name)
  const isName = reference.kind === 'reference' && reference.repository === name
  const [domain = '', ...path] = isName ? [reference.domain, reference.path] : name.split('/')
  return { name, domain, path: path.join('/'), insecure }
}

interface Context {
  readonly asked: Asked
  /** Of the name that CRI-O took the image for. */
  readonly domain: string
  readonly environment: Environment
}

function hostOf({ domain, path, insecure }: Place, { asked, domain: logical, environment }: Context): PlannedHost {
  const isInsecure = insecure || environment.insecureRegistries.includes(domain)
  const host = {
    registry: domain,
    authority: authorityOf(domain),
    path: '/v2',
    scheme: isInsecure ? ('https-then-http' as const) : ('https' as const),
    verify: !isInsecure,
    ca: environment.caPem,
  }
  return { host, repository: path, resolves: true, login: loginFor(domain, logical, asked) }
}

// the kubelet chose the login for what it took the name for; CRI-O sends it to the registry that it took it for itself
function loginFor(domain: string, logical: string, { registry }: Asked): PlannedHost['login'] {
  if (domain !== logical) return 'none'
  return domain === registry ? 'sent' : 'withheld'
}
