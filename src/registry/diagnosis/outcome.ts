import type { Cause } from './cause.ts'

/** What a question came to, before its trail is added: a value, or the cause why there is none. */
export type Outcome<T> = { readonly kind: 'value'; readonly value: T } | Cause
