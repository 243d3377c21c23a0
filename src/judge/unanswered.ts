import type { Absent, Answer, Blocked, Failed, FailureCode, Limited, Refused } from '../registry/answers/types.ts'
import type { Draft } from './draft.ts'
import type { FindingCode } from './codes.ts'
import type { FindingArgs, Layer, Verdict } from './types.ts'

type Unanswered = Exclude<Answer<unknown>, { readonly kind: 'found' } | Absent | Refused>

type Cause = readonly [code: FindingCode, verdict: Verdict]

/**
 * What a failure without an answer means. Only what every node would meet as well is unpullable: a certificate that is
 * expired or for another name, TLS older than 1.2, and a registry that speaks plain HTTP. A handshake that just fails may
 * want a client certificate, which nodes may hold: TLS 1.2 has but one alert for both (RFC 5246, 7.2.2).
 */
const causes: Readonly<Record<FailureCode, Cause>> = {
  'name-not-resolved': ['registry-name-not-resolved', 'unknown'],
  'resolver-unavailable': ['registry-name-not-resolved', 'unknown'],
  'connection-refused': ['registry-unreachable', 'unknown'],
  'host-unreachable': ['registry-unreachable', 'unknown'],
  'connect-timeout': ['registry-unreachable', 'unknown'],
  'response-timeout': ['registry-unreachable', 'unknown'],
  'body-timeout': ['registry-unreachable', 'unknown'],
  'connection-reset': ['registry-unreachable', 'unknown'],
  'connection-closed': ['registry-unreachable', 'unknown'],
  'tls-unknown-authority': ['tls-untrusted', 'unknown'],
  'tls-expired': ['tls-expired', 'unpullable'],
  'tls-not-yet-valid': ['tls-expired', 'unpullable'],
  'tls-name-mismatch': ['tls-name-mismatch', 'unpullable'],
  'tls-version': ['tls-handshake', 'unpullable'],
  'tls-handshake': ['tls-handshake', 'unknown'],
  'tls-client-certificate': ['tls-handshake', 'unknown'],
  'plain-http': ['plain-http-registry', 'unpullable'],
  'https-expected': ['registry-error', 'unknown'],
  'proxy-refused': ['proxy-error', 'unknown'],
  'proxy-authentication': ['proxy-error', 'unknown'],
  'proxy-bad-gateway': ['proxy-error', 'unknown'],
  'proxy-unreachable': ['proxy-error', 'unknown'],
  'redirect-loop': ['registry-error', 'unknown'],
  'redirect-unsafe': ['registry-error', 'unknown'],
  'redirect-refused': ['registry-error', 'unknown'],
  'server-error': ['registry-error', 'unknown'],
  'head-refused': ['registry-error', 'unknown'],
  'greeting-refused': ['registry-error', 'unknown'],
  'login-unasked': ['registry-error', 'unknown'],
  'upstream-refused': ['registry-error', 'unknown'],
  'not-a-registry': ['registry-error', 'unknown'],
  'challenge-unusable': ['registry-error', 'unknown'],
  'realm-unsafe': ['registry-error', 'unknown'],
  'token-endpoint-failed': ['registry-error', 'unknown'],
  'token-rejected': ['registry-error', 'unknown'],
  'credential-withheld': ['access-denied', 'unknown'],
  'address-forbidden': ['registry-unreachable', 'unknown'],
  'body-too-large': ['registry-error', 'unknown'],
  'body-cut': ['registry-error', 'unknown'],
  'body-invalid': ['registry-error', 'unknown'],
  'headers-too-large': ['registry-error', 'unknown'],
  deadline: ['registry-unreachable', 'unknown'],
}

const behindExistence: readonly Layer[] = ['platform', 'content']
const behindNetwork: readonly Layer[] = ['auth', 'existence', ...behindExistence]

/** The finding for an answer that settles nothing about the image. */
export function unanswered(answer: Unanswered, args: FindingArgs): Draft {
  switch (answer.kind) {
    case 'failed':
      return failed(answer, args)
    case 'limited':
      return limited(answer, args)
    case 'blocked':
      return blocked(answer, args)
  }
}

function limited(answer: Limited, args: FindingArgs): Draft {
  const { quota: reason, message: detail, retryAfterMs } = answer
  return {
    code: 'rate-limited',
    verdict: 'unknown',
    answers: [answer],
    notChecked: behindNetwork,
    args: { ...args, reason, detail, retryAfterMs },
  }
}

function blocked(answer: Blocked, args: FindingArgs): Draft {
  const { about, status, message: detail } = answer
  return {
    code: 'registry-policy',
    verdict: about === 'image' ? 'unpullable' : 'unknown',
    answers: [answer],
    notChecked: behindExistence,
    args: { ...args, status, detail, reason: about },
  }
}

function causeOf({ at, failure }: Failed): Cause {
  // it is the proxy's certificate or its answer that failed, which the nodes may never meet
  if (at === 'proxy') return ['proxy-error', 'unknown']
  // only of the registry itself it was made sure that what is no TLS is plain HTTP
  return failure === 'plain-http' && at !== 'registry' ? ['registry-error', 'unknown'] : causes[failure]
}

function failed(answer: Failed, args: FindingArgs): Draft {
  const [code, verdict] = causeOf(answer)
  return {
    code,
    verdict,
    answers: [answer],
    notChecked: answer.failure === 'head-refused' ? behindExistence : behindNetwork,
    args: {
      ...args,
      reason: answer.failure,
      host: answer.host,
      status: answer.status,
      detail: answer.detail,
    },
  }
}
