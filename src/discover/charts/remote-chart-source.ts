import { basename } from 'node:path/posix'
import type { ChartFlags } from '../../config/types.ts'
import type { RemoteChart } from '../../fetch/types.ts'
import { chartOptions } from './chart-source.ts'
import type { Source } from '../types.ts'

/** A chart that is named by its address: `oci://host/path:1.2.3`, also with a digest, or the URL of a `.tgz`. */
export function remoteChartSource(address: string, flags: ChartFlags): Source {
  const base = { id: ['helm:' + address, ...flags.values].join('#'), path: address, label: labelOf(address, flags) }
  const remote = parseChartAddress(address)
  if (remote === undefined) {
    return { ...base, kind: 'unresolved', of: 'helm', why: 'remote-chart', detail: `${address} is no chart` }
  }
  const name = remote.kind === 'oci' ? basename(remote.repository) : basename(address).replace(/-\d.*$|\.tgz$/, '')
  const options = chartOptions(flags, flags.values, name)
  return { ...base, kind: 'helm', remote, options, writtenAt: flags.setAt && { set: flags.setAt } }
}

function labelOf(address: string, { values }: ChartFlags): string {
  return values.length === 0 ? address : `${address} (${values.join(', ')})`
}

/** Reads the address of a packaged chart; undefined where it is none. */
export function parseChartAddress(address: string): RemoteChart | undefined {
  if (/^https?:\/\/.+\.tgz(?:\?.*)?$/.test(address)) return { kind: 'archive', url: address }
  const [, repository, version = '', digest] =
    /^oci:\/\/([^@]+?)(?::([\w][\w.+-]*))?(?:@([a-z0-9]+:[a-f0-9]+))?$/.exec(address) ?? []
  return repository === undefined ? undefined : { kind: 'oci', repository, version, digest }
}
