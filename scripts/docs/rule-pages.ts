import { layerOf } from '../../src/judge/policy/rules.ts'
import { findingCodes } from '../../src/judge/codes.ts'
import { layers } from '../../src/judge/types.ts'
import { ruleTexts } from '../../src/report/views/rule-texts.ts'
import { pageMarkdown } from '../../src/rules/markdown.ts'
import { pageOf } from '../../src/rules/page.ts'

/** The pages of `docs/rules` by file name: one for each code, and the list of all. */
export function rulePageFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...findingCodes.map(code => [`${code}.md`, pageMarkdown(pageOf(code))] as const),
    ['README.md', listOfCodes()],
  ])
}

function listOfCodes(): string {
  const sections = layers.map(layer => {
    const codes = findingCodes.filter(code => layerOf(code) === layer)
    return [`## ${layer}`, '', ...codes.map(code => `- [\`${code}\`](${code}.md): ${ruleTexts[code]}`)].join('\n')
  })
  const introduction =
    'One page for each code that a finding can have, by layer. The layers stand in the order in which a failure is looked for: the first one that is broken is the cause. `will-it-pull explain CODE` prints the same text.'
  return `${['# Rules', introduction, ...sections].join('\n\n')}\n`
}
