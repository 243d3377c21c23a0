import { defaultSeverity, layerOf } from '../../judge/policy/rules.ts'
import { findingCodes } from '../../judge/codes.ts'
import type { FindingCode, Severity } from '../../judge/codes.ts'
import { rulePage } from '../rule-page.ts'
import { ruleTexts } from './rule-texts.ts'

/** The rules of code scanning: one for each code, the same in every run, also where nothing was found. */
export const sarifRules = findingCodes.map(rule)

const positions = new Map(findingCodes.map((code, index) => [code, index]))

/** The place of a code among the rules. */
export function ruleIndex(code: FindingCode): number {
  return positions.get(code) ?? 0
}

/** A severity as SARIF names it. */
export function sarifLevel(severity: Severity): 'error' | 'warning' | 'note' | 'none' {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity
    case 'notice':
      return 'note'
    case 'off':
      return 'none'
  }
}

/** `TagNotFound`: for readers, while the id is for programs. */
function nameOf(code: FindingCode): string {
  return code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function rule(code: FindingCode): object {
  const text = `${ruleTexts[code]}.`
  const severity = defaultSeverity(code)
  return {
    id: code,
    name: nameOf(code),
    shortDescription: { text: ruleTexts[code] },
    fullDescription: { text },
    helpUri: rulePage(code),
    help: {
      text: `${text} Run \`will-it-pull explain ${code}\` for an example and the fix.`,
      markdown: `${text} Run \`will-it-pull explain ${code}\` for an example and the fix.`,
    },
    defaultConfiguration: { level: severity === 'off' ? 'warning' : sarifLevel(severity) },
    properties: {
      precision: 'high',
      'problem.severity': severity === 'error' ? 'error' : severity === 'notice' ? 'recommendation' : 'warning',
      tags: ['kubernetes', 'container-image', layerOf(code).replaceAll(' ', '-')],
    },
  }
}
