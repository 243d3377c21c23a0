/** What looking for one member of an archive gives. Nothing is ever written under a name that the archive chose. */
export type Member =
  | { readonly kind: 'found'; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'broken'; readonly why: string }

/** More than any member that is looked for holds (kubectl: 59 MB), and little enough to be held in memory. */
export const largestMember = 256 * 1024 * 1024
