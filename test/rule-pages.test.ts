import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findingCodes } from '../src/judge/codes.ts'
import { incidentPage } from '../scripts/docs/incident-page.ts'
import { rulePageFiles } from '../scripts/docs/rule-pages.ts'
import { plain } from '../src/report/views/text/palette.ts'
import { pageMarkdown } from '../src/rules/markdown.ts'
import { pageOf } from '../src/rules/page.ts'
import { pageText } from '../src/rules/terminal.ts'

const folder = 'docs/rules'

describe('docs/rules', () => {
  test('has a page for each code and none besides', async () => {
    const files = (await readdir(folder)).filter(name => name !== 'README.md').toSorted()
    expect(files).toEqual(findingCodes.map(code => `${code}.md`).toSorted())
  })

  test.each([...rulePageFiles()])('%s is current', async (name, text) => {
    expect(await readFile(join(folder, name), 'utf8'), 'run `npm run docs`').toBe(text)
  })
})

test('docs/incidents.md is current', async () => {
  expect(await readFile('docs/incidents.md', 'utf8'), 'run `npm run docs`').toBe(incidentPage())
})

describe.each(findingCodes)('the page of %s', code => {
  const page = pageOf(code)

  test('has something in every section', () => {
    expect(page.sections.map(({ title }) => title)).toEqual([
      'What it means',
      'What the kubelet says',
      'Why it happens',
      'How to prove it by hand',
      'How to fix it',
      'When to ignore it',
      'How we decide it',
    ])
    for (const { blocks } of page.sections) expect(blocks.length).toBeGreaterThan(0)
  })

  test('writes whole sentences with whole code spans', () => {
    const texts = page.sections.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : [])),
    )
    for (const text of texts) {
      expect(text).toMatch(/^[A-Z\d`].*[.:)?]$/s)
      expect(text.split('`').length % 2).toBe(1)
      expect(text).not.toMatch(/undefined|TODO| {2}/)
    }
  })

  test('gives a command to prove it, and no password on a command line', () => {
    const proofs = page.sections[3]?.blocks.filter(({ kind }) => kind === 'commands') ?? []
    expect(proofs.length).toBeGreaterThan(0)
    const lines = page.sections.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'commands' ? block.lines : [])),
    )
    for (const line of lines) expect(line).not.toMatch(/--docker-password=(?!"\$)/)
  })

  test('says the same on a terminal as in Markdown', () => {
    const words = (text: string) => text.replace(/^ *[-$#]+ |```(?:sh|text)|```|[*\s:]|·|,/gm, '').toLowerCase()
    const body = (text: string) => words(text.slice(text.indexOf('What it means')))
    expect(body(pageText(page, { palette: plain, width: 80 }))).toBe(body(pageMarkdown(page)))
  })
})
