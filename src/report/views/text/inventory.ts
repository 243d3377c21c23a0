import { oneLine, safeLines } from '../../escape/terminal.ts'
import { placeText, useText } from '../../places.ts'
import type { Report } from '../../schema.ts'
import { sectionsOf } from '../../sections.ts'
import { counted } from '../../words/quote.ts'
import { findingLines } from './finding-lines.ts'
import type { Palette } from './palette.ts'

/** The inventory for a terminal: each image with the places that use it, once where several sets of values agree, then what is wrong without asking. */
export function inventoryText(report: Report, palette: Palette): string {
  const uses = new Map(report.uses.map(use => [use.id, use]))
  const images = report.images.flatMap(({ reference, uses: ids }) => [
    palette.strong(oneLine(reference)),
    ...new Set(ids.flatMap(id => uses.get(id) ?? []).map(use => `  ${place(use)}${oneLine(useText(use, false))}`)),
  ])
  return safeLines(`${[...images, '', ...problemLines(report, palette), summary(report)].join('\n')}\n`)
}

function place({ location }: Report['uses'][number]): string {
  return location === null ? '' : `${oneLine(placeText(location))}  `
}

function problemLines(report: Report, palette: Palette): readonly string[] {
  const { broken, untold, notChecked } = sectionsOf(report)
  const findings = [...broken, ...untold, ...notChecked]
  return findingLines(findings, { report, mark: 'warning', palette, verbose: false })
}

function summary({ summary: { images, uses, sources } }: Report): string {
  return `${counted(images, 'image')} in ${counted(uses, 'use')} of ${counted(sources, 'source')}; nothing was asked of any registry.`
}
