import type { FindingArgs } from '../../judge/types.ts'
import { code } from './quote.ts'

/** The image that a sentence is about. */
export function image({ reference }: FindingArgs): string {
  return code(reference)
}

/** `ghcr.io/acme/web`, without tag. */
export function repository({ registry, repository: path, reference }: FindingArgs): string {
  return code(registry === undefined || path === undefined ? reference : `${registry}/${path}`)
}

/** The host that a failure is about: the one contacted, else the registry's name. */
export function host({ host: contacted, registry }: FindingArgs): string {
  return code(contacted ?? registry)
}
