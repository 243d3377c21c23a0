import type { KustomizeSource } from '../../discover/types.ts'
import type { TextFiles } from '../text/text-file.ts'
import type { Location } from '../types.ts'

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** The kustomization itself: which of its bases or patches has the image is not told by its output. */
export async function kustomizationLocation({ path }: KustomizeSource, files: TextFiles): Promise<Location> {
  const folder = path === '.' || path === '' ? '' : `${path}/`
  for (const name of fileNames) {
    const file = await files.read(`${folder}${name}`)
    if (file !== undefined) return { file: file.path, confidence: 'file' }
  }
  return { file: path, confidence: 'file' }
}
