import type { Situation } from './situation.ts'

/** Nobody needs a login. */
export const free = { who: 'nobody', auth: { public: ['**'], overrides: { openWithoutToken: true } } } as const
export const pullable = { verdict: 'pullable' } as const
export const unknown = { verdict: 'unknown' } as const
export const unpullable = { verdict: 'unpullable' } as const
export const rejected = { ...unpullable, code: 'pull-secret-rejected' } as const
export const mutual = { ...free, tls: 'client-certificate', ...unknown, code: 'tls-handshake' } as const

/** How a situation is made. */
export type Make = Situation['real']
