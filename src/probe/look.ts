import type { AsRead, Greeting, Registry, RunnerLogin, TagList } from '../registry/types.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Descriptor, ImageConfig, Manifest } from '../registry/content/types.ts'
import { questionKey } from './question.ts'
import type { Question } from './types.ts'

/** Everything that was answered so far, by question. */
class Answers {
  readonly login = new Map<string, RunnerLogin>()
  readonly manifest = new Map<string, Answer<Manifest>>()
  readonly byHead = new Map<string, Answer<Manifest | AsRead>>()
  readonly greeting = new Map<string, Answer<Greeting>>()
  readonly exists = new Map<string, Answer<Descriptor>>()
  readonly config = new Map<string, Answer<ImageConfig>>()
  readonly tags = new Map<string, Answer<TagList>>()
}

/**
 * What is known so far. A pure walk reads it through `Look`; what it misses is noted as wanted, and is there the next
 * time that the same walk is made. One book serves all walks of a run, so equal questions are asked once.
 */
export class AnswerBook {
  readonly #registry: Registry
  readonly #pending = new Map<string, Promise<unknown>>()
  readonly #answers = new Answers()

  constructor(registry: Registry) {
    this.#registry = registry
  }

  /** Answers the question, or waits for the answer that somebody else already asked for. */
  async ask(question: Question): Promise<void> {
    const key = questionKey(question)
    const pending = this.#pending.get(key) ?? this.#send(question, key)
    this.#pending.set(key, pending)
    await pending
  }

  look(): Look {
    return new Look(this.#answers)
  }

  async #send(question: Question, key: string): Promise<unknown> {
    const registry = this.#registry
    const answers = this.#answers
    switch (question.ask) {
      case 'login':
        return answers.login.set(key, await registry.login(question.registry, question.repository))
      case 'manifest':
        return answers.manifest.set(key, await registry.manifest(question, question.reference, question.mediaType))
      case 'by-head':
        return answers.byHead.set(key, await registry.byHead(question, question.reference))
      case 'greeting':
        return answers.greeting.set(key, await registry.greet(question.host))
      case 'exists': {
        const content = { kind: question.content, digest: question.digest }
        return answers.exists.set(key, await registry.exists(question, content))
      }
      case 'config':
        return answers.config.set(key, await registry.config(question, question.config))
      case 'tags':
        return answers.tags.set(key, await registry.tags(question))
    }
  }
}

type Asking<K extends Question['ask']> = Extract<Question, { readonly ask: K }>

/** One walk's view of the book: the answer, or undefined when it still has to be asked. */
export class Look {
  readonly wanted: Question[] = []
  readonly #answers: Answers

  constructor(answers: Answers) {
    this.#answers = answers
  }

  login(question: Asking<'login'>): RunnerLogin | undefined {
    return this.#find(this.#answers.login, question)
  }

  manifest(question: Asking<'manifest'>): Answer<Manifest> | undefined {
    return this.#find(this.#answers.manifest, question)
  }

  byHead(question: Asking<'by-head'>): Answer<Manifest | AsRead> | undefined {
    return this.#find(this.#answers.byHead, question)
  }

  greeting(question: Asking<'greeting'>): Answer<Greeting> | undefined {
    return this.#find(this.#answers.greeting, question)
  }

  exists(question: Asking<'exists'>): Answer<Descriptor> | undefined {
    return this.#find(this.#answers.exists, question)
  }

  config(question: Asking<'config'>): Answer<ImageConfig> | undefined {
    return this.#find(this.#answers.config, question)
  }

  tags(question: Asking<'tags'>): Answer<TagList> | undefined {
    return this.#find(this.#answers.tags, question)
  }

  #find<T>(answers: ReadonlyMap<string, T>, question: Question): T | undefined {
    const answer = answers.get(questionKey(question))
    if (answer === undefined) this.wanted.push(question)
    return answer
  }
}
