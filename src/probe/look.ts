import type {
  Answer,
  Descriptor,
  Manifest,
  ManifestPlatform,
  Registry,
  RunnerLogin,
  TagList,
} from '../registry/types.ts'
import { questionKey } from './question.ts'
import type { Question } from './types.ts'

interface Replies {
  login: RunnerLogin
  manifest: Answer<Manifest>
  exists: Answer<Descriptor>
  config: Answer<ManifestPlatform>
  tags: Answer<TagList>
}

type Asking<K extends Question['ask']> = Extract<Question, { readonly ask: K }>

/**
 * What is known so far. A pure walk reads it through `Look`; what it misses is noted as wanted, and is there the next
 * time that the same walk is made. One book serves all walks of a run, so equal questions are asked once.
 */
export class AnswerBook {
  readonly #registry: Registry
  readonly #pending = new Map<string, Promise<unknown>>()
  readonly #answers = new Map<string, unknown>()

  constructor(registry: Registry) {
    this.#registry = registry
  }

  /** Answers the question, or waits for the answer that somebody else already asked for. */
  async ask(question: Question): Promise<void> {
    const key = questionKey(question)
    const pending = this.#pending.get(key) ?? this.#send(question)
    this.#pending.set(key, pending)
    this.#answers.set(key, await pending)
  }

  look(): Look {
    return new Look(key => this.#answers.get(key))
  }

  #send(question: Question): Promise<unknown> {
    switch (question.ask) {
      case 'login':
        return this.#registry.login(question.registry, question.repository)
      case 'manifest':
        return this.#registry.manifest(question, question.reference)
      case 'exists':
        return this.#registry.exists(question, { kind: question.content, digest: question.digest })
      case 'config':
        return this.#registry.config(question, question.config)
      case 'tags':
        return this.#registry.tags(question)
    }
  }
}

/** One walk's view of the book. */
export class Look {
  readonly wanted: Question[] = []
  readonly #find: (key: string) => unknown

  constructor(find: (key: string) => unknown) {
    this.#find = find
  }

  /** The answer, or undefined when it still has to be asked. */
  at<K extends Question['ask']>(question: Asking<K>): Replies[K] | undefined {
    const answer = this.#find(questionKey(question)) as Replies[K] | undefined
    if (answer === undefined) this.wanted.push(question)
    return answer
  }
}
