import type { HttpFailure, HttpResult } from '../transport/http.ts'
import type { FailureCode } from '../answers/types.ts'

/** Failures of a host rather than of one question: nobody else gets through either. */
const ofTheHost: ReadonlySet<FailureCode> = new Set([
  'name-not-resolved',
  'resolver-unavailable',
  'connection-refused',
  'host-unreachable',
  'connect-timeout',
  'connection-reset',
  'connection-closed',
  'response-timeout',
  'tls-unknown-authority',
  'tls-expired',
  'tls-not-yet-valid',
  'tls-name-mismatch',
  'tls-version',
  'tls-handshake',
  'tls-client-certificate',
  'plain-http',
  'https-expected',
  'proxy-refused',
  'proxy-authentication',
  'proxy-bad-gateway',
  'proxy-unreachable',
  'address-forbidden',
])

// a host that has answered before may have had a bad moment
const strikesAfterAnswer = 3
const faultsBeforePatience = 4

/** What a run has learnt of one host, so that a dead one costs its time once and not for every image. */
export class HostHealth {
  #verdict: HttpFailure | undefined
  #answered = false
  #strikes = 0
  #faults = 0

  /** The failure that everybody else would meet as well. */
  get verdict(): HttpFailure | undefined {
    return this.#verdict
  }

  /** Fails again and again: still asked, but once for each question. */
  get ails(): boolean {
    return this.#faults >= faultsBeforePatience
  }

  /** Takes note of how a question ended, after its retries. */
  note(result: HttpResult): void {
    if (result.kind === 'response') {
      this.#answered = true
      this.#strikes = 0
      this.#faults = result.status >= 500 ? this.#faults + 1 : 0
      return
    }
    if (!ofTheHost.has(result.code)) return
    this.#strikes += 1
    if (!this.#answered || this.#strikes >= strikesAfterAnswer) this.#verdict = result
  }
}
