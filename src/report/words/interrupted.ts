/** Codes of a run whose time was over; where somebody ended it, that was why. */
const outOfTime: ReadonlySet<string> = new Set(['deadline', 'timed-out'])

/** The coded detail of a finding or a source, and what was said with it, as they are told of a run that was interrupted. */
export function interrupted<Told extends { readonly reason?: string | undefined }>(told: Told): Told {
  return outOfTime.has(told.reason ?? '') ? { ...told, reason: 'interrupted', detail: undefined } : told
}

export const interruption = {
  cause: 'The check was interrupted before this was known.',
  fix: 'Run the check again, and let it come to its end.',
}
