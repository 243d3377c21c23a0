/** Hosts that take fewer requests at once: their limits for anonymous callers are a few a second. */
const ceilings: Readonly<Record<string, number>> = {
  'public.ecr.aws': 1,
  'quay.io': 3,
}

/** Requests that a host may have under way where nobody says how many: on connections of their own, and on one. */
export const usualConcurrency = { 'one-by-one': 16, multiplexed: 64 } as const

/** How many requests a host may have under way. */
export function ceilingOf(host: string, general: number): number {
  return Math.max(1, Math.min(general, ceilings[host] ?? general))
}
