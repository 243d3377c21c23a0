import { decodeBase64 } from './base64.ts'
import { fromBytes } from './bytes.ts'

export type Auth =
  | { readonly kind: 'auth'; readonly username: string; readonly password: string }
  | { readonly kind: 'error'; readonly error: string }

/** Reads an `auth` field, base64 of `username:password` with or without padding, with the kubelet's errors. */
export function readAuth(field: string): Auth {
  const decoded = decodeBase64(field, field.trim().endsWith('='))
  if ('errorAt' in decoded) return { kind: 'error', error: `illegal base64 data at input byte ${decoded.errorAt}` }
  const colon = decoded.bytes.indexOf(':')
  if (colon < 0)
    return { kind: 'error', error: 'unable to parse auth field, must be formatted as base64(username:password)' }
  const [username, password] = [decoded.bytes.slice(0, colon), decoded.bytes.slice(colon + 1)]
  return { kind: 'auth', username: fromBytes(username), password: fromBytes(password) }
}
