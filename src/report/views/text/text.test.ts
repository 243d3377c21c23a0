import { describe, expect, test } from 'vitest'
import { realisticReport } from '../../../../test/realistic-report.ts'
import { findingOf, reportOf } from '../../../../test/report-fixtures.ts'
import { reportLocation } from '../../locations.ts'
import { colour, plain } from './palette.ts'
import { textReport } from './text.ts'

const report = realisticReport()

describe('the terminal view', () => {
  test('tells a person at night what is broken and what to do', () => {
    expect(textReport(report, { palette: plain, detail: 'normal', width: 100 })).toMatchInlineSnapshot(`
      "Broken

      ✗ ghcr.io/acme/web:1.27.33
        charts/shop/values-prod.yaml:12:8  error tag-not-found
          \`ghcr.io/acme/web:1.27.33\` does not exist: the repository has no tag \`1.27.33\`.
          why   The repository exists and has other tags: \`1.27.3\`, \`1.27.2\` and \`1.26.0\`. The registry
                says: \`manifest unknown\`.
          fix   Use \`1.27.3\`, which exists, or \`1.27.2\`.
          used by  Deployment shop/web, container main; Deployment shop/web-canary, container main
          not looked at because of this: platform, content
          kubelet  ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image
                   "ghcr.io/acme/web:1.27.33": failed to resolve reference "ghcr.io/acme/web:1.27.33":
                   ghcr.io/acme/web:1.27.33: not found

      ✗ quay.io/acme/worker:2
        charts/shop/values-prod.yaml:41:8  error platform-missing
          \`quay.io/acme/worker:2\` has nothing for \`linux/arm64\`.
          why   Nodes of that platform are declared or required, and the index offers \`linux/amd64\` and
                \`linux/s390x\`.
          fix   Build and push the image for \`linux/arm64\` too, use a tag that has it, or keep the
                workload off such nodes by a node selector.
          used by  Deployment shop/worker, container main
          kubelet  ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image
                   "quay.io/acme/worker:2": no match for platform in manifest: not found

      Could not tell

      ? docker.io/library/redis:8
        charts/shop/values-prod.yaml:30:8  warning rate-limited
          Could not tell whether \`docker.io/library/redis:8\` can be pulled: \`docker.io\` limits how often
          it may be asked (429).
          why   The quota of pulls for this address or account is used up. The registry says:
                \`toomanyrequests: You have reached your pull rate limit.\`.
          fix   Run the check again later. A login of the runner for \`docker.io\` has a quota of its own;
                nodes that pull \`docker.io/library/redis\` have theirs.
          used by  Deployment shop/cache, container main

      Worth a look

      · charts/shop/templates/web.yaml  notice pull-secret-missing
          The pull secret \`shop/regcred\` is neither in the manifests nor was its content given.
          why   Its content is not known here, so whether it opens the registry is taken on trust.
          fix   If the cluster does not hold it yet, create it; to have it checked, give its content by
                \`pull-secrets\`.
                $ kubectl create secret docker-registry regcred --namespace=shop --docker-server=ghcr.io --docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"
          used by  Deployment shop/api, container main

      Ignored
        latest-tag: docker.io/library/nginx:latest (charts/shop/templates/web.yaml), because: the proxy
        follows nginx

      5 images in 6 uses of 1 source: 2 pullable, 2 unpullable, 1 unknown, 0 not checked.
      1 verdict rests on assumptions; --verbose lists them.
      48 requests, 1.8 s
      ✗ fail  2 of 5 images cannot be pulled; 1 could not be verified.
      "
    `)
  })

  test('shows only problems when quiet', () => {
    const text = textReport(report, { palette: plain, detail: 'quiet' })
    expect(text).toContain('tag-not-found')
    expect(text).toContain('rate-limited')
    expect(text).not.toMatch(/pull-secret-missing|Ignored/)
  })

  test('adds requests and assumptions when verbose', () => {
    const text = textReport(report, { palette: plain, detail: 'verbose' })
    expect(text).toContain(
      'GET https://ghcr.io/v2/acme/web/manifests/1.27.33 → 404 MANIFEST_UNKNOWN (credentials: runner)',
    )
    expect(text).toContain('secret `shop/regcred` opens `ghcr.io/acme/api` (1 use)')
  })

  test('keeps its words in colour', () => {
    const coloured = textReport(report, { palette: colour, detail: 'normal' })
    expect(coloured).toContain('\u001b[31m✗ fail\u001b[39m')
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(textReport(report, { palette: plain, detail: 'normal' }))
  })

  test('breaks no word and no command, and no other line is wider than the terminal', () => {
    const lines = textReport(report, { palette: plain, detail: 'verbose', width: 60 }).split('\n')
    const wide = lines.filter(line => line.length > 60 && !line.includes('$ kubectl'))
    expect(wide.filter(line => line.trim().includes(' ') && !/\S{50}/.test(line))).toEqual([])
  })

  test('lists apart what was there before', () => {
    const old = {
      ...report,
      findings: report.findings.map(finding => ({ ...finding, status: 'old' as const, counts: false })),
    }
    expect(textReport(old, { palette: plain, detail: 'normal' })).toContain(
      'There before this change, does not count\n  tag-not-found: ghcr.io/acme/web:1.27.33 (charts/shop/values-prod.yaml:12:8)',
    )
  })

  test('says that all is well', () => {
    expect(textReport(reportOf([]), { palette: plain, detail: 'normal' })).toBe(
      '1 image in 1 use of 1 source: 1 pullable, 0 unpullable, 0 unknown, 0 not checked.\n4 requests, 1.8 s\n✓ pass  The image can be pulled.\n',
    )
  })

  test('tells once what is the same in every environment', () => {
    const findings = ['prod', 'edge'].map(environment => findingOf('tag-not-found', { environment }))
    const text = textReport(reportOf(findings), { palette: plain, detail: 'normal' })
    expect(text.match(/tag-not-found/g)).toHaveLength(1)
  })

  test('tells apart what one container has of two sets of values', () => {
    const [use] = report.uses
    const [source] = report.sources
    const finding = report.findings.find(({ uses }) => use !== undefined && uses.includes(use.id))
    if (use === undefined || source === undefined || finding === undefined) throw new Error('the report has no finding')
    const stage = { ...source, id: 'stage', label: 'charts/shop (values-stage.yaml)' }
    const elsewhere = { ...use, id: 'elsewhere', source: 'stage' }
    const two = { ...report, sources: [...report.sources, stage], uses: [...report.uses, elsewhere] }
    const told = (text: string) => text.match(/rendered from {2}.*/g)
    expect(told(textReport(two, { palette: plain, detail: 'normal' }))).toEqual([`rendered from  ${source.label}`])
    const both = { ...two, findings: [{ ...finding, uses: [...finding.uses, 'elsewhere'] }] }
    expect(told(textReport(both, { palette: plain, detail: 'normal' }))).toBeNull()
  })

  test('tells once why one registry does not answer for many images', () => {
    const down = ['ghcr.io/acme/web:1', 'ghcr.io/acme/api:1'].map(image => findingOf('registry-unreachable', { image }))
    const text = textReport(reportOf(down), { palette: plain, detail: 'normal' })
    expect(text.match(/ {4}why {3}/g)).toHaveLength(1)
    expect(text).toContain('why, fix   as above')
  })

  test('names standard input and an image that is empty', () => {
    const location = { file: '-', line: 4, column: 12, confidence: 'exact' } as const
    const empty = reportOf([findingOf('empty-reference')])
    const [finding] = empty.findings
    const text = textReport(
      {
        ...empty,
        findings: finding === undefined ? [] : [{ ...finding, image: '', location: reportLocation(location) }],
      },
      { palette: plain, detail: 'normal' },
    )
    expect(text).toContain('✗ (empty)\n  <stdin>:4:12  error empty-reference')
  })

  test('says what was not checked and why', () => {
    const text = textReport(reportOf([findingOf('unresolved-source', { uses: [], image: undefined })]), {
      palette: plain,
      detail: 'normal',
    })
    expect(text).toContain('Not checked\n\n? warning unresolved-source\n    `overlays/prod` was not checked.')
  })
})
