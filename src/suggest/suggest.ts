import type { Finding, FindingArgs, FindingCode } from '../judge/types.ts'
import { nearTags } from './near-tags.ts'
import type { Location } from '../trace/types.ts'
import { relocatedName, relocationOf } from './relocations.ts'
import { tagEdit } from './tag-edit.ts'
import type { ReadLine } from './tag-edit.ts'
import type { Edit, Fix } from './types.ts'

/** What an edit of a file is made from. */
export interface EditSources {
  /** Places of the uses by their ids, the one to edit first. */
  readonly locations: { readonly uses: ReadonlyMap<string, readonly Location[]> }
  readonly readLine: ReadLine
}

/** The one change that mends each finding, where the evidence shows one. */
export async function suggest(findings: readonly Finding[], sources: EditSources): Promise<ReadonlyMap<Finding, Fix>> {
  const fixes = new Map<Finding, Fix>()
  for (const finding of findings) {
    const fix = fixOf(finding)
    if (fix !== undefined) fixes.set(finding, { ...fix, edit: await editOf(fix, finding, sources) })
  }
  return fixes
}

async function editOf(
  { kind, candidates }: Fix,
  { args, uses }: Finding,
  { locations, readLine }: EditSources,
): Promise<Edit | undefined> {
  const [candidate] = candidates
  if (kind !== 'use-tag' || candidate === undefined || args.tag === undefined) return undefined
  const location = uses.flatMap(use => locations.uses.get(use) ?? []).at(0)
  return tagEdit(args.tag, candidate, { location, readLine })
}

/** How each code is mended, where evidence can show a way. */
const ways: Partial<Record<FindingCode, (args: FindingArgs) => Fix | undefined>> = {
  'tag-not-found': args => nearestTag(args) ?? relocate(args),
  'digest-not-found': relocate,
  'repository-not-found': relocate,
  'access-denied': relocate,
  'registry-policy': relocate,
  'relocated-image': relocate,
  'not-found-or-private': args => relocate(args) ?? createSecret(args),
  'no-pull-secret': createSecret,
}

function fixOf({ code, args }: Finding): Fix | undefined {
  return ways[code]?.(args)
}

function nearestTag({ tag, tags }: FindingArgs): Fix | undefined {
  if (tag === undefined || tags === undefined) return undefined
  const candidates = nearTags(tag, tags)
  return candidates.length > 0 ? { kind: 'use-tag', candidates, commands: [] } : undefined
}

function relocate({ registry, repository }: FindingArgs): Fix | undefined {
  const name = `${registry}/${repository}`
  const relocation = relocationOf(name)
  if (relocation === undefined) return undefined
  const to = relocatedName(name, relocation)
  const { since, source, note } = relocation
  return {
    kind: 'relocate',
    candidates: to ? [to] : [],
    commands: [],
    source: { date: since, url: source, note },
  }
}

// credentials for Docker Hub are keyed by the address that `docker login` uses
function createSecret({ registry = '', namespace }: FindingArgs): Fix {
  const server = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry
  const words = ['kubectl', 'create', 'secret', 'docker-registry', 'regcred', `--docker-server=${server}`]
  const login = ['--docker-username=<user>', '--docker-password=<token>']
  return {
    kind: 'create-secret',
    candidates: [server, namespace ?? ''],
    commands: [[...words, ...login].join(' ')],
  }
}
