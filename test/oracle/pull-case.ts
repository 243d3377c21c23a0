import type { Environment } from '../../src/config/types.ts'
import type { PullAuth } from './cri-image-service.ts'
import type { Stage } from './stage.ts'

/** One pull, with what we say of it and what containerd does. */
export interface PullCase {
  readonly name: string
  /** Fills the registries; `repository` is the case's own. */
  readonly lay: (stage: Stage, repository: string) => LaidPull
  readonly verdict: 'pullable' | 'unpullable' | 'unknown'
  /** What containerd does where the verdict leaves it open, or is known to differ. */
  readonly pulls?: boolean | undefined
  /** How far we look; default up to the manifests. */
  readonly depth?: 'blobs' | undefined
  /** Why verdict and pull differ. */
  readonly because?: string | undefined
  /** The containerds that the case holds for; default all. */
  readonly holds?:
    | 'since 1.7'
    | 'before 2.0'
    | 'since 2.0'
    | 'until 1.6'
    | 'local pull'
    | 'transfer service'
    | undefined
}

export interface LaidPull {
  readonly image: string
  readonly login?: PullAuth | undefined
  /** Files of the certs.d tree. */
  readonly hosts?: Readonly<Record<string, string>> | undefined
  readonly environment?: Partial<Environment> | undefined
}

/** Whether a case says something about a version; the transfer service is the default since 2.1. */
export function holdsFor({ holds }: PullCase, [major, minor]: readonly [number, number]): boolean {
  const isTransfer = major > 2 || (major === 2 && minor >= 1)
  switch (holds) {
    case undefined:
      return true
    case 'since 1.7':
      return major >= 2 || minor >= 7
    case 'since 2.0':
      return major >= 2
    case 'before 2.0':
      return major < 2
    case 'until 1.6':
      return major < 2 && minor <= 6
    case 'local pull':
      return !isTransfer
    case 'transfer service':
      return isTransfer
  }
}
