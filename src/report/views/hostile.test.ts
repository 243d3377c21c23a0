import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hostile, hostileText } from '../../../test/hostile-report.ts'
import { realisticReport } from '../../../test/realistic-report.ts'
import { sarifShape } from '../../../test/sarif-shape.ts'
import { annotations } from './annotations.ts'
import { codeBlock } from '../escape/markdown.ts'
import { githubCommands } from './github.ts'
import { gitlabReport } from './gitlab.ts'
import { commentBody, resolvedComment } from './markdown/comment.ts'
import { markdownSummary } from './markdown/summary.ts'
import { jsonReport } from './json.ts'
import { sarifReport } from './sarif.ts'
import { colour, plain } from './text/palette.ts'
import { textReport } from './text/text.ts'

/** GitLab docs, "Code Quality report format". */
const gitlabShape = z.array(
  z.strictObject({
    description: z.string().regex(/^[^\n]+$/),
    check_name: z.string().min(1),
    fingerprint: z.string(),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.\/)./su),
      lines: z.strictObject({ begin: z.int().min(1) }),
    }),
  }),
)

const reports = hostile(realisticReport())
const repository = { serverUrl: 'https://github.com', repository: 'acme/shop', sha: 'a'.repeat(40) }
const isCommand = (line: string): boolean => line.trim().startsWith('::') || line.includes('##[')

describe('with hostile text in every field', () => {
  test('the terminal view acts on no terminal and gives the runner no command', () => {
    const property = fc.property(
      reports,
      fc.constantFrom('quiet', 'normal', 'verbose'),
      fc.constantFrom(undefined, 60),
      (report, detail, width) => {
        const text = textReport(report, { palette: plain, detail, width })
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/)
        expect(text.split('\n').filter(isCommand)).toEqual([])
        expect(textReport(report, { palette: colour, detail: 'normal' }).split('\n').filter(isCommand)).toEqual([])
      },
    )
    fc.assert(property, { numRuns: 150 })
  })

  test.each([
    ['JSON', jsonReport],
    ['SARIF', sarifReport],
    ['Code Quality', gitlabReport],
  ])('%s acts on no terminal, and gives no command', (_, view) => {
    const odd = '\u009b2J\u202e\u2028\u{e0041}##[error]'
    const property = fc.property(reports, fc.constantFrom('', odd), (report, added) => {
      const text = view({ ...report, findings: report.findings.map(one => ({ ...one, message: one.message + added })) })
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Cf}]/u)
      expect(text.split('\n').filter(isCommand)).toEqual([])
    })
    fc.assert(property, { numRuns: 50 })
  })

  test('workflow commands stay one a line and are ours', () => {
    const property = fc.property(reports, report => {
      const lines = githubCommands(report).trimEnd().split('\n')
      expect(lines.length).toBe(annotations(report).length + 1)
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/^::(error|warning) [^:\r]*::[^\r]*$/)
      expect(lines.filter(line => line.includes('##['))).toEqual([])
      expect(lines.slice(-1).filter(isCommand)).toEqual([])
    })
    fc.assert(property, { numRuns: 150 })
  })

  test.each([
    ['summary', (report: Parameters<typeof markdownSummary>[0]) => markdownSummary(report, { repository })],
    ['comment', (report: Parameters<typeof markdownSummary>[0]) => commentBody(report, { repository })],
    ['resolved comment', (report: Parameters<typeof markdownSummary>[0]) => resolvedComment(report, {})],
  ])('the Markdown of the %s keeps its cells and pings nobody', (_, view) => {
    const property = fc.property(reports, report => {
      const markdown = view(report)
      expect(markdown.split('\n').filter(isCommand)).toEqual([])
      expect(markdown).not.toMatch(/(?<!\w)@\w/)
      for (const row of markdown.split('\n').filter(line => line.startsWith('| '))) expect(cells(row)).toBe(1)
      const words = withoutLinks(withoutCode(markdown)).replaceAll(/\\./g, '')
      expect(words.replaceAll(/<\/?(?:details|summary|sub)>|<br>/g, '')).not.toMatch(/[<>]/)
      expect(words).not.toMatch(/\]\(|:\/\/|www\./)
      expect(words.match(/(?<![&\w/%])#\d|\bGH-\d/g)).toBeNull()
      expect(withoutCode(markdown).match(/^#+ .*/gm)).toEqual(
        view(realisticReport())
          .match(/^#+ .*/gm)
          ?.map(() => expect.any(String)),
      )
    })
    fc.assert(property, { numRuns: 150 })
  })

  test('SARIF and Code Quality stay JSON with non-empty texts', () => {
    const property = fc.property(reports, report => {
      // made by us, of no text from outside
      const { tool } = realisticReport()
      const findings = report.findings.map(finding => ({ ...finding, key: 'a1' }))
      expect(sarifShape.safeParse(JSON.parse(sarifReport({ ...report, tool, findings }))).error).toBeUndefined()
      const issues = gitlabShape.parse(JSON.parse(gitlabReport({ ...report, findings })))
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
    })
    fc.assert(property, { numRuns: 50 })
  })

  test('a block of commands is not left', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1 }), lines => {
        const [first = '', ...rest] = codeBlock(lines, 'sh').split('\n')
        const fence = first.replace('sh', '')
        expect(rest.findIndex(line => line.trim() === fence)).toBe(rest.length - 1)
      }),
    )
  })
})

/** Cells of a table's row as GFM splits them: a backslash keeps a bar in its cell. */
function cells(row: string): number {
  return row.replaceAll(/\\./g, '').split('|').length - 2
}

/** Only links to lines of the repository are ours. */
function withoutLinks(markdown: string): string {
  const line = /\]\(https:\/\/github\.com\/acme\/shop\/blob\/a{40}\/[\w./%~-]*(?:#L\d+)?\)/g
  const page = /\]\(https:\/\/github\.com\/will-it-pull\/will-it-pull\/blob\/main\/docs\/rules\/[a-z-]+\.md\)/g
  return markdown.replaceAll(line, ']').replaceAll(page, ']')
}

/** What is left without fenced blocks and code spans (CommonMark 0.31, 4.5 and 6.1). */
function withoutCode(markdown: string): string {
  const unfenced = markdown.replaceAll(/^(`{3,})sh\n[^]*?^\1$/gm, '')
  return unfenced.replaceAll(/(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)/g, 'code')
}
