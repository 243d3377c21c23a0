/** Hosts that take fewer requests at once: their limits for anonymous callers are a few a second. */
const ceilings: Readonly<Record<string, number>> = {
  'public.ecr.aws': 1,
  'quay.io': 3,
}

/** How many requests a host may have under way. */
export function ceilingOf(host: string, general: number): number {
  return Math.max(1, Math.min(general, ceilings[host] ?? general))
}
