import { askBlob, askChild, askConfig, askTag } from './content/ask-content.ts'
import { askByHead } from './content/ask-by-head.ts'
import { askGreeting } from './content/ask-greeting.ts'
import { askManifest } from './content/ask-manifest.ts'
import { failed } from './diagnosis/cause.ts'
import type { Cause } from './diagnosis/cause.ts'
import { endpointKey } from './transport/endpoint.ts'
import { isDigest } from './content/digest.ts'
import type { Outcome } from './diagnosis/outcome.ts'
import type { Desk } from './reading.ts'
import type { Redactor } from './diagnosis/redact.ts'
import { askTags } from './content/tags.ts'
import { printable } from './diagnosis/text.ts'
import { credentialKey } from './access/token.ts'
import { Trail } from './diagnosis/trail.ts'
import type { Access, AsRead, Greeting, Registry, RegistryHost, TagList, Target } from './types.ts'
import type { Answer, Failed } from './answers/types.ts'
import type { Descriptor, ImageConfig, Manifest } from './content/types.ts'

type Questions = Pick<Registry, 'manifest' | 'byHead' | 'greet' | 'resolve' | 'exists' | 'config' | 'tags'>

type Answers<T> = Map<string, Promise<Answer<T>>>

interface Asked<T> {
  readonly answers: Answers<T>
  readonly question: string
  readonly target: Target
}

/** The questions of the port: each distinct one is asked once in a run. */
export class Client implements Questions {
  readonly #desk: Desk
  readonly #redactor: Redactor
  readonly #manifests: Answers<Manifest> = new Map()
  readonly #byHead: Answers<Manifest | AsRead> = new Map()
  readonly #greetings: Answers<Greeting> = new Map()
  readonly #contents: Answers<Descriptor> = new Map()
  readonly #configs: Answers<ImageConfig> = new Map()
  readonly #tags: Answers<TagList> = new Map()

  constructor(desk: Desk, redactor: Redactor) {
    this.#desk = desk
    this.#redactor = redactor
  }

  manifest(target: Target, reference: string, mediaType?: string): Promise<Answer<Manifest>> {
    const asked = { answers: this.#manifests, question: `${reference} ${mediaType ?? ''}`, target }
    return this.#once(asked, trail => askManifest({ target, reference, mediaType, trail }, this.#desk))
  }

  async byHead(target: Target, reference: string): Promise<Answer<Manifest | AsRead>> {
    const read = await this.manifest(target, reference)
    const asked = { answers: this.#byHead, question: reference, target }
    return this.#once(asked, trail => askByHead({ target, reference, trail, read }, this.#desk))
  }

  greet(host: RegistryHost): Promise<Answer<Greeting>> {
    const target = { host, repository: '', as: { kind: 'anonymous' } } as const
    return this.#once({ answers: this.#greetings, question: 'greeting', target }, trail =>
      askGreeting({ target, trail }, this.#desk),
    )
  }

  resolve(target: Target, tag: string): Promise<Answer<Descriptor>> {
    const asked = { answers: this.#contents, question: `tag ${tag}`, target }
    return this.#once(asked, trail => askTag({ target, trail }, tag, this.#desk))
  }

  exists(
    target: Target,
    { kind, digest }: { readonly kind: 'manifest' | 'blob'; readonly digest: string },
  ): Promise<Answer<Descriptor>> {
    const ask = kind === 'manifest' ? askChild : askBlob
    const asked = { answers: this.#contents, question: `${kind} ${digest}`, target }
    return this.#once(asked, async trail =>
      isDigest(digest) ? ask({ target, trail }, digest, this.#desk) : malformed(target, digest),
    )
  }

  config(target: Target, config: Descriptor): Promise<Answer<ImageConfig>> {
    const { digest } = config
    const asked = { answers: this.#configs, question: digest, target }
    return this.#once(asked, async trail =>
      isDigest(digest) ? askConfig({ target, trail }, config, this.#desk) : malformed(target, digest),
    )
  }

  tags(target: Target): Promise<Answer<TagList>> {
    return this.#once({ answers: this.#tags, question: 'tags', target }, trail =>
      askTags({ target, trail }, this.#desk),
    )
  }

  #once<T>({ answers, question, target }: Asked<T>, ask: (trail: Trail) => Promise<Outcome<T>>): Promise<Answer<T>> {
    const key = `${question} ${endpointKey(target.host)} ${target.repository} ${accessKey(target.as)}`
    const answer = answers.get(key) ?? this.#answer(target, ask)
    answers.set(key, answer)
    return answer
  }

  async #answer<T>(target: Target, ask: (trail: Trail) => Promise<Outcome<T>>): Promise<Answer<T>> {
    const trail = new Trail()
    // also what is never sent: whoever wrote the answer may know it from elsewhere
    if (target.as.kind !== 'anonymous') this.#redactor.addCredential(target.as.credential)
    const outcome = await ask(trail)
    const answer = this.#finish(outcome, target, trail)
    this.#redactor.blank(answer.trail)
    if (answer.kind !== 'found') this.#redactor.blank(answer)
    else if (this.#redactor.blankContent(answer.value) && isJudged(answer.value))
      return unreadable(target, answer.trail)
    return answer
  }

  #finish<T>(outcome: Outcome<T>, target: Target, trail: Trail): Answer<T> {
    if (outcome.kind === 'value') return { kind: 'found', value: outcome.value, trail: trail.records }
    return { ...this.#quotable(withheldOr(outcome, target)), trail: trail.records }
  }

  // redacted before it is cut, so that no half of a secret is left
  #quotable(cause: Cause): Cause {
    if (cause.kind === 'failed') return { ...cause, detail: printable(this.#redactor.text(cause.detail)) }
    return { ...cause, message: printable(this.#redactor.text(cause.message)) }
  }
}

/** Whether more is to be made of it than words: lists serve suggestions, and of the others it is known what they are. */
function isJudged(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || 'tags' in value) return false
  return !('kind' in value) || value.kind === 'manifest' || value.kind === 'index'
}

function unreadable({ host }: Target, trail: Failed['trail']): Failed {
  const detail = 'what is to be read is the same as a secret of this run'
  return { ...failed('body-invalid', { host: host.authority, at: 'registry', detail }), trail }
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
