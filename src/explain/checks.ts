import { shellWord } from '../report/words/quote.ts'
import { triageTexts, isTriageCode } from '../triage/codes.ts'
import type { CauseCode } from './types.ts'
import type { Subject } from './subject.ts'

type Say = (names: Names) => string

interface Names {
  readonly image: string
  readonly repository: string
  readonly host: string
  readonly secret: string
}

const curl: Say = ({ host }) =>
  `curl -sS -o /dev/null -w "%{http_code}\\n" https://${host}/v2/ # from the node; 200 or 401 is well`
const secretKeys: Say = ({ secret }) =>
  `kubectl get secret ${secret} -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d | jq '.auths | keys' # is the host among them?`
const certificate: Say = ({ host }) =>
  `openssl s_client -connect ${host}:443 -servername ${host} </dev/null 2>/dev/null | openssl x509 -noout -issuer -dates -ext subjectAltName`
const platforms: Say = ({ image }) =>
  `crane manifest ${image} | jq -c '.manifests[]?.platform' # is the node's among them?`
const type: Say = ({ image }) => `crane manifest ${image} | jq '{mediaType, config: .config.mediaType}'`

const checks: Partial<Record<CauseCode, Say>> = {
  'invalid-reference': () =>
    `kubectl get pod $POD -o jsonpath='{.spec.containers[*].image}' | cat -A # as it is written, blanks and all`,
  'empty-reference': () => "helm template . | grep -n 'image:' # which value fills it?",
  'registry-name-not-resolved': ({ host }) => `getent hosts ${host} # on the node, with its resolver`,
  'registry-unreachable': curl,
  'registry-error': curl,
  'proxy-error': () =>
    "systemctl show containerd --property=Environment # the node's proxy; is the host in NO_PROXY or allowed?",
  'rate-limited': () =>
    'kubectl get events -A --field-selector reason=Failed | grep -ci "too many requests\\|toomanyrequests" # many pods at once?',
  'tls-untrusted': certificate,
  'tls-expired': certificate,
  'tls-name-mismatch': certificate,
  'tls-handshake': ({ host }) =>
    `openssl s_client -connect ${host}:443 -servername ${host} </dev/null 2>&1 | grep -E "Protocol|Cipher|alert"`,
  'plain-http-registry': ({ host }) =>
    `curl -sS -o /dev/null -w "%{http_code}\\n" http://${host}/v2/ # does plain HTTP answer?`,
  'pull-secret-invalid': () =>
    "kubectl get secret $SECRET -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d | jq '.auths | keys' # does it parse?",
  'pull-secret-rejected': secretKeys,
  'pull-secret-no-match': secretKeys,
  'pull-secret-ignored': ({ secret }) =>
    `kubectl get secret ${secret} -o jsonpath='{.type}' # must be kubernetes.io/dockerconfigjson`,
  'pull-secret-missing': ({ secret }) => `kubectl get secret ${secret} # in the namespace of the pod`,
  'pull-secret-other-namespace': ({ secret }) => `kubectl get secret -A --field-selector metadata.name=${secret}`,
  'not-found-or-private': ({ image }) =>
    `crane digest ${image} # with your login: found means private, refused means misspelt or not yours`,
  'no-pull-secret': () =>
    "kubectl get pod $POD -o jsonpath='{.spec.imagePullSecrets}' # empty: it comes without a login",
  'registry-policy': ({ image }) => `crane manifest -v ${image} 2>&1 | tail -20 # the registry's own words`,
  'repository-not-found': ({ repository }) => `crane ls ${repository} # NAME_UNKNOWN: there is no such repository`,
  'tag-not-found': ({ repository }) => `crane ls ${repository} | sort -V | tail # is the tag there?`,
  'digest-not-found': ({ image }) => `crane manifest ${image} # gone, or never there?`,
  'child-manifest-missing': ({ image, repository }) =>
    `crane manifest ${image} | jq -r '.manifests[].digest' | while read -r d; do crane manifest "${repository}@$d" >/dev/null || echo "missing $d"; done`,
  'blob-missing': ({ image }) => `crane pull ${image} /tmp/image.tar # fails at the part that is gone`,
  'platform-missing': platforms,
  'platform-depends-on-runtime': platforms,
  'unsupported-manifest': type,
  'not-an-image': type,
  'manifest-invalid': ({ image }) => `crane manifest ${image} | sha256sum; crane digest ${image} # must be the same`,
  'wrong-architecture': ({ image }) =>
    `crane config ${image} | jq '{os, architecture}' # and kubectl get nodes -L kubernetes.io/arch`,
  'large-image': ({ image }) => `crane manifest ${image} | jq '[.layers[]?.size] | add'`,
  'never-pull': () => 'crictl images # on the node: is it there?',
  'blocked-by-node': () => 'grep -rB3 blocked /etc/containers/registries.conf* # on the node',
  'short-name-ambiguous': () => 'grep -rE "unqualified|short-name" /etc/containers/registries.conf* # on the node',
}

/** What tells a cause from the others: one command that only reads, with the names that the message gave. */
export function checkFor(code: CauseCode, subject: Subject): string {
  const names = namesOf(subject)
  const say = checks[code]
  if (say !== undefined) return say(names)
  if (isTriageCode(code)) return triageTexts[code].look[0]?.run?.[0] ?? `will-it-pull explain ${code}`
  return `will-it-pull explain ${code}`
}

function namesOf({ image, secret }: Subject): Names {
  if (image === undefined)
    return { image: '"$IMAGE"', repository: '"$REPO"', host: '$REGISTRY', secret: secretWord(secret) }
  const repository = image.replace(/@.*$/, '').replace(/:[^:/]*$/, '')
  const [first = '', ...rest] = repository.split('/')
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost')
  return {
    image: shellWord(image),
    repository: shellWord(repository),
    host: shellWord(isHost ? first : 'registry-1.docker.io'),
    secret: secretWord(secret),
  }
}

function secretWord(secret: string | undefined): string {
  return secret === undefined ? '$SECRET' : shellWord(secret)
}
