import { withoutLogin } from './without-login.ts'
import type { Charts, RemoteChart } from './types.ts'

/** For runs that ask nothing: every chart elsewhere stays there. */
export const noCharts: Charts = {
  fetch: async chart => ({ kind: 'unavailable', why: 'offline', detail: nameOf(chart) }),
  requests: 0,
}

function nameOf(chart: RemoteChart): string {
  switch (chart.kind) {
    case 'repository':
      return [chart.name, chart.version, 'from', withoutLogin(chart.url)].filter(part => part !== '').join(' ')
    case 'oci':
      return ['oci://' + chart.repository, chart.digest ?? chart.version].filter(part => part !== '').join(' ')
    case 'archive':
      return withoutLogin(chart.url)
  }
}
