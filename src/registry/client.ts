import { askBlob, askChild, askConfig } from './ask-content.ts'
import { askManifest } from './ask-manifest.ts'
import { failed } from './cause.ts'
import type { Cause } from './cause.ts'
import { endpointKey } from './endpoint.ts'
import { isDigest } from './digest.ts'
import type { Outcome } from './outcome.ts'
import type { Desk } from './reading.ts'
import type { Redactor } from './redact.ts'
import { askTags } from './tags.ts'
import { printable } from './text.ts'
import { credentialKey } from './token.ts'
import { Trail } from './trail.ts'
import type { Access, Answer, Descriptor, Manifest, ManifestPlatform, Registry, TagList, Target } from './types.ts'

type Questions = Pick<Registry, 'manifest' | 'exists' | 'config' | 'tags'>

/** The questions of the port: each distinct one is asked once in a run. */
export class Client implements Questions {
  readonly #desk: Desk
  readonly #redactor: Redactor
  readonly #answers = new Map<string, Promise<Answer<unknown>>>()

  constructor(desk: Desk, redactor: Redactor) {
    this.#desk = desk
    this.#redactor = redactor
  }

  manifest(target: Target, reference: string): Promise<Answer<Manifest>> {
    return this.#once(`manifest ${reference}`, target, trail => askManifest({ target, reference, trail }, this.#desk))
  }

  exists(
    target: Target,
    { kind, digest }: { readonly kind: 'manifest' | 'blob'; readonly digest: string },
  ): Promise<Answer<Descriptor>> {
    const ask = kind === 'manifest' ? askChild : askBlob
    return this.#once(`${kind} ${digest}`, target, async trail =>
      isDigest(digest) ? ask({ target, trail }, digest, this.#desk) : malformed(target, digest),
    )
  }

  config(target: Target, config: Descriptor): Promise<Answer<ManifestPlatform>> {
    const { digest } = config
    return this.#once(`config ${digest}`, target, async trail =>
      isDigest(digest) ? askConfig({ target, trail }, config, this.#desk) : malformed(target, digest),
    )
  }

  tags(target: Target): Promise<Answer<TagList>> {
    return this.#once('tags', target, trail => askTags({ target, trail }, this.#desk))
  }

  #once<T>(question: string, target: Target, ask: (trail: Trail) => Promise<Outcome<T>>): Promise<Answer<T>> {
    const key = `${question} ${endpointKey(target.host)} ${target.repository} ${accessKey(target.as)}`
    const asked = this.#answers.get(key) ?? this.#answer(target, ask)
    this.#answers.set(key, asked)
    // the key holds the kind of question, and with it the type of the answer
    return asked as Promise<Answer<T>>
  }

  async #answer<T>(target: Target, ask: (trail: Trail) => Promise<Outcome<T>>): Promise<Answer<T>> {
    const trail = new Trail()
    const outcome = await ask(trail)
    const { records } = trail
    if (outcome.kind === 'value') return this.#redactor.value({ kind: 'found', value: outcome.value, trail: records })
    const cause = this.#quotable(withheldOr(outcome, target))
    return this.#redactor.value({ ...cause, trail: records })
  }

  // redacted before it is cut, so that no half of a secret is left
  #quotable(cause: Cause): Cause {
    if (cause.kind === 'failed') return { ...cause, detail: printable(this.#redactor.text(cause.detail)) }
    return { ...cause, message: printable(this.#redactor.text(cause.message)) }
  }
}

/** Where we keep back a credential that a node might send, a refusal proves nothing. */
function withheldOr(cause: Cause, { host, as }: Target): Cause {
  if (cause.kind !== 'refused' || host.mirrorOf === undefined || as.kind === 'anonymous') return cause
  const detail = `the login for ${host.mirrorOf} is not sent to its mirror ${host.authority}`
  return failed('credential-withheld', { host: host.authority, at: 'registry', status: cause.status, detail })
}

function accessKey(as: Access): string {
  const name = as.kind === 'secret' ? `secret ${as.name}` : as.kind
  return as.kind === 'anonymous' ? name : `${name} ${credentialKey(as.credential)}`
}

/** A digest goes into a path: whatever has another shape would lead elsewhere, and no runtime asks for it. */
function malformed({ host }: Target, digest: string): Cause {
  return failed('body-invalid', {
    host: host.authority,
    at: 'registry',
    detail: `the manifest names the digest ${digest}`,
  })
}
