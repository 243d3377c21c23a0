/** The end of a phase: a moment, and a signal that aborts then. */
export interface Deadline {
  /** Milliseconds since the epoch. */
  readonly endsAt: number
  readonly signal: AbortSignal
}

/** A deadline that starts now. */
export function startDeadline(now: number, milliseconds: number): Deadline {
  return { endsAt: now + milliseconds, signal: AbortSignal.timeout(milliseconds) }
}
