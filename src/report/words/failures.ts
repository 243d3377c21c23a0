import type { FailureCode } from '../../registry/answers/types.ts'
import { interruption } from './interrupted.ts'

interface Failure {
  readonly cause: string
  /** What would let us tell. */
  readonly fix: string
}

const runAgain = 'Run the check again; if it stays so, ask whoever runs the registry.'
const reach =
  'Run the check where the registry can be reached (VPN, allow-list, self-hosted runner), or correct the host name.'
const proxy = "Correct the runner's `HTTPS_PROXY`, or name the host in `NO_PROXY`."
const ca = 'Give the authority by `ca-file` if the nodes trust it; else have the registry send its whole chain.'

const known: Readonly<Record<FailureCode, Failure>> = {
  'name-not-resolved': {
    cause: 'DNS knows no such name here. It is misspelt, or only resolves inside your network.',
    fix: 'Check the spelling of the registry; if it is internal, run the check where its name resolves.',
  },
  'resolver-unavailable': { cause: 'The DNS resolver of the runner did not answer.', fix: 'Run the check again.' },
  'connection-refused': { cause: 'Nothing listens at that address and port.', fix: reach },
  'host-unreachable': { cause: 'There is no route to that address.', fix: reach },
  'connect-timeout': { cause: 'The connection was not made in time; a firewall often drops it.', fix: reach },
  'response-timeout': { cause: 'The connection was made, but no answer came in time.', fix: runAgain },
  'body-timeout': { cause: 'The answer began and then stopped.', fix: runAgain },
  'connection-reset': { cause: 'The connection was reset by the other side or by something on the way.', fix: reach },
  'connection-closed': { cause: 'The connection was closed before the answer was complete.', fix: runAgain },
  'tls-unknown-authority': { cause: 'It comes from an authority that the runner does not know.', fix: ca },
  'tls-expired': { cause: 'The certificate has expired.', fix: 'Renew the certificate of the registry.' },
  'tls-not-yet-valid': {
    cause: 'The certificate is not valid yet, or the clock here is wrong.',
    fix: 'Check the certificate of the registry and the clock.',
  },
  'tls-name-mismatch': {
    cause: 'The certificate is for another name.',
    fix: 'Use a name that the certificate holds, or have one made for this name.',
  },
  'tls-version': {
    cause: 'The registry speaks no TLS version that nodes accept: they want TLS 1.2 or 1.3.',
    fix: 'Have the registry speak TLS 1.2 or newer.',
  },
  'tls-handshake': {
    cause:
      'The two sides agree on no cipher, or the registry wants a client certificate that this check does not have.',
    fix: 'Check the TLS settings of the registry; a client certificate of the nodes can only be tried from a node.',
  },
  'tls-client-certificate': {
    cause: 'The registry asks for a client certificate, which this check does not have.',
    fix: 'Nodes may hold one; it can only be checked from a node.',
  },
  'plain-http': {
    cause: 'The registry speaks plain HTTP where nodes speak HTTPS.',
    fix: 'Give the registry a certificate, or declare it in `insecure-registries` if the nodes are configured so.',
  },
  'https-expected': {
    cause: 'The registry was asked by plain HTTP and speaks HTTPS.',
    fix: 'Take it out of `insecure-registries`.',
  },
  'proxy-refused': { cause: 'The proxy refused to connect to this host.', fix: proxy },
  'proxy-authentication': {
    cause: 'The proxy wants a login (407).',
    fix: "Put the login into the runner's `HTTPS_PROXY`.",
  },
  'proxy-bad-gateway': {
    cause: 'The proxy could not reach this host: its name is misspelt or only resolves elsewhere, or it is down.',
    fix: 'Check the spelling of the registry; if it is internal, name it in `NO_PROXY`.',
  },
  'proxy-unreachable': { cause: 'The proxy itself did not answer.', fix: proxy },
  'redirect-loop': { cause: 'The registry redirects in a circle.', fix: runAgain },
  'redirect-unsafe': {
    cause: 'The registry redirects to an address that this check must not follow.',
    fix: 'Nodes may follow it; check the redirects of the registry.',
  },
  'redirect-refused': {
    cause: 'The place that the registry redirects to refused.',
    fix: 'Check whether nodes may fetch from there: a firewall, a region or an expired signature may stand in the way.',
  },
  'server-error': { cause: 'The registry has a fault of its own.', fix: runAgain },
  'head-refused': {
    cause:
      'containerd asks by HEAD before it fetches, and gives up where that is refused, though GET gives the manifest. Only a node can tell whether it meets the same refusal: what stands between may treat the runner otherwise.',
    fix: 'Have the registry, or what stands before it, answer HEAD requests for manifests as it answers GET.',
  },
  'greeting-refused': {
    cause:
      'CRI-O asks for `/v2/` before anything else, and gives up unless that is answered 200 or 401. Only a node can tell whether it meets the same refusal: what stands between may treat the runner otherwise.',
    fix: 'Have the registry, or what stands before it, answer `GET /v2/` as the distribution API prescribes.',
  },
  'login-unasked': {
    cause: 'CRI-O shows its login only where `/v2/` asks for one, and here the manifest alone does.',
    fix: 'Have the registry ask for a login at `/v2/` too: switch off its access without a login, or ask its manual for docker clients.',
  },
  'upstream-refused': {
    cause: 'The registry is a cache, and the registry behind it refused.',
    fix: 'Check the login that the cache holds for the registry behind it, and the name of the image there.',
  },
  'not-a-registry': {
    cause: 'What answers there is no image registry: a web page, a login portal or another service.',
    fix: 'Check host, port and path of the reference.',
  },
  'challenge-unusable': {
    cause: 'The registry asks for a login in a way that clients do not understand.',
    fix: 'Check the `WWW-Authenticate` header of the registry.',
  },
  'realm-unsafe': {
    cause: 'The registry sends its logins to a token server that this check must not contact.',
    fix: 'Check the `realm` that the registry names.',
  },
  'token-endpoint-failed': { cause: 'The token server of the registry gave no token.', fix: runAgain },
  'token-rejected': { cause: 'The registry does not accept the token that its own token server gave.', fix: runAgain },
  'credential-withheld': {
    cause: 'A node would send its login further than this check may: to a mirror, a redirect or over plain HTTP.',
    fix: 'Serve the registry and its token server by HTTPS.',
  },
  'address-forbidden': {
    cause: 'It resolves to a private or local address, which is not contacted on runs of forks.',
    fix: 'Run the check from a branch of this repository.',
  },
  'body-too-large': { cause: 'The answer is larger than what a check reads or holds.', fix: runAgain },
  'body-cut': { cause: 'The answer is shorter than the registry said.', fix: runAgain },
  'body-invalid': { cause: 'The answer is not what the distribution API prescribes.', fix: runAgain },
  'headers-too-large': { cause: 'The headers of the answer are larger than any client takes.', fix: runAgain },
  deadline: {
    cause: 'The time of the whole check was over before the answer came.',
    fix: 'Raise `timeout`, or check fewer sources at once.',
  },
}

/** Why no usable answer came, by failure code; `head-and-get-differ` is an answer that contradicts itself. */
export const failures: Readonly<Record<string, Failure>> = {
  ...known,
  interrupted: interruption,
  'head-and-get-differ': {
    cause: 'The registry says by HEAD that the manifest is there and by GET that it is not.',
    fix: runAgain,
  },
}
