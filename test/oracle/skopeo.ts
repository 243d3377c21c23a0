import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from '../support/child.ts'
import type { ChildResult } from '../support/child.ts'
import type { FileTree } from '../support/file-tree.ts'
import type { PullAuth } from './cri-image-service.ts'

const skopeo = '/usr/bin/skopeo'

/** Whether there is no skopeo here. It pulls by the same library as CRI-O, containers/image. */
export const isSkopeoMissing = !existsSync(skopeo)

/** For the names of tests that are skipped without it. */
export const skopeoNote = isSkopeoMissing ? ' (skipped: skopeo is not installed; see .ci/run)' : ''

export interface SkopeoCopy {
  readonly image: string
  readonly login?: PullAuth | undefined
  /** Holds `registries.conf` and `home/`, and gets what is copied. */
  readonly folder: FileTree
}

/** Copies an image into a folder. */
export function copyBySkopeo({ image, login, folder: { root } }: SkopeoCopy): Promise<ChildResult> {
  const rights = login === undefined ? ['--src-no-creds'] : [`--src-creds=${login.username}:${login.password}`]
  const given = ['--registries-conf', join(root, 'registries.conf'), '--insecure-policy']
  return runChild({
    program: skopeo,
    arguments: [...given, 'copy', ...rights, `docker://${image}`, 'dir:copied'],
    environment: { PATH: '/usr/bin', HOME: join(root, 'home') },
    folder: root,
  })
}
