import { basename, dirname, join } from 'node:path/posix'
import type { Files } from '../../world.ts'

/** Whether a path is the `templates` folder of a chart or lies in it: nothing there is a manifest by itself. */
export async function isInTemplates(files: Files, path: string): Promise<boolean> {
  for (let at = path; at !== '.'; at = dirname(at)) {
    const isTemplates = basename(at) === 'templates'
    if (isTemplates && (await files.kind(join(dirname(at), 'Chart.yaml'))) === 'file') return true
  }
  return false
}
