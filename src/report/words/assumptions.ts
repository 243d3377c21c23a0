import type { Assumption } from '../../judge/types.ts'
import { code, series } from './quote.ts'

/** What a verdict takes on trust. */
export function assumptionWords(assumption: Assumption): string {
  switch (assumption.code) {
    case 'secret-opens':
      return `${assumption.secrets.length === 1 ? 'secret' : 'one of the secrets'} ${series(assumption.secrets)} opens ${code(assumption.repository)}`
    case 'nodes-use-cloud-identity':
      return `nodes pull from ${code(assumption.registry)} by their cloud identity`
    case 'nodes-hold-runner-login':
      return `nodes hold the same login for ${code(assumption.registry)} as the runner`
    case 'nodes-trust-authority':
      return `nodes trust the certificate authority of ${code(assumption.host)}`
    case 'any-windows-build':
      return `any Windows build of ${code(assumption.platform)} will do`
  }
}
