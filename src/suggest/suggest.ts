import type { Finding, FindingCode } from '../judge/types.ts'
import type { Location } from '../trace/types.ts'
import type { LookFurther } from './look-further.ts'
import { nameEdit } from './name-edit.ts'
import type { EditPlaces } from './name-edit.ts'
import { nearHost } from './near-host.ts'
import { nearTags } from './near-tags.ts'
import { officialImage } from './official-image.ts'
import { relocatedName, relocationOf } from './relocations.ts'
import { digestEdit, tagEdit } from './tag-edit.ts'
import type { ReadLine } from './tag-edit.ts'
import type { Edit, Fix } from './types.ts'

/** What an edit of a file is made from. */
export interface EditSources {
  /** Places of the uses by their ids, the one to edit first. */
  readonly locations: { readonly uses: ReadonlyMap<string, readonly Location[]> }
  readonly readLine: ReadLine
  /** Absent where nothing may be asked: then what only an answer can show is no fix. */
  readonly further?: LookFurther | undefined
}

/** The one change that mends each finding, where the evidence shows one. */
export async function suggest(findings: readonly Finding[], sources: EditSources): Promise<ReadonlyMap<Finding, Fix>> {
  const fixes = findings.map(async (finding): Promise<readonly (readonly [Finding, Fix])[]> => {
    const fix = await fixOf(finding, sources)
    return fix === undefined ? [] : [[finding, { ...fix, edit: await editOf(fix, finding, sources) }]]
  })
  return new Map((await Promise.all(fixes)).flat())
}

type Way = (finding: Finding, sources: EditSources) => Fix | undefined | Promise<Fix | undefined>

/** How each code is mended, where evidence can show a way; the first that gives one counts. */
const ways: Partial<Record<FindingCode, readonly Way[]>> = {
  'registry-name-not-resolved': [meantHost],
  'registry-unreachable': [meantHost],
  'registry-error': [meantHost],
  'tls-untrusted': [meantHost],
  'tls-name-mismatch': [meantHost],
  'tag-not-found': [nearestTag, relocate],
  'digest-not-found': [movedDigest, relocate],
  'repository-not-found': [meantHost, official, relocate],
  'access-denied': [meantHost, official, relocate],
  'registry-policy': [relocate],
  'relocated-image': [relocate],
  'not-found-or-private': [meantHost, official, relocate],
  'platform-missing': [tagWithPlatform],
}

async function fixOf(finding: Finding, sources: EditSources): Promise<Fix | undefined> {
  for (const way of ways[finding.code] ?? []) {
    const fix = await way(finding, sources)
    if (fix !== undefined) return fix
  }
  return undefined
}

function nearestTag({ args: { tag, tags } }: Finding): Fix | undefined {
  if (tag === undefined || tags === undefined) return undefined
  const candidates = nearTags(tag, tags)
  return candidates.length > 0 ? { kind: 'use-tag', candidates, commands: [] } : undefined
}

async function tagWithPlatform(finding: Finding, { further }: EditSources): Promise<Fix | undefined> {
  const candidates = (await further?.tagsWithPlatform(finding)) ?? []
  const { platform } = finding.args
  return candidates.length > 0 ? { kind: 'use-tag', candidates, commands: [], platform } : undefined
}

async function movedDigest(finding: Finding, { further }: EditSources): Promise<Fix | undefined> {
  const digest = await further?.presentDigest(finding)
  if (digest === undefined || digest === finding.args.digest) return undefined
  return { kind: 'use-digest', candidates: [digest], commands: [], tag: finding.args.tag }
}

// an answer of a host that people mistype proves nothing of the one that was meant
function meantHost({ args: { registry = '' }, verdict }: Finding): Fix | undefined {
  const host = verdict === 'pullable' ? undefined : nearHost(registry)
  return host === undefined ? undefined : { kind: 'fix-host', candidates: [host], commands: [] }
}

function official({ args: { registry = '', repository = '' }, verdict }: Finding): Fix | undefined {
  const name = verdict === 'pullable' ? undefined : officialImage(registry, repository)
  return name === undefined ? undefined : { kind: 'add-library', candidates: [`${registry}/${name}`], commands: [] }
}

function relocate({ args: { registry, repository } }: Finding): Fix | undefined {
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

async function editOf(fix: Fix, finding: Finding, sources: EditSources): Promise<Edit | undefined> {
  const [candidate] = fix.candidates
  const { args, uses } = finding
  const locations = uses.flatMap(use => sources.locations.uses.get(use) ?? [])
  const places = { locations, readLine: sources.readLine }
  if (candidate === undefined) return undefined
  switch (fix.kind) {
    case 'use-tag':
      return args.tag === undefined ? undefined : tagEdit(args.tag, candidate, { ...places, location: locations[0] })
    case 'use-digest':
      return args.digest === undefined
        ? undefined
        : digestEdit(args.digest, candidate, { ...places, location: locations[0] })
    case 'relocate':
    case 'add-library':
      return renamed(finding, candidate, { ...places, further: sources.further })
    case 'fix-host':
      return renamed(finding, `${candidate}/${args.repository}`, { ...places, further: sources.further })
  }
}

/** The edit to another name, where it was seen that the image can be pulled by it. */
async function renamed(
  finding: Finding,
  name: string,
  { further, ...places }: EditPlaces & Pick<EditSources, 'further'>,
): Promise<Edit | undefined> {
  const { registry = '', repository = '', tag, digest } = finding.args
  const image = `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
  const seen = (await further?.pullable(finding, [image])) ?? []
  if (seen.length === 0) return undefined
  const [host = '', ...path] = name.split('/')
  return nameEdit({ registry, repository }, { registry: host, repository: path.join('/') }, places)
}
