import { expect, test } from 'vitest'
import { realisticReport } from '../../../../test/realistic-report.ts'
import { inventoryText } from './inventory.ts'
import { plain } from './palette.ts'

test('the inventory has a place once, however many sets of values lead to it', () => {
  const report = { ...realisticReport(), findings: [] }
  const [use] = report.uses
  if (use === undefined) throw new Error('the report has no use')
  const again = { ...use, id: 'again' }
  const [first, ...others] = report.images
  if (first === undefined) throw new Error('the report has no image')
  const images = [{ ...first, uses: [...first.uses, again.id] }, ...others]
  const doubled = { ...report, uses: [...report.uses, again], images }
  expect(inventoryText(doubled, plain)).toBe(inventoryText(report, plain))
})
