/** Milliseconds that telling the result may take, beside the time of the check. */
export const publishingMs = 60_000
