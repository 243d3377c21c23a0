import { step } from '../rules/page.ts'
import type { Block, Page } from '../rules/page.ts'
import type { TriageCode } from './code-list.ts'
import { triageTexts } from './codes.ts'

/** The page of a code of triage. */
export function triagePage(code: TriageCode): Page {
  const { layer, title, means, look, fix, disturbing } = triageTexts[code]
  const last: readonly Block[] =
    disturbing === undefined
      ? []
      : [
          { kind: 'text', text: `This disturbs what runs, so it comes last; it ${disturbing.why}:` },
          { kind: 'commands', lines: [disturbing.run] },
        ]
  return {
    code,
    title,
    facts: [['layer', layer]],
    sections: [
      { title: 'What it means', blocks: [{ kind: 'text', text: means }] },
      { title: 'How to prove it by hand', blocks: look.flatMap(step) },
      { title: 'How to fix it', blocks: [{ kind: 'text', text: fix }, ...last] },
    ],
  }
}
