/** Ways in which a server can present itself over TLS. */
export type CertificateKind =
  /** By our own authority, for 127.0.0.1, localhost, registry.test and every other name (see `certificates.ts`). */
  | 'good'
  | 'expired'
  | 'not-yet-valid'
  /** For `somewhere.else.test` only. */
  | 'wrong-name'
  | 'self-signed'
  /** By an authority that nobody was told of, whose root is sent along. */
  | 'unknown-authority'
  /** By an intermediate of our authority that is not sent along. */
  | 'missing-intermediate'
  /** Good, but asks for a client certificate of our authority. */
  | 'client-certificate'
  /** Speaks TLS 1.0 and 1.1 only. */
  | 'old-protocol'
  /** Knows only ciphers that no client offers. */
  | 'no-common-cipher'
