import type { Challenge } from './challenge.ts'

/** How a host asked for authorization, so that the next repository needs no challenge of its own. */
export type HostHabit =
  | { readonly kind: 'basic' }
  | {
      readonly kind: 'bearer'
      readonly realm: URL
      readonly service?: string | undefined
      readonly scopesFor: (repository: string) => readonly string[]
    }

/** What a bearer challenge for one repository says about the host's others, if it says anything. */
export function habitOf(challenge: Challenge, realm: URL, repository: string): HostHabit | undefined {
  const scope = challenge.parameters.get('scope')
  const service = challenge.parameters.get('service')
  // Codeberg's: one token for all
  if (scope === '*') return { kind: 'bearer', realm, service, scopesFor: () => ['*'] }
  // Artifactory's scope lacks the repository key, which stands in the realm: such a challenge is for one repository only
  if (scope !== undefined && scope !== pullScope(repository)) return undefined
  return { kind: 'bearer', realm, service, scopesFor: other => [pullScope(other)] }
}

/** The scope that pulling needs (distribution, docs/content/spec/auth/scope.md). */
export function pullScope(repository: string): string {
  return `repository:${repository}:pull`
}
