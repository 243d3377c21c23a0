import { dirname } from 'node:path/posix'
import { isInTemplates } from '../charts/chart-template.ts'
import { readChart } from '../charts/chart.ts'
import { classifyFile } from './named-file.ts'
import { resolvePath } from './root-path.ts'
import { emptySurvey, survey } from './survey.ts'
import type { Survey, Walk } from './survey.ts'
import type { PathProblem } from '../types.ts'

/** What all paths of a call hold together. */
export interface Finds extends Survey {
  /** Folders of kustomizations that were named: built even where an overlay includes them. */
  readonly named: Set<string>
  /** Manifest files that were named: a source each. */
  readonly single: Set<string>
  readonly problems: PathProblem[]
}

export function noFinds(): Finds {
  return { ...emptySurvey(), named: new Set(), single: new Set(), problems: [] }
}

/** Adds what one path of the call holds, or the problem with it. */
export async function surveyPath(walk: Walk, finds: Finds, asked: string): Promise<void> {
  const path = resolvePath('.', asked)
  const kind = path === undefined ? 'outside' : await walk.files.kind(path)
  if (path !== undefined && kind === 'folder') return surveyFolder(walk, finds, path)
  const why = path !== undefined && kind === 'file' ? await takeFile(walk, finds, path) : kind
  if (why !== undefined && why !== 'file' && why !== 'folder') finds.problems.push({ path: asked, why })
}

async function surveyFolder(walk: Walk, finds: Finds, path: string): Promise<void> {
  if ((await walk.files.list(path)).kind === 'denied') return void finds.problems.push({ path, why: 'denied' })
  const found = (await isInTemplates(walk.files, path)) ? emptySurvey() : await survey(walk, path)
  finds.named.add(path)
  for (const chart of found.charts) finds.charts.add(chart)
  for (const kustomization of found.kustomizations) finds.kustomizations.add(kustomization)
  for (const [folder, files] of found.manifests) finds.manifests.set(folder, files)
  for (const [folder, why] of found.gaps) finds.gaps.set(folder, why)
  if (found.charts.size + found.kustomizations.size + found.manifests.size + found.gaps.size > 0) return
  finds.problems.push({ path, why: found.libraries.size > 0 ? 'library-chart' : 'no-source' })
}

/** Takes a named file for what it is; gives what is wrong with it. */
async function takeFile({ files }: Walk, finds: Finds, path: string): Promise<PathProblem['why'] | undefined> {
  const what = await classifyFile(files, path)
  switch (what) {
    case 'chart':
      if ((await readChart(files, dirname(path))).library) return 'library-chart'
      return void finds.charts.add(dirname(path))
    case 'packaged-chart':
      return void finds.charts.add(path)
    case 'kustomization':
      finds.named.add(dirname(path))
      return void finds.kustomizations.add(dirname(path))
    case 'manifest':
      return void finds.single.add(path)
    case 'not-a-manifest':
    case 'denied':
      return what
  }
}
