import { join } from 'node:path/posix'
import type { Files } from '../../world.ts'
import { kustomizationNames } from '../kustomize/kustomization.ts'

/** What a controller makes of a folder. */
export async function folderKind(files: Files, path: string): Promise<'chart' | 'kustomization' | 'directory'> {
  if ((await files.kind(join(path, 'Chart.yaml'))) === 'file') return 'chart'
  const kinds = await Promise.all(kustomizationNames.map(name => files.kind(join(path, name))))
  return kinds.includes('file') ? 'kustomization' : 'directory'
}
