import { describe, expect, test } from 'vitest'
import { findingOf, partsWith, planOf, policy, reportOf, tagLine, use, verdictOf } from '../../test/report-fixtures.ts'
import { realisticReport } from '../../test/realistic-report.ts'
import { buildReport } from './build.ts'
import { countIdentities } from '../compare/identity.ts'
import { reportSchema } from './schema.ts'

const old = findingOf('tag-not-found')
const usesById = new Map(partsWith().inventory.uses.map(one => [one.id, one]))
const identities = countIdentities([old], usesById)
const comparison = { kind: 'base', commit: 'a'.repeat(40), identities } as const

const leftAlone = { kind: 'kustomize', id: 'kustomize:k', path: 'k', label: 'k' } as const

describe('the verdict of a run', () => {
  test.each([
    ['passes when every image can be pulled', [], {}, 'pass'],
    ['fails on an error', [old], {}, 'fail'],
    ['is unknown when something could not be told', [findingOf('rate-limited')], {}, 'unknown'],
    ['does not count what is ignored', [{ ...old, ignored: { reason: 'meant' } }], {}, 'pass'],
    [
      'does not count what is ignored, if it is unknown',
      [findingOf('rate-limited', { ignored: { reason: 'meant' } })],
      {},
      'pass',
    ],
    ['does not count what the base had too', [old], { comparison }, 'pass'],
    [
      'counts what the base had too if asked',
      [old],
      { comparison, request: { offline: false, policy: { ...policy, failOn: 'all' } } },
      'fail',
    ],
    ['counts an error of another kind than the base had', [findingOf('platform-missing')], { comparison }, 'fail'],
    ['fails on an error behind a good pull', [findingOf('wrong-architecture')], {}, 'fail'],
    ['passes with warnings', [findingOf('pull-secret-other-namespace')], {}, 'pass'],
    ['is unknown when no image was found', [], { plans: [], inventory: { uses: [], documents: new Map() } }, 'unknown'],
    [
      'is unknown where nothing was asked, whatever is found',
      [findingOf('invalid-reference')],
      { request: { offline: true, policy } },
      'unknown',
    ],
    [
      'passes when the change touches no source',
      [],
      { plans: [], rendered: [], inventory: { uses: [], documents: new Map() }, untouched: [leftAlone] },
      'pass',
    ],
  ] as const)('%s', (_, findings, over, verdict) => {
    expect(reportOf(findings, over).verdict).toBe(verdict)
  })

  test('does not count the note about a secret of a use whose own finding is ignored', () => {
    const limited = findingOf('rate-limited', { ignored: { reason: 'meant' } })
    const note = findingOf('pull-secret-missing', { image: undefined, verdict: 'unknown' })
    expect(reportOf([limited, note]).verdict).toBe('pass')
  })

  test('is unknown when an image that could not be told has no finding', () => {
    const one = use('u1', 'ghcr.io/acme/web:1')
    expect(reportOf([], { judgement: { findings: [], verdicts: [verdictOf(one, 'unknown')] } }).verdict).toBe('unknown')
  })

  test('is unknown when no image would be pulled by any declared node', () => {
    const one = use('u1', 'ghcr.io/acme/web:1')
    const report = reportOf([], { judgement: { findings: [], verdicts: [verdictOf(one, 'not-checked')] } })
    expect(report).toMatchObject({ verdict: 'unknown', headline: expect.stringContaining('Nothing was checked') })
  })
})

describe('the headline', () => {
  test.each([
    [[], 'The image can be pulled.'],
    [[old], '1 of 1 image cannot be pulled.'],
    [[findingOf('render-failed', { uses: [], image: undefined })], '1 source does not render.'],
    [[findingOf('wrong-architecture')], '1 error found.'],
    [[findingOf('rate-limited')], '1 of 1 image could not be verified; no error was found.'],
    [
      [{ ...old, ignored: { reason: 'meant' } }],
      '0 of 1 image can be pulled; 1 has known problems that are ignored or older than this change.',
    ],
  ] as const)('says why', (findings, text) => {
    expect(reportOf(findings).headline).toBe(text)
  })
})

test('the headline of a failure does not pass over images that are broken and do not count', () => {
  const uses = [use('u1', 'ghcr.io/acme/web:1', 'a'), use('u2', 'ghcr.io/acme/api:1', 'b')]
  const [fresh, settled] = uses.map(({ id, image }) => findingOf('tag-not-found', { image, uses: [id] }))
  if (fresh === undefined || settled === undefined) throw new Error('no finding')
  const report = reportOf([], {
    inventory: { uses, documents: new Map() },
    plans: uses.map(one => planOf(one)),
    judgement: {
      findings: [fresh, { ...settled, ignored: { reason: 'meant' } }],
      verdicts: uses.map(one => verdictOf(one, 'unpullable')),
    },
  })
  expect(report.summary.unpullable).toBe(2)
  expect(report.headline).toBe(
    '1 of 2 images cannot be pulled; 1 more has known problems that are ignored or older than this change.',
  )
})

describe('the report', () => {
  test('sorts errors first, then in triage order', () => {
    const findings = (['large-image', 'platform-missing', 'rate-limited', 'tls-expired'] as const).map(code =>
      findingOf(code),
    )
    expect(reportOf(findings).findings.map(({ code }) => code)).toEqual([
      'tls-expired',
      'platform-missing',
      'rate-limited',
      'large-image',
    ])
  })

  test('folds the uses of an image to the worst and counts the images', () => {
    const uses = [use('u1', 'nginx:1.27', 'a'), use('u2', 'docker.io/library/nginx:1.27', 'b'), use('u3', 'nginx', 'c')]
    const [a, b, c] = uses.map((one, index) => verdictOf(one, index === 1 ? 'unknown' : 'pullable'))
    const verdicts = [a, b, c].filter(one => one !== undefined)
    const report = reportOf([], {
      inventory: { uses, documents: new Map() },
      plans: uses.map(one => planOf(one)),
      judgement: { findings: [], verdicts },
    })
    expect(
      report.images.map(({ reference, normalized, verdict, tag, uses: ids }) => [
        reference,
        normalized,
        verdict,
        tag,
        ids,
      ]),
    ).toEqual([
      ['nginx:1.27', 'docker.io/library/nginx:1.27', 'unknown', '1.27', ['u1', 'u2']],
      ['nginx', 'docker.io/library/nginx:latest', 'pullable', null, ['u3']],
    ])
    expect(report.summary).toMatchObject({ uses: 3, images: 2, pullable: 1, unknown: 1 })
  })

  test('has one entry for each use and environment, and counts uses once', () => {
    const [one] = partsWith().inventory.uses
    if (one === undefined) throw new Error('no use')
    const edge = { ...planOf(one).environment, name: 'edge' }
    const judgement = {
      findings: [findingOf('tag-not-found', { environment: 'edge' })],
      verdicts: [verdictOf(one, 'pullable'), verdictOf(one, 'unpullable', 'edge')],
    }
    const report = buildReport(partsWith({ plans: [planOf(one), planOf(one, edge)], judgement }))
    expect(report.uses.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['u1@default', 'pullable'],
      ['u1@edge', 'unpullable'],
    ])
    expect(report.findings[0]?.uses).toEqual(['u1@edge'])
    expect(report.summary.uses).toBe(1)
  })

  test('gives a finding the line of its first use and the others as related', () => {
    const second = { ...tagLine, line: 20, endLine: 20 }
    const report = reportOf([old], { locations: { uses: new Map([['u1', [tagLine, second, tagLine]]]) } })
    expect(report.findings[0]).toMatchObject({ location: { line: 12 }, related: [{ line: 20 }] })
  })

  test('names only the file for a fact about a secret, whose line is not that of the image', () => {
    const [finding] = reportOf([findingOf('pull-secret-missing', { image: undefined })]).findings
    expect(finding?.location).toMatchObject({ file: 'charts/shop/templates/web.yaml', line: null, confidence: 'file' })
  })

  test('keeps to its schema', () => {
    const read: unknown = JSON.parse(JSON.stringify(realisticReport()))
    expect(reportSchema.safeParse(read).error).toBeUndefined()
  })
})

describe('the key of a finding', () => {
  const keyOf = (uses: ReturnType<typeof use>[], image = 'ghcr.io/acme/web:1.27.33'): string | undefined =>
    reportOf([findingOf('tag-not-found', { image, uses: uses.map(({ id }) => id) })], {
      inventory: { uses, documents: new Map() },
    }).findings[0]?.key

  test('stays the same when the source moves or ids change', () => {
    const moved = { ...use('u7', 'x'), key: 'charts/other', source: 's9' }
    expect(keyOf([moved])).toBe(keyOf([use('u1', 'x')]))
  })

  test('differs for another image and for another workload', () => {
    const key = keyOf([use('u1', 'x')])
    expect(keyOf([use('u1', 'x')], 'ghcr.io/acme/web:2')).not.toBe(key)
    expect(keyOf([use('u1', 'x', 'other')])).not.toBe(key)
  })

  test('is old only if the base had all of its uses', () => {
    const uses = [use('u1', 'x', 'web'), use('u2', 'x', 'new')]
    const both = findingOf('tag-not-found', { uses: ['u1', 'u2'] })
    const status = (finding: typeof both): string | undefined =>
      reportOf([finding], { comparison, inventory: { uses, documents: new Map() } }).findings[0]?.status
    expect(status({ ...both, uses: ['u1'] })).toBe('old')
    expect(status(both)).toBe('new')
  })

  test('is new where the base had it once, and now another source has the same workload with it', () => {
    const uses = [use('u1', 'x', 'web'), { ...use('u2', 'x', 'web'), source: 's9' }]
    const statuses = (findings: readonly (typeof old)[]) =>
      reportOf(findings, { comparison, inventory: { uses, documents: new Map() } }).findings.map(({ status }) => status)
    expect(statuses([findingOf('tag-not-found', { uses: ['u1', 'u2'] })])).toEqual(['new'])
    const ignored = findingOf('tag-not-found', { uses: ['u1'], ignored: { reason: 'meant' } })
    expect(statuses([ignored, findingOf('tag-not-found', { uses: ['u2'] })])).toEqual(['new', 'new'])
  })
})
