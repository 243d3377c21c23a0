import { randomUUID } from 'node:crypto'
import { matchesRepository } from './glob.ts'

/** What an issued token is good for. */
export interface Grant {
  /** Name of the user; absent for anonymous callers. */
  readonly user: string | undefined
  /** Patterns of repositories. */
  readonly repositories: readonly string[]
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** The tokens that one registry has issued. */
export class Tokens {
  readonly #grants = new Map<string, Grant>()

  issue(grant: Grant): string {
    const token = `simulated.${randomUUID()}`
    this.#grants.set(token, grant)
    return token
  }

  /** The grant behind a Bearer header, as long as it lasts. */
  find(authorization: string | undefined, now: number): Grant | undefined {
    const grant = this.#grants.get(/^bearer +(.+)$/i.exec(authorization ?? '')?.[1] ?? '')
    return grant !== undefined && grant.expiresAt > now ? grant : undefined
  }

  /** Forgets them all: whoever holds one is told `invalid_token`. */
  revoke(): void {
    this.#grants.clear()
  }
}

/** Whether a grant covers a repository. */
export function covers(grant: Grant, repository: string): boolean {
  return grant.repositories.some(pattern => matchesRepository(pattern, repository))
}
