import { join } from 'node:path'
import process from 'node:process'
import { check } from '../check.ts'
import { resolveRequest } from '../config/resolve.ts'
import { createFiles } from '../process/files.ts'
import { createWorld } from '../process/create-world.ts'
import { registryLoader } from '../process/registry-loader.ts'
import { createScratch } from '../process/scratch.ts'
import { colour, plain } from '../report/text/palette.ts'
import { textReport } from '../report/text/text.ts'
import type { Report } from '../report/schema.ts'
import type { Log, Scratch } from '../world.ts'
import { wantsColour } from '../cli/streams.ts'
import { demoChart } from './chart.ts'
import { findHelm } from './helm.ts'
import type { DemoHelm } from './helm.ts'
import { demoManifests } from './manifests.ts'
import { startRegistries } from './registries.ts'
import { demoSteps } from './steps.ts'
import type { DemoFiles } from './steps.ts'

const silent: Log = { progress() {}, debug() {} }

/** Checks the broken workload, then mends one variable at a time until it passes. 0 when it ended as it should. */
export async function runDemo(): Promise<number> {
  await using registries = await startRegistries()
  await using folder = await createScratch()
  const helm = await findHelm()
  say(introduction(helm))
  let files: DemoFiles = helm.kind === 'helm' ? demoChart(registries.hosts) : demoManifests(registries.hosts)
  let report = await checkFiles(files, folder, helm)
  say(show(report, 'normal'))
  for (const [index, step] of demoSteps.entries()) {
    files = step.mend(files, registries)
    report = await checkFiles(files, folder, helm)
    say(`\nFix ${index + 1} of ${demoSteps.length}: ${step.title}\n\n${show(report, 'quiet')}`)
  }
  say(
    report.verdict === 'pass'
      ? 'Every node can pull every image: the change can be merged.'
      : 'The demo did not end as planned.',
  )
  return report.verdict === 'pass' ? 0 : 1
}

function introduction(helm: DemoHelm): string {
  const lines = ['A pull request changes a shop of five workloads, for nodes of linux/amd64 and linux/arm64.']
  if (helm.kind === 'none') lines.push(`The workload is plain manifests instead of a chart. ${helm.why}`)
  return [...lines, 'Everything below happens on this machine.', ''].join('\n')
}

async function checkFiles(files: DemoFiles, folder: Scratch, helm: DemoHelm): Promise<Report> {
  for (const [path, text] of Object.entries(files)) await folder.write(path, text)
  const resolved = await resolveRequest({
    raw: {
      paths: ['shop'],
      release: ['shop'],
      platforms: ['linux/amd64', 'linux/arm64'],
      'node-credentials': ['none'],
      ...(helm.kind === 'helm' && { 'helm-path': [helm.path] }),
    },
    withoutSecrets: false,
    offline: false,
    spell: name => name,
    files: createFiles(folder.path),
  })
  if (resolved.kind === 'wrong') throw new Error(JSON.stringify(resolved.problems))
  const { request, run } = resolved
  const noLogin = { ...run, dockerConfig: join(folder.path, 'no-docker-config') }
  const registry = registryLoader({ environments: request.environments, run: noLogin, forbidPrivateAddresses: false })
  await using world = await createWorld({ root: folder.path, timeoutMs: 60_000, log: silent, registry })
  return (await check(request, world)).report
}

function show(report: Report, detail: 'normal' | 'quiet'): string {
  return textReport(report, { palette: wantsColour() ? colour : plain, detail, width: process.stdout.columns })
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
