import process from 'node:process'
import { createScratch } from '../process/scratch.ts'
import { colour, plain } from '../report/views/text/palette.ts'
import { textReport } from '../report/views/text/text.ts'
import type { Report } from '../report/schema.ts'
import { wantsColour } from '../cli/streams.ts'
import { demoChart } from './chart.ts'
import { checkFiles } from './check-files.ts'
import type { DemoRoom } from './check-files.ts'
import { findHelm } from './helm.ts'
import type { DemoHelm } from './helm.ts'
import { demoManifests } from './manifests.ts'
import { startRegistries } from './registries.ts'
import { demoSteps } from './steps.ts'
import type { DemoFiles } from './steps.ts'
import { unlessInterrupted } from './unless-interrupted.ts'

/** Checks the broken workload, then mends one variable at a time until it passes. 0 when it ended as it should. */
export function runDemo(): Promise<number> {
  return unlessInterrupted(demo)
}

async function demo(interrupted: AbortSignal): Promise<number> {
  await using registries = await startRegistries()
  await using folder = await createScratch()
  const helm = await findHelm()
  const room: DemoRoom = { folder, interrupted, helmPath: helm.kind === 'helm' ? helm.path : undefined }
  say(introduction(helm))
  let files: DemoFiles = helm.kind === 'helm' ? demoChart(registries.hosts) : demoManifests(registries.hosts)
  let report = await checkFiles(files, room)
  say(`What a reviewer would see:\n\n${show(report)}`)
  for (const [index, step] of demoSteps.entries()) {
    const mended = step.mend(files, registries)
    report = await checkFiles(mended, room)
    const title = `Fix ${index + 1} of ${demoSteps.length}: ${step.title}`
    say([title, ...changedLines(files, mended), ...left(report), ''].join('\n'))
    files = mended
  }
  say(show(report))
  say(report.verdict === 'pass' ? 'The change can be merged.' : 'The demo did not end as planned.')
  return report.verdict === 'pass' ? 0 : 1
}

/** The lines that a fix rewrote, as a reviewer reads them. */
function changedLines(before: DemoFiles, after: DemoFiles): readonly string[] {
  return Object.entries(after).flatMap(([path, text]) => {
    const [old, now] = [(before[path] ?? '').split('\n'), text.split('\n')]
    const changed = now.flatMap((line, index) =>
      line === old[index] ? [] : [`  - ${old[index] ?? ''}`, `  + ${line}`],
    )
    return changed.length > 0 ? [`  ${path}`, ...changed] : []
  })
}

/** What is left to mend, a line each. */
function left({ findings, headline }: Report): readonly string[] {
  const open = findings.filter(({ counts, severity }) => counts && severity !== 'notice')
  return [...open.map(finding => `  still ${finding.code}: ${finding.image ?? ''}`), `  ${headline}`]
}

function introduction(helm: DemoHelm): string {
  const lines = ['A pull request changes a shop of five workloads, for nodes of linux/amd64 and linux/arm64.']
  if (helm.kind === 'none') lines.push(`The workload is plain manifests instead of a chart. ${helm.why}`)
  return [...lines, 'Everything below happens on this machine.', ''].join('\n')
}

function show(report: Report): string {
  const palette = wantsColour() ? colour : plain
  return textReport(report, { palette, detail: 'normal', width: process.stdout.columns })
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
