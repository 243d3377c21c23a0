import { describe, expect, test } from 'vitest'
import { realisticReport } from '../../../test/realistic-report.ts'
import { sarifShape } from '../../../test/sarif-shape.ts'
import { findingOf, reportOf } from '../../../test/report-fixtures.ts'
import { findingCodes } from '../../judge/codes.ts'
import { gitlabReport } from './gitlab.ts'
import type { Report } from '../schema.ts'
import { sarifReport } from './sarif.ts'

interface Log {
  readonly version: string
  readonly runs: readonly [Run]
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] } }
  readonly automationDetails: { readonly id: string }
  readonly results: readonly Readonly<Record<string, unknown>>[]
  readonly invocations: unknown
}

function runOf(report: Report): Run {
  const log = JSON.parse(sarifReport(report)) as Log
  sarifShape.parse(log)
  return log.runs[0]
}

/** A finding in that file. */
function at(file: string): Report {
  const report = reportOf([findingOf('tag-not-found')])
  const findings = report.findings.map(finding => ({
    ...finding,
    location: finding.location && { ...finding.location, file },
  }))
  return { ...report, findings }
}

describe('SARIF', () => {
  test('has the same rules whatever was found', () => {
    const { rules } = runOf(reportOf([])).tool.driver
    expect(rules.map(({ id }) => id)).toEqual(findingCodes)
    expect(rules).toEqual(runOf(realisticReport()).tool.driver.rules)
    for (const rule of rules) expect(JSON.stringify(rule)).not.toMatch(/:""|security-severity/)
  })

  test('gives each result its rule, place and fingerprint', () => {
    const report = reportOf([findingOf('tag-not-found')])
    expect(runOf(report).results).toEqual([
      {
        ruleId: 'tag-not-found',
        ruleIndex: findingCodes.indexOf('tag-not-found'),
        level: 'error',
        message: { text: expect.stringMatching(/^`ghcr\.io\/acme\/web:1\.27\.33` does not exist/) },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'charts/shop/values-prod.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 12, startColumn: 8, endLine: 12, endColumn: 15 },
            },
          },
        ],
        partialFingerprints: { 'willItPull/v1': report.findings[0]?.key },
        properties: { verdict: 'unpullable', status: 'new', image: 'ghcr.io/acme/web:1.27.33', platform: null },
      },
    ])
  })

  test('tells findings without a place as notifications, and nothing of ignored ones', () => {
    const run = runOf(
      reportOf([
        findingOf('no-images-found', { uses: [], image: undefined }),
        findingOf('tag-not-found', { ignored: { reason: 'x' } }),
      ]),
    )
    expect(run.results).toEqual([])
    expect(run.invocations).toMatchObject([{ toolExecutionNotifications: [{ descriptor: { id: 'no-images-found' } }] }])
  })

  test.each([
    ['a b/ü 数.yaml', 'a%20b/%C3%BC%20%E6%95%B0.yaml'],
    ['charts\\shop\\v.yaml', 'charts%5Cshop%5Cv.yaml'],
    ['C:/v.yaml', 'C%3A/v.yaml'],
    ['a?b#c%20.yaml', 'a%3Fb%23c%2520.yaml'],
    ["it's (a)!*.yaml", "it's%20(a)!*.yaml"],
    ['half\ud800.yaml', 'half%EF%BF%BD.yaml'],
  ])('names the file %j by %s', (file, uri) => {
    expect(runOf(at(file)).results).toMatchObject([
      { locations: [{ physicalLocation: { artifactLocation: { uri } } }] },
    ])
  })

  test.each(['-', '', '/etc/passwd', '../x.yaml', 'a/../../x', './x', 'a//b'])(
    'has no alert in %j, which is no file of the repository',
    file => {
      const run = runOf(at(file))
      expect(run.results).toEqual([])
      expect(run.invocations).toMatchObject([{ toolExecutionNotifications: [{ descriptor: { id: 'tag-not-found' } }] }])
    },
  )

  test.each([
    [undefined, 'will-it-pull/default/'],
    ['images (shop, linux/arm64)', 'will-it-pull/images (shop, linux-arm64)/'],
    ['a\nb\ud800', 'will-it-pull/a b\ufffd/'],
  ])('of the category %j is told apart from others', (category, id) => {
    const log = JSON.parse(sarifReport(reportOf([]), { category })) as Log
    expect(sarifShape.parse(log).runs[0].automationDetails.id).toBe(id)
  })

  test('shows the worst 5,000 results, and says how many more there are', () => {
    const report = reportOf([findingOf('tag-not-found')])
    const [first] = report.findings
    if (first === undefined) throw new Error('no finding')
    const run = runOf({ ...report, findings: Array.from({ length: 6000 }, () => first) })
    expect(run.results).toHaveLength(5000)
    expect(JSON.stringify(run.invocations)).toContain('1000 more findings in the JSON report.')
  })
})

test("GitLab's issues have unique fingerprints and a place", () => {
  const report = reportOf([findingOf('tag-not-found'), findingOf('no-images-found', { uses: [], image: undefined })])
  const [first] = report.findings
  if (first === undefined) throw new Error('no finding')
  const issues: unknown = JSON.parse(gitlabReport({ ...report, findings: [...report.findings, first] }))
  expect(issues).toMatchObject([
    {
      check_name: 'tag-not-found',
      severity: 'critical',
      fingerprint: first.key,
      location: { path: 'charts/shop/values-prod.yaml', lines: { begin: 12 } },
    },
    { check_name: 'no-images-found', severity: 'minor', location: { path: '.', lines: { begin: 1 } } },
    { check_name: 'tag-not-found', fingerprint: `${first.key}-1` },
  ])
})
