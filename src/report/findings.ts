import { rulePage } from './rule-page.ts'
import type { Use } from '../extract/types.ts'
import type { Finding } from '../judge/types.ts'
import type { Location } from '../trace/types.ts'
import { countIdentities, findingIdentities, findingKey } from '../compare/identity.ts'
import { reportLocation, sourcePaths, useFile } from './locations.ts'
import { compareFindings } from './order.ts'
import type { ReportFinding } from './schema.ts'
import type { ReportParts } from './types.ts'
import { entryNames } from './uses.ts'
import { words } from './words/words.ts'
import type { FixText } from './words/words.ts'

interface Context {
  readonly parts: ReportParts
  readonly paths: ReadonlyMap<string, string>
  readonly uses: ReadonlyMap<string, Use>
  readonly name: ReturnType<typeof entryNames>
  /** How often each identity is there now. */
  readonly identities: ReadonlyMap<string, number>
}

const mostRelated = 50
const mostEvidence = 20

/** The findings in words, sorted. */
export function reportFindings(parts: ReportParts): readonly ReportFinding[] {
  const uses = new Map(parts.inventory.uses.map(use => [use.id, use]))
  const identities = countIdentities(parts.judgement.findings, uses)
  const context = { parts, uses, identities, paths: sourcePaths(parts.rendered), name: entryNames(parts.plans) }
  return parts.judgement.findings.map(finding => reportFinding(finding, context)).toSorted(compareFindings)
}

function reportFinding(finding: Finding, context: Context): ReportFinding {
  const { environment, platform, image, ignored } = finding
  const { uses, name } = context
  const status = isOld(finding, context) ? 'old' : 'new'
  const [location, ...related] = locationsOf(finding, context).map(reportLocation)
  return {
    code: finding.code,
    layer: finding.layer,
    severity: finding.severity,
    verdict: finding.verdict,
    status,
    ignored: ignored === undefined ? null : { reason: ignored.reason },
    counts: counts(finding, status, context),
    key: findingKey(finding, uses),
    image: image ?? null,
    environment: environment ?? null,
    platform: platform ?? null,
    uses: finding.uses.map(use => name(use, environment)),
    location: location ?? null,
    related: related.slice(0, mostRelated),
    ...told(finding, context),
    evidence: finding.trail.slice(-mostEvidence).map(reportRequest),
    notChecked: [...finding.notChecked],
  }
}

function isOld(finding: Finding, { parts: { comparison }, uses, identities }: Context): boolean {
  if (comparison?.kind !== 'base') return false
  return findingIdentities(finding, uses).every(
    identity => (identities.get(identity) ?? 1) <= (comparison.identities.get(identity) ?? 0),
  )
}

function counts({ ignored, severity }: Finding, status: 'new' | 'old', { parts }: Context): boolean {
  const settled = status === 'old' && parts.request.policy.failOn === 'new'
  return ignored === undefined && severity !== 'off' && !settled
}

function told(
  finding: Finding,
  { parts }: Context,
): Pick<ReportFinding, 'help' | 'message' | 'cause' | 'fix' | 'kubelet'> {
  const known = parts.fixes.get(finding)
  const { message, cause, fix, kubelet } = words(finding, known, parts.isInterrupted)
  const edits = known?.edits?.map(({ location, replaces, text, uses }) => ({
    location: reportLocation(location),
    replaces,
    text,
    uses: [...uses],
  }))
  const change = edits?.[0] && { edit: edits[0], edits }
  return {
    help: rulePage(finding.code),
    message,
    cause,
    fix: fix && { text: fix.text, commands: [...fix.commands], ...snippetOf(fix), ...change },
    kubelet: kubelet && { ...kubelet },
  }
}

function snippetOf({ snippet }: FixText): { readonly snippet?: string[] } {
  return snippet === undefined ? {} : { snippet: [...snippet] }
}

function reportRequest({
  method,
  url,
  status,
  failure,
  codes,
  credentials,
}: Finding['trail'][number]): ReportFinding['evidence'][number] {
  return { method, url, status: status ?? null, failure: failure ?? null, codes: [...codes], credentials }
}

/** The place to edit first, then the others, each once. */
function locationsOf(finding: Finding, context: Context): readonly Location[] {
  const found = context.parts.locations.findings?.get(finding) ?? placesOf(finding, context)
  return [...new Map(found.map(location => [placeOf(location), location])).values()]
}

function placesOf({ place, image, uses }: Finding, context: Context): readonly Location[] {
  if (place !== undefined) return [placed(place)]
  return uses.flatMap(id => {
    // the line of the image is not the line of a secret
    const traced = image === undefined ? [] : (context.parts.locations.uses.get(id) ?? [])
    const use = context.uses.get(id)
    return traced.length > 0 || use === undefined ? traced : [useFile(use, context.paths)]
  })
}

function placeOf({ file, line, column }: Location): string {
  return JSON.stringify([file, line, column])
}

function placed({ file, line, column }: NonNullable<Finding['place']>): Location {
  return { file, line, column, confidence: line === undefined ? 'file' : 'exact' }
}
