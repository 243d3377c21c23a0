import { basename } from 'node:path/posix'
import type { Files } from '../../world.ts'
import { isInTemplates } from '../charts/chart-template.ts'
import { kustomizationNames } from '../kustomize/kustomization.ts'
import { looksLikeManifest } from './looks-like-manifest.ts'

/** What a file that was named stands for. */
export type NamedFile = 'chart' | 'packaged-chart' | 'kustomization' | 'manifest' | 'not-a-manifest' | 'denied'

/** Chart.yaml and kustomization.yaml stand for their folder; a chart's template is nothing by itself. */
export async function classifyFile(files: Files, path: string): Promise<NamedFile> {
  const name = basename(path)
  if (name === 'Chart.yaml') return 'chart'
  if (kustomizationNames.includes(name)) return 'kustomization'
  if (name.endsWith('.tgz')) return 'packaged-chart'
  const read = await files.read(path)
  if (read.kind === 'too-large') return 'manifest'
  if (read.kind !== 'text') return read.kind === 'denied' ? 'denied' : 'not-a-manifest'
  return looksLikeManifest(read.text) && !(await isInTemplates(files, path)) ? 'manifest' : 'not-a-manifest'
}
