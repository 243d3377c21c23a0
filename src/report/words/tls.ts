import type { FindingArgs, FindingCode } from '../../judge/types.ts'
import { failures } from './failures.ts'
import { quoted } from './quote.ts'
import { host, image } from './subject.ts'
import type { Rows, Say, Wording } from './wording.ts'

type TlsCode = Extract<
  FindingCode,
  'tls-untrusted' | 'tls-expired' | 'tls-name-mismatch' | 'tls-handshake' | 'plain-http-registry'
>

/** The connection to the registry is not one that a node would trust. */
export const tlsRows: Rows<TlsCode> = {
  'tls-untrusted': args => ({
    message: `Could not tell whether ${image(args)} can be pulled: the certificate of ${host(args)} is not trusted here.`,
    ...why(args, 'tls-unknown-authority'),
  }),
  'tls-expired': broken((args, when) => `the certificate of ${host(args)} ${when}`),
  'tls-name-mismatch': broken(args => `the certificate of ${host(args)} is for another name`),
  'tls-handshake': broken(args => `the TLS handshake with ${host(args)} fails`),
  'plain-http-registry': broken(args => `${host(args)} speaks plain HTTP`),
}

function broken(what: (args: FindingArgs, when: string) => string): Say {
  return (args, { verdict }) => {
    const start =
      verdict === 'unknown' ? `Could not tell whether ${image(args)} can be pulled` : `${image(args)} cannot be pulled`
    const when = args.reason === 'tls-not-yet-valid' ? 'is not valid yet' : 'has expired'
    return { message: `${start}: ${what(args, when)}.`, ...why(args, 'tls-handshake') }
  }
}

function why({ reason, detail }: FindingArgs, usual: string): Pick<Wording, 'cause' | 'fix'> {
  const known = failures[reason ?? usual] ?? failures[usual]
  return { cause: `${known?.cause ?? ''}${quoted('Evidence', detail)}`, fix: known?.fix }
}
