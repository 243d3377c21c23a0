import type { Shape } from '../types.ts'

/** No usable answer came. Proxy before network and TLS: its errors hold theirs. */
export const transportShapes: readonly Shape[] = [
  {
    when: /\b429\b[^\n]*Too Many Requests|toomanyrequests|too many requests|pull rate limit|(?:StatusCode:|from registry) 429/i,
    causes: ['rate-limited'],
  },
  {
    when: /proxyconnect tcp|Proxy Authentication Required|(?:Head|Get) "[^"]*": (?:Forbidden|Bad Gateway|Service Unavailable|Gateway Time-?out)(?:$|[\s;)\]])/,
    causes: ['proxy-error'],
  },
  { when: /x509: certificate signed by unknown authority/, causes: ['tls-untrusted'] },
  { when: /x509: certificate has expired or is not yet valid/, causes: ['tls-expired'] },
  {
    when: /x509: (?:certificate is valid for |certificate is not valid for any names|cannot validate certificate for |certificate relies on legacy Common Name)/,
    causes: ['tls-name-mismatch'],
  },
  { when: /server gave HTTP response to HTTPS client/, causes: ['plain-http-registry'] },
  {
    when: /first record does not look like a TLS handshake/,
    causes: ['tls-handshake', 'plain-http-registry', 'registry-error'],
  },
  { when: /\b(?:tls|x509): |remote error: tls/, causes: ['tls-handshake'] },
  {
    when: /lookup [^\n]*(?:no such host|server misbehaving|Temporary failure in name resolution|i\/o timeout)|: no such host/,
    causes: ['registry-name-not-resolved'],
  },
  {
    when: /connect: connection refused|RegistryUnavailable|because the registry is unavailable|connection reset by peer|broken pipe|server closed idle connection/,
    causes: ['registry-unreachable'],
  },
  {
    when: /i\/o timeout|TLS handshake timeout|timeout awaiting response headers|Client\.Timeout exceeded|no route to host|network is unreachable/,
    causes: ['registry-unreachable'],
  },
  {
    when: /transport connection broken: malformed HTTP|malformed HTTP response|readLoopPeekFailLocked|stopped after 10 redirects|invalid character '<' looking for/,
    causes: ['registry-error'],
  },
  {
    when: /(?:failed to do request|Head|Get)[^\n]*: (?:unexpected )?EOF(?:$|[\s"])|transport connection broken/,
    causes: ['registry-unreachable', 'registry-error', 'proxy-error'],
  },
  {
    when: /context canceled|code = Canceled|RST_STREAM with error code: CANCEL|context deadline exceeded|DeadlineExceeded desc/,
    causes: ['registry-unreachable', 'registry-error', 'large-image'],
  },
  {
    when: /\b5\d\d (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)|(?:StatusCode:|from registry) 5\d\d|HTTP status: 5\d\d|status code 5\d\d/i,
    causes: ['registry-error'],
  },
  {
    when: /no realm specified for token auth challenge|missing realm in bearer auth challenge|Requesting bearer token: [^\n]*\b404\b|did not include a token|unable to decode token response|failed to fetch (?:anonymous|oauth) token: [^\n]*\b404\b|invalid_token|unsupported media type|missing or empty Content-Type|unexpected media type text\/html|unknown auth challenge|unexpected http code: 5/i,
    causes: ['registry-error'],
  },
]
