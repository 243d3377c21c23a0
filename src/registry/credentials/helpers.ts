import { askHelper } from './helper.ts'
import type { HelperOptions, HelperReply } from './helper.ts'

/** Asks the helper of a suffix for the login of a server. */
export type AskHelper = (suffix: string, key: string) => Promise<HelperReply>

/**
 * Asks equal questions once. A helper's first question goes alone: one that hangs would hang for each registry, and is
 * asked nothing more.
 */
export function createHelpers(options: HelperOptions): AskHelper {
  const replies = new Map<string, Promise<HelperReply>>()
  const firsts = new Map<string, Promise<HelperReply>>()
  const late = new Map<string, HelperReply>()
  const ask: AskHelper = async (suffix, key) => {
    await firsts.get(suffix)
    const reply = late.get(suffix) ?? (await askHelper(suffix, key, options))
    if (reply.kind === 'broken' && reply.isLate) late.set(suffix, reply)
    return reply
  }
  return (suffix, key) => {
    const name = `${suffix} ${key}`
    const asked = replies.get(name) ?? ask(suffix, key)
    replies.set(name, asked)
    if (!firsts.has(suffix)) firsts.set(suffix, asked)
    return asked
  }
}
