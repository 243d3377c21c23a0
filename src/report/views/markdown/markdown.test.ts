import { describe, expect, test } from 'vitest'
import { realisticReport } from '../../../../test/realistic-report.ts'
import { findingOf, reportOf } from '../../../../test/report-fixtures.ts'
import { commentBody, resolvedComment } from './comment.ts'
import { lineUrl } from './links.ts'
import { markdownSummary } from './summary.ts'

const sha = 'a'.repeat(40)
const repository = { serverUrl: 'https://github.com', repository: 'acme/shop', sha }
const place = {
  file: 'a b/#1/v.yaml',
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 4,
  path: null,
  confidence: 'exact',
} as const

const many = (count: number): ReturnType<typeof reportOf> => {
  const report = realisticReport()
  const [first] = report.findings
  if (first === undefined) throw new Error('no finding')
  return {
    ...report,
    findings: Array.from({ length: count }, (_, index) => ({
      ...first,
      image: `ghcr.io/acme/web:${index}`,
      key: `k${index}`,
    })),
  }
}

describe('the comment', () => {
  test('says what is broken, where, why and what to do', () => {
    expect(commentBody(realisticReport(), { repository })).toMatchInlineSnapshot(`
      "### ❌ will-it-pull: 2 of 5 images cannot be pulled; 1 could not be verified.

      | Broken (2) |
      | :-- |
      | **\`ghcr.io/acme/web:1.27.33\` does not exist: the repository has no tag \`1.27.33\`.**<br>[\`charts/shop/values-prod.yaml:12\`](https://github.com/acme/shop/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/charts/shop/values-prod.yaml#L12) <sub>[tag-not-found](https://github.com/will-it-pull/will-it-pull/blob/main/docs/rules/tag-not-found.md)</sub><br>Why: The repository exists and has other tags: \`1.27.3\`, \`1.27.2\` and \`1.26.0\`. The registry says: \`manifest unknown\`.<br>**Fix:** Use \`1.27.3\`, which exists, or \`1.27.2\`. |
      | **\`quay.io/acme/worker:2\` has nothing for \`linux/arm64\`.**<br>[\`charts/shop/values-prod.yaml:41\`](https://github.com/acme/shop/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/charts/shop/values-prod.yaml#L41) <sub>[platform-missing](https://github.com/will-it-pull/will-it-pull/blob/main/docs/rules/platform-missing.md)</sub><br>Why: Nodes of that platform are declared or required, and the index offers \`linux/amd64\` and \`linux/s390x\`.<br>**Fix:** Build and push the image for \`linux/arm64\` too, use a tag that has it, or keep the workload off such nodes by a node selector. |

      | Could not tell (1) |
      | :-- |
      | **Could not tell whether \`docker.io/library/redis:8\` can be pulled: \`docker.io\` limits how often it may be asked (429).**<br>[\`charts/shop/values-prod.yaml:30\`](https://github.com/acme/shop/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/charts/shop/values-prod.yaml#L30) <sub>[rate-limited](https://github.com/will-it-pull/will-it-pull/blob/main/docs/rules/rate-limited.md)</sub><br>Why: The quota of pulls for this address or account is used up. The registry says: \`toomanyrequests: You have reached your pull rate limit.\`.<br>**Fix:** Run the check again later. A login of the runner for \`docker.io\` has a quota of its own; nodes that pull \`docker.io/library/redis\` have theirs. |

      <details><summary>Uses and evidence (3)</summary>

      **\`ghcr.io/acme/web:1.27.33\`** tag-not-found

      - Used by \`Deployment shop/web, container main\`; \`Deployment shop/web-canary, container main\`.
      - Not looked at because of this: platform, content.
      - The kubelet would say: \`ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "ghcr.io/acme/web:1.27.33": failed to resolve reference "ghcr.io/acme/web:1.27.33": ghcr.io/acme/web:1.27.33: not found\`
      - Asked: \`GET https://ghcr.io/v2/acme/web/manifests/1.27.33\`, answer \`404 MANIFEST_UNKNOWN\`, credentials \`runner\`.

      **\`quay.io/acme/worker:2\`** platform-missing

      - Used by \`Deployment shop/worker, container main\`.
      - The kubelet would say: \`ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "quay.io/acme/worker:2": no match for platform in manifest: not found\`

      **\`docker.io/library/redis:8\`** rate-limited

      - Used by \`Deployment shop/cache, container main\`.


      </details>

      <details><summary>Worth a look (1)</summary>

      - [\`charts/shop/templates/web.yaml\`](https://github.com/acme/shop/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/charts/shop/templates/web.yaml): The pull secret \`shop/regcred\` is neither in the manifests nor was its content given. Its content is not known here, so whether it opens the registry is taken on trust. **Fix:** If the cluster does not hold it yet, create it; to have it checked, give its content by \`pull-secrets\`. \`kubectl create secret docker-registry regcred --namespace=shop --docker-server=ghcr.io --docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"\` <sub>[pull-secret-missing](https://github.com/will-it-pull/will-it-pull/blob/main/docs/rules/pull-secret-missing.md)</sub>

      </details>

      <details><summary>Ignored (1)</summary>

      - [\`charts/shop/templates/web.yaml\`](https://github.com/acme/shop/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/charts/shop/templates/web.yaml): \`docker.io/library/nginx:latest\` uses the tag \`latest\`. Ignored: \`the proxy follows nginx\`. <sub>[latest-tag](https://github.com/will-it-pull/will-it-pull/blob/main/docs/rules/latest-tag.md)</sub>

      </details>

      <details><summary>Taken on trust (1)</summary>

      - secret \`shop/regcred\` opens \`ghcr.io/acme/api\`

      </details>

      <sub>5 images: 2 pullable, 2 unpullable, 1 unknown · will-it-pull \`0.1.0\`</sub>

      "
    `)
  })

  test('is the same whatever the run cost: what an earlier run left in the cache is no news', () => {
    const report = realisticReport()
    const cheaper = { ...report, summary: { ...report.summary, requests: 3, durationMs: 7 } }
    expect(commentBody(cheaper, { repository })).toBe(commentBody(report, { repository }))
    expect(markdownSummary(cheaper, { repository })).toContain(' · 3 requests · ')
  })

  test('cuts whole rows, says how many, and keeps within 60,000 characters', () => {
    const body = commentBody(many(2000), { repository })
    expect(body.length).toBeLessThanOrEqual(60_000)
    expect(body.length).toBeGreaterThan(55_000)
    const rows = body.split('\n').filter(line => line.startsWith('| **')).length
    expect(body).toContain(`${2000 - rows} more left out for lack of room.`)
    expect(body.split('\n').filter(line => line.startsWith('| **') && !line.endsWith(' |'))).toEqual([])
  })

  test('shows the command of a fix beside it, and apart where a cell would spoil it', () => {
    const [found] = reportOf([findingOf('pull-secret-rejected')]).findings
    if (found?.fix == null) throw new Error('no fix')
    const told = (commands: string[]): string => {
      const findings = [{ ...found, fix: { text: 'Renew it:', commands } }]
      return commentBody({ ...reportOf([]), findings }, {})
    }
    expect(told(['a | b'])).toContain('**Fix:** Renew it:<br>`a \\| b` |')
    for (const command of ['echo `x`', 'a \\ b', 'x'.repeat(800)]) {
      expect(told([command])).toContain('**Fix:** Renew it. |')
      expect(told([command])).toContain(`\n${command}\n\`\`\``)
    }
  })

  test('says which of several it is', () => {
    const label = 'shop, `linux/arm64`'
    expect(commentBody(reportOf([]), { label })).toMatch(/^### ✅ will-it-pull \(shop, `linux\/arm64`\): The image/)
    expect(resolvedComment(reportOf([]), { label })).toMatch(/^### ✅ will-it-pull \(shop, `linux\/arm64`\): resolved/)
    expect(commentBody(reportOf([]), { label: '@acme/team [x](y)'.repeat(20) })).not.toMatch(/@acme|(?<!\\)\]\(/)
  })

  test('names what the findings were compared with, and first of all why there is nothing', () => {
    const report = reportOf([])
    const told = (base: typeof report.base): readonly string[] => commentBody({ ...report, base }, {}).split('\n')
    expect(told({ commit: 'b'.repeat(40), why: null }).at(-3)).toContain('compared with bbbbbbbbbbbb · ')
    expect(told({ commit: null, why: 'it is gone' })[2]).toBe('Everything counts as new: it is gone.')
  })

  test('turns to resolved', () => {
    expect(resolvedComment(reportOf([]), {})).toBe(
      `### ✅ will-it-pull: resolved\n\nThe problems that stood here are gone. The image can be pulled.\n`,
    )
  })

  test.each(['javascript:alert(1)', 'https://evil.example/)(x', 'http://github.com/x'])(
    'links no address such as %s',
    runUrl => {
      expect(commentBody(reportOf([]), { runUrl })).not.toContain('whole report')
    },
  )
})

describe('the summary', () => {
  test('keeps within 1 MiB of UTF-8', () => {
    const report = many(6000)
    const wide = { ...report, findings: report.findings.map(finding => ({ ...finding, cause: '語'.repeat(300) })) }
    const bytes = Buffer.byteLength(markdownSummary(wide, { repository }))
    expect(bytes).toBeLessThanOrEqual(1024 * 1024)
    expect(bytes).toBeGreaterThan(1_000_000)
  })

  test('leaves a blank line between HTML and Markdown', () => {
    const text = markdownSummary(realisticReport(), {})
    expect(text).not.toMatch(/<\/summary>\n[^\n]/)
  })

  test('names what was not checked', () => {
    const text = markdownSummary(reportOf([findingOf('never-pull')]), {})
    expect(text).toContain('<details><summary>Not checked (1)</summary>')
  })
})

describe('a link to a line', () => {
  test('is made of encoded parts', () => {
    expect(lineUrl(place, repository)).toBe(`https://github.com/acme/shop/blob/${sha}/a%20b/%231/v.yaml#L3`)
    expect(lineUrl({ ...place, endLine: 5 }, repository)).toMatch(/#L3-L5$/)
    expect(lineUrl({ ...place, file: 'a)(b' }, repository)).toContain('a%29%28b')
  })

  test.each([
    [{ ...place, file: '../x' }, repository],
    [{ ...place, file: '/etc/passwd' }, repository],
    [place, { ...repository, serverUrl: 'javascript:x' }],
    [place, { ...repository, repository: 'acme/shop/x)' }],
    [place, { ...repository, sha: 'main' }],
  ])('is not made of what is not known: %o', (location, known) => {
    expect(lineUrl(location, known)).toBeUndefined()
  })
})
