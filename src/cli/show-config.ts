import { printableJson } from '../report/escape/json.ts'
import { explainConfig } from '../config/explain.ts'
import type { ConfigRow } from '../config/explain.ts'
import type { ResolvedRequest } from '../config/resolve.ts'
import { oneLine } from '../report/escape/terminal.ts'
import type { View } from './program.ts'
import { writeStandardOutput } from './streams.ts'

/** Prints every value that would hold in a run, with who said so. */
export async function showConfig(resolved: ResolvedRequest, { format }: Pick<View, 'format'>): Promise<void> {
  const rows = explainConfig(resolved)
  await writeStandardOutput(format === 'json' ? `${printableJson(rows, 2)}\n` : table(rows))
}

function table(rows: readonly ConfigRow[]): string {
  const cells = rows.map(({ key, value, source }) => [key, value || '-', source].map(oneLine))
  const widths = [0, 1].map(column => Math.min(60, Math.max(...cells.map(row => row[column]?.length ?? 0))))
  const lines = cells.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return lines.map(line => `${line.trimEnd()}\n`).join('')
}
