import type { Palette } from '../report/views/text/palette.ts'
import { wrap } from '../report/views/text/wrap.ts'
import type { Block, Page, PageSection } from './page.ts'

/** How a page is laid out on a terminal. */
export interface PageLayout {
  readonly palette: Palette
  /** Columns; absent: lines are not broken. */
  readonly width?: number | undefined
}

/** A page for a terminal. */
export function pageText(page: Page, layout: PageLayout): string {
  const { palette } = layout
  const facts = page.facts.map(([name, value]) => `${name}: ${value}`).join(', ')
  const lines = [
    palette.strong(page.code),
    `${page.title}.`,
    palette.faint(facts),
    ...page.sections.flatMap(section => ['', ...sectionLines(section, layout)]),
  ]
  return `${lines.join('\n')}\n`
}

function sectionLines({ title, blocks }: PageSection, layout: PageLayout): readonly string[] {
  return [layout.palette.strong(title), ...blocks.flatMap(block => blockLines(block, layout))]
}

function blockLines(block: Block, { palette, width = Infinity }: PageLayout): readonly string[] {
  switch (block.kind) {
    case 'text':
      return wrap(`  ${block.text}`, width, '  ')
    case 'list':
      return block.items.flatMap(item => wrap(`  - ${item}`, width, '    '))
    case 'commands':
      return block.lines.map(line => `    $ ${line}`)
    case 'quote':
      return [
        `  ${block.who}:`,
        ...block.text.split('\n').flatMap(line => wrap(`    ${line}`, width, '    ').map(part => palette.faint(part))),
      ]
  }
}
