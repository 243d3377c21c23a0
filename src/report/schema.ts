import { z } from 'zod'
import { findingCodes } from '../judge/codes.ts'
import { layers } from '../judge/types.ts'

const verdict = z.enum(['pullable', 'unpullable', 'unknown', 'not-checked'])
const platformVerdict = z.looseObject({
  platform: z.string(),
  verdict,
  digest: z.string().nullable(),
})

const location = z.looseObject({
  file: z.string(),
  line: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  endLine: z.int().positive().nullable(),
  /** Exclusive. */
  endColumn: z.int().positive().nullable(),
  path: z.string().nullable(),
  confidence: z.enum(['exact', 'template', 'file']),
  /** What of the call decides the value, e.g. `--set image.tag=…`. */
  setBy: z.string().optional(),
})

const sourceName = {
  id: z.string(),
  kind: z.enum(['helm', 'kustomize', 'manifests', 'argocd', 'flux']),
  path: z.string(),
  label: z.string(),
}

const source = z.looseObject({
  ...sourceName,
  renderer: z.string().nullable(),
  status: z.enum(['rendered', 'failed', 'skipped']),
  documents: z.int().nonnegative(),
  error: z.string().nullable(),
  /** The coded reason behind `error`, e.g. `program-missing`. */
  reason: z.string().nullable(),
})

const image = z.looseObject({
  reference: z.string(),
  normalized: z.string().nullable(),
  domain: z.string().nullable(),
  path: z.string().nullable(),
  tag: z.string().nullable(),
  digest: z.string().nullable(),
  error: z.string().nullable(),
  verdict,
  resolvedDigest: z.string().nullable(),
  mediaType: z.string().nullable(),
  platforms: z.array(platformVerdict),
  uses: z.array(z.string()),
})

const use = z.looseObject({
  id: z.string(),
  image: z.string(),
  source: z.string(),
  environment: z.string(),
  workload: z.looseObject({
    apiVersion: z.string(),
    kind: z.string(),
    namespace: z.string().nullable(),
    name: z.string(),
    /** Events of the Helm hook that the object is, e.g. `test`. */
    hooks: z.array(z.string()),
  }),
  field: z.string(),
  container: z.string().nullable(),
  role: z.enum(['container', 'init', 'ephemeral', 'volume', 'custom-resource', 'heuristic']),
  pullPolicy: z.string(),
  serviceAccount: z.string(),
  pullSecrets: z.array(z.string()),
  credentials: z.array(z.string()),
  platforms: z.array(platformVerdict),
  verdict,
  assumptions: z.array(z.string()),
  location: location.nullable(),
})

const request = z.looseObject({
  method: z.string(),
  url: z.string(),
  status: z.int().nullable(),
  failure: z.string().nullable(),
  codes: z.array(z.string()),
  credentials: z.string(),
})

/** `replaces` is what must stand at the location, `uses` are those whose image changes. */
const edit = z.looseObject({
  location,
  replaces: z.string().optional(),
  text: z.string(),
  uses: z.array(z.string()).optional(),
})

const fix = z.looseObject({
  text: z.string(),
  commands: z.array(z.string()),
  /** Lines of YAML to put into a manifest. */
  snippet: z.array(z.string()).optional(),
  edit: edit.optional(),
  /** One for each place that gives the image, that of `edit` first. */
  edits: z.array(edit).optional(),
})

const finding = z.looseObject({
  code: z.enum(findingCodes),
  layer: z.enum(layers),
  severity: z.enum(['error', 'warning', 'notice', 'off']),
  verdict,
  status: z.enum(['new', 'old']),
  ignored: z.looseObject({ reason: z.string() }).nullable(),
  /** Whether it takes part in the run's verdict: not ignored, not off, not old where only new ones count. */
  counts: z.boolean(),
  /** Identity between runs: code, normalized reference, platform and workload fields, never the source. */
  key: z.string(),
  image: z.string().nullable(),
  environment: z.string().nullable(),
  platform: z.string().nullable(),
  uses: z.array(z.string()),
  location: location.nullable(),
  related: z.array(location),
  /** The page about this code. */
  help: z.string(),
  message: z.string(),
  cause: z.string(),
  fix: fix.nullable(),
  kubelet: z.looseObject({ reason: z.string(), message: z.string() }).nullable(),
  evidence: z.array(request),
  /** Layers behind this one that could not be looked at. */
  notChecked: z.array(z.enum(layers)),
})

/** Something about the configuration; it changes no verdict. */
const note = z.looseObject({
  code: z.enum(['configuration-changed', 'ignore-expired', 'ignore-unmatched', 'ignore-comment-wrong']),
  severity: z.enum(['warning', 'notice']),
  message: z.string(),
  location: location.nullable(),
})

/** The JSON report, `schemaVersion: 1`: what every view shows and what other people's programs read. */
export const reportSchema = z.looseObject({
  schemaVersion: z.literal(1),
  tool: z.looseObject({ name: z.literal('will-it-pull'), version: z.string() }),
  verdict: z.enum(['pass', 'fail', 'unknown']),
  /** One sentence: why the run ended with this verdict. */
  headline: z.string(),
  summary: z.looseObject({
    sources: z.int(),
    documents: z.int(),
    uses: z.int(),
    images: z.int(),
    pullable: z.int(),
    unpullable: z.int(),
    unknown: z.int(),
    notChecked: z.int(),
    failedSources: z.int(),
    skippedSources: z.int(),
    unreadableDocuments: z.int(),
    /** Texts outside of image fields that look like images; none of them was checked. */
    imageLikeStrings: z.int(),
    requests: z.int(),
    /** The pulls that are left of a registry's quota, where one tells. */
    pullQuota: z.looseObject({ registry: z.string(), limit: z.int(), remaining: z.int() }).optional(),
    durationMs: z.number(),
  }),
  /** What the findings are compared with; `why` says why there is nothing, and then all of them are new. */
  base: z.looseObject({ commit: z.string().nullable(), why: z.string().nullable() }).nullable(),
  /** Sources that the change does not touch, and that were not checked for that reason. */
  untouched: z.array(z.looseObject(sourceName)).optional(),
  sources: z.array(source),
  images: z.array(image),
  uses: z.array(use),
  findings: z.array(finding),
  notes: z.array(note),
})

export type Report = z.infer<typeof reportSchema>
export type ReportFinding = Report['findings'][number]
export type ReportUse = Report['uses'][number]
export type ReportImage = Report['images'][number]
export type ReportSource = Report['sources'][number]
export type ReportLocation = NonNullable<ReportFinding['location']>
