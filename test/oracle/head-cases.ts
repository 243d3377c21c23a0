import { without } from '../../src/simulator/artifact.ts'
import type { FaultName } from '../../src/simulator/faults/faults.ts'
import type { PullCase } from './pull-case.ts'
import { realImage, realIndex } from './real-image.ts'

type Verdict = PullCase['verdict']

/** What a registry does wrong when it is asked by HEAD or GET, and what comes of a pull by tag and by digest. */
const rows: readonly (readonly [fault: FaultName, byTag: Verdict, byDigest: Verdict])[] = [
  ['head-401', 'unknown', 'unknown'],
  ['head-403', 'unknown', 'unknown'],
  ['head-404', 'unknown', 'unknown'],
  ['head-405', 'pullable', 'pullable'],
  ['head-429', 'unknown', 'unknown'],
  ['head-500', 'unknown', 'unknown'],
  ['head-501', 'unknown', 'unknown'],
  ['head-empty-200', 'pullable', 'unpullable'],
  ['head-digest-absent', 'pullable', 'pullable'],
  ['head-digest-lies', 'unpullable', 'pullable'],
  ['head-digest-malformed', 'unpullable', 'pullable'],
  ['head-without-digest-and-length', 'pullable', 'pullable'],
  ['head-length-zero', 'unpullable', 'unpullable'],
  ['head-length-wrong', 'unpullable', 'unpullable'],
  ['head-length-huge', 'unpullable', 'unpullable'],
  ['head-type-json', 'unpullable', 'unpullable'],
  ['head-type-html', 'pullable', 'unpullable'],
  ['head-type-of-the-other-kind', 'unpullable', 'unpullable'],
  ['head-type-json-without-length', 'pullable', 'pullable'],
  ['type-text', 'unpullable', 'unpullable'],
  ['gzip', 'unpullable', 'unpullable'],
  ['get-404', 'unpullable', 'unpullable'],
  ['get-500', 'unknown', 'unknown'],
  ['get-type-json', 'pullable', 'pullable'],
  ['get-digest-lies', 'pullable', 'pullable'],
  ['digest-lies', 'unpullable', 'pullable'],
  ['digest-malformed', 'unpullable', 'pullable'],
  ['digest-sha512', 'unpullable', 'pullable'],
]

/** Registries whose HEAD and GET do not say the same. */
export const headCases: readonly PullCase[] = [
  ...rows.flatMap(([fault, byTag, byDigest]) => [
    headCase(`${fault}, by tag`, fault, byTag),
    headCase(`${fault}, by digest`, fault, byDigest),
  ]),
  {
    name: 'a child that was lost, where every HEAD is answered 200',
    verdict: 'unpullable',
    lay: ({ open }, repository) => {
      open.push(repository, 'v1', without(realIndex(repository, ['linux/amd64']), { child: 'linux/amd64' }))
      open.fault({ repository }, 'head-empty-200')
      return { image: `${open.host}/${repository}:v1` }
    },
  },
]

function headCase(name: string, fault: FaultName, verdict: Verdict): PullCase {
  return {
    name,
    verdict,
    pulls: verdict === 'unknown' ? false : undefined,
    lay: ({ open }, repository) => {
      const digest = open.push(repository, 'v1', realImage({ name: repository }))
      open.fault({ repository }, fault)
      return { image: `${open.host}/${repository}${name.endsWith('digest') ? `@${digest}` : ':v1'}` }
    },
  }
}
