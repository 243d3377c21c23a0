import type { Cause } from '../registry/diagnosis/cause.ts'
import { printable } from '../registry/diagnosis/text.ts'
import { withoutLogin } from './without-login.ts'
import type { ChartTrouble, UnavailableChart } from './types.ts'

/** Words that are addresses may hold a login. */
function withoutLogins(text: string): string {
  return text.split(' ').map(withoutLogin).join(' ')
}

/** Why there is no chart, with what is in question. */
export function unavailable(why: ChartTrouble, detail: string): UnavailableChart {
  return { kind: 'unavailable', why, detail: printable(withoutLogins(detail)) }
}

/** What a server's answer means for the chart. */
export function troubleOf(cause: Cause, what: string): UnavailableChart {
  switch (cause.kind) {
    case 'absent':
      return unavailable('absent', what)
    case 'refused':
    case 'blocked':
      return unavailable('refused', `${what} (HTTP ${cause.status})`)
    case 'limited':
      return unavailable('unreachable', `${what}: rate limit`)
    case 'failed':
      if (cause.status === 404 || cause.status === 410) return unavailable('absent', what)
      return unavailable('unreachable', `${what}: ${cause.detail}`)
  }
}
