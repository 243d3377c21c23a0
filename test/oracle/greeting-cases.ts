import type { FaultName } from '../../src/simulator/faults/faults.ts'
import type { ConfCase } from './registries-conf-cases.ts'
import { right } from './stage.ts'

type Row = readonly [fault: FaultName, verdict: ConfCase['verdict'], pulls?: boolean]

const rows: readonly Row[] = [
  ['ping-403', 'unknown', false],
  ['ping-404', 'unknown', false],
  ['ping-500', 'unknown', false],
  ['ping-html', 'pullable'],
  ['head-403', 'pullable'],
  ['head-404', 'pullable'],
  ['head-digest-lies', 'pullable'],
  ['head-type-json', 'pullable'],
  ['digest-lies', 'pullable'],
  ['digest-malformed', 'pullable'],
  ['type-json', 'unknown', false],
  ['get-404', 'unpullable'],
]

const conf = '[[registry]]\nlocation = "corp.test"\n'
const open = `${conf.replace('corp.test', 'OPEN')}insecure = true\n`
const basic = `${conf.replace('corp.test', 'BASIC')}insecure = true\n`
const silent = `${conf.replace('corp.test', 'SILENT')}insecure = true\n`
const web = 'acme/web'

/** How a registry is greeted, and what its headers say, which CRI-O does not read. */
export const greetingCases: readonly ConfCase[] = [
  ...rows.map(([fault, verdict, pulls]): ConfCase => ({
    name: `a registry with ${fault}`,
    verdict,
    pulls,
    conf: open,
    image: `OPEN/${web}:v1`,
    at: { open: web },
    fault,
  })),
  {
    name: 'a login for a registry that asks for one at the greeting',
    verdict: 'pullable',
    conf: basic,
    image: `BASIC/${web}:v1`,
    at: { basic: web },
    login: right,
  },
  {
    name: 'a login for a registry that asks for one at the manifest alone',
    verdict: 'unknown',
    pulls: false,
    conf: silent,
    image: `SILENT/${web}:v1`,
    at: { silent: web },
    login: right,
  },
]
