import type { Cause } from './diagnosis/cause.ts'
import type { Arrival } from './transport/follow.ts'
import type { Trail } from './diagnosis/trail.ts'
import type { Target } from './types.ts'

/** One request to a registry's API, with the access's authority. */
export interface Inquiry {
  readonly target: Target
  readonly method: 'GET' | 'HEAD'
  /** Behind the repository: `/manifests/1.27`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly bodyLimit: number
  /** A 401 is the answer: nothing is shown that may open the door. */
  readonly asNobody?: true | undefined
  readonly trail: Trail
}

/** What the registry, or the place that it redirected to, answered in the end. */
export type Reply =
  | (Extract<Arrival, { kind: 'response' }> & { readonly tokenIssued: boolean })
  | { readonly kind: 'cause'; readonly cause: Cause }
