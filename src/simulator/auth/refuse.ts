import { ociError, reply } from '../reply.ts'
import type { HttpReply, ReplyHeaders } from '../reply.ts'
import type { Refusal } from './style.ts'

/** Writes a refusal; `challenge` is the usual one, which the refusal may replace. */
export function refuse(
  refusal: Refusal,
  { repository, challenge }: { repository?: string | undefined; challenge: string[] },
): HttpReply {
  const message = refusal.message.replace('{repository}', repository ?? '')
  const lines = refusal.challenge === undefined ? challenge : [refusal.challenge]
  const headers: ReplyHeaders = refusal.status === 401 && lines.length > 0 ? { 'www-authenticate': lines } : {}
  if (refusal.code === undefined) return reply(refusal.status, message, headers)
  return ociError({ status: refusal.status, code: refusal.code, message }, headers)
}
