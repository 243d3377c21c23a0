import type { FindingCode } from '../judge/codes.ts'
import type { Finding } from '../judge/types.ts'
import type { Location } from '../trace/types.ts'
import type { LookFurther } from './look-further.ts'
import { nameEdit } from './name-edit.ts'
import type { EditPlaces, ImageName } from './name-edit.ts'
import { nearHost } from './near-host.ts'
import { nearTags } from './near-tags.ts'
import { officialImage } from './official-image.ts'
import { relocatedName, relocationOf } from './relocations.ts'
import { digestEdit, tagEdit } from './tag-edit.ts'
import type { Edit, Fix, PlacedEdit, ReadLine } from './types.ts'

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
    return fix === undefined ? [] : [[finding, await proven(fix, finding, sources)]]
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

/**
 * The fix with its edit, for the first candidate that the nodes were seen to be able to pull. A tag or digest that is
 * there may be offered unproven, as where no login of the nodes is known; a guess may not, nor what was seen to fail.
 */
async function proven(fix: Fix, finding: Finding, sources: EditSources): Promise<Fix> {
  const unproven: string[] = []
  for (const candidate of fix.candidates) {
    const verdict = (await sources.further?.verdict(finding, imageOf(fix, candidate, finding))) ?? 'not-checked'
    if (verdict === 'pullable') return withEdit(fix, candidate, { ...sources, finding })
    if (verdict !== 'unpullable') unproven.push(candidate)
  }
  const [first] = unproven
  const isThere = fix.kind === 'use-tag' || fix.kind === 'use-digest'
  if (first === undefined || !isThere) return { ...fix, isUnproven: true }
  return { ...(await withEdit(fix, first, { ...sources, finding })), isUnproven: true }
}

async function withEdit(
  fix: Fix,
  candidate: string,
  sources: EditSources & { readonly finding: Finding },
): Promise<Fix> {
  const candidates = [candidate, ...fix.candidates.filter(other => other !== candidate)]
  return { ...fix, candidates, edits: await editsOf(fix, candidate, sources) }
}

/** The image as it would be with a candidate in it. */
function imageOf({ kind }: Fix, candidate: string, { args }: Finding): string {
  const { registry = '', repository = '', tag, digest } = args
  const tagged = tag === undefined ? '' : `:${tag}`
  const pinned = digest === undefined ? '' : `@${digest}`
  switch (kind) {
    case 'use-tag':
      return `${registry}/${repository}:${candidate}${pinned}`
    case 'use-digest':
      return `${registry}/${repository}${tagged}@${candidate}`
    case 'relocate':
    case 'add-library':
      return `${candidate}${tagged}${pinned}`
    case 'fix-host':
      return `${candidate}/${repository}${tagged}${pinned}`
  }
}

/** More places than this are no change that a person reads. */
const mostEdits = 200

/** An edit for each place that gives the image: the same may be written in several files. */
async function editsOf(
  { kind }: Fix,
  candidate: string,
  { finding, locations: all, readLine }: EditSources & { readonly finding: Finding },
): Promise<readonly PlacedEdit[]> {
  const edits = new Map<string, PlacedEdit>()
  for (const use of finding.uses.slice(0, mostEdits)) {
    const edit = await editOf(kind, candidate, { finding, locations: all.uses.get(use) ?? [], readLine })
    if (edit === undefined) continue
    const { file, line, column } = edit.location
    const key = JSON.stringify([file, line, column, edit.text])
    edits.set(key, { ...edit, uses: [...(edits.get(key)?.uses ?? []), use] })
  }
  return [...edits.values()]
}

async function editOf(
  kind: Fix['kind'],
  candidate: string,
  { finding: { args }, ...places }: EditPlaces & { readonly finding: Finding },
): Promise<Edit | undefined> {
  const { registry = '', repository = '', tag, digest } = args
  const place = { location: places.locations[0], readLine: places.readLine }
  switch (kind) {
    case 'use-tag':
      return tag === undefined ? undefined : tagEdit(tag, candidate, place)
    case 'use-digest':
      return digest === undefined ? undefined : digestEdit(digest, candidate, place)
    case 'relocate':
    case 'add-library':
      return nameEdit({ registry, repository }, nameOf(candidate), places)
    case 'fix-host':
      return nameEdit({ registry, repository }, { registry: candidate, repository }, places)
  }
}

function nameOf(candidate: string): ImageName {
  const [registry = '', ...path] = candidate.split('/')
  return { registry, repository: path.join('/') }
}
