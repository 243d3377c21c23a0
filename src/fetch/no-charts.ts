import type { Charts } from './types.ts'

/** For runs that ask nothing: every chart elsewhere stays there. */
export const noCharts: Charts = {
  fetch: async () => ({ kind: 'unavailable', why: 'offline', detail: 'nothing is fetched here' }),
  requests: 0,
}
