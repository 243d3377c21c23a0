/** The reason of a deadline that came early, since somebody ended the check. */
export class Interrupted extends Error {}
