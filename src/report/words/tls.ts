import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs } from '../../judge/types.ts'
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
  'tls-expired': broken(args => `nodes do not accept the certificate of ${host(args)}`),
  'tls-name-mismatch': broken(args => `nodes do not accept the certificate of ${host(args)}`),
  'tls-handshake': broken(args => `no TLS connection to ${host(args)} comes about`),
  'plain-http-registry': broken(args => `no TLS connection to ${host(args)} comes about`),
}

function broken(what: (args: FindingArgs) => string): Say {
  return (args, { verdict }) => {
    const start = verdict === 'unknown' ? 'Could not tell whether' : ''
    const outcome = verdict === 'unknown' ? 'can be pulled' : 'cannot be pulled'
    return { message: `${start} ${image(args)} ${outcome}: ${what(args)}.`.trimStart(), ...why(args, 'tls-handshake') }
  }
}

function why({ reason, detail }: FindingArgs, usual: string): Pick<Wording, 'cause' | 'fix'> {
  const known = failures[reason ?? usual] ?? failures[usual]
  return { cause: `${known?.cause ?? ''}${quoted('Evidence', detail)}`, fix: known?.fix }
}
