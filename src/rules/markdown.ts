import type { Block, Page, PageSection } from './page.ts'

/** A page as a Markdown document. All of it is our own text, so nothing has to be escaped. */
export function pageMarkdown(page: Page): string {
  const facts = page.facts.map(([name, value]) => `${capital(name)}: ${value}`).join(' · ')
  const parts = [`# ${page.code}`, `${page.title}.`, facts, ...page.sections.map(sectionMarkdown)]
  return `${parts.join('\n\n')}\n`
}

function sectionMarkdown({ title, blocks }: PageSection): string {
  return [`## ${title}`, ...blocks.map(blockMarkdown)].join('\n\n')
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'list':
      return block.items.map(item => `- ${item}`).join('\n')
    case 'commands':
      return ['```sh', ...block.lines, '```'].join('\n')
    case 'quote':
      return [`${capital(block.who)}:`, '', '```text', block.text, '```'].join('\n')
  }
}

// the name of containerd is written small, also at the start
function capital(words: string): string {
  return words.startsWith('containerd') ? words : words.slice(0, 1).toUpperCase() + words.slice(1)
}
