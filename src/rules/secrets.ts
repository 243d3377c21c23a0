import type { RulePages, RuleStep } from './types.ts'

type Code = 'pull-secret-invalid' | 'pull-secret-rejected' | 'pull-secret-ignored' | 'pull-secret-no-match'

const showKeys: RuleStep = {
  say: 'For which registries does it hold a login? (This prints no password.)',
  run: ["kubectl -n $NS get secret $SECRET -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d | jq '.auths | keys'"],
}

const showType: RuleStep = {
  say: 'Its type and the keys of its data:',
  run: ["kubectl -n $NS get secret $SECRET -o json | jq '{type, keys: (.data | keys)}'"],
}

const renew: RuleStep = {
  say: 'Write it anew from an account that may pull; pods pick it up at their next try:',
  run: [
    'kubectl -n $NS create secret docker-registry $SECRET --docker-server=$REGISTRY --docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN" --dry-run=client -o yaml | kubectl apply -f -',
  ],
}

/** Pages of the layer `auth`, as far as it is about the secret. */
export const secretRules: RulePages<Code> = {
  'pull-secret-invalid': {
    means:
      'A secret that the pod names cannot be decoded. The kubelet then builds no keyring at all: **no** image of that pod is pulled, public ones included.',
    quotes: [
      {
        who: 'the waiting reason is the raw text',
        text: 'unable to parse auth field, must be formatted as base64(username:password)',
      },
      { who: 'data that was not base64', text: 'illegal base64 data at input byte 4' },
    ],
    why: [
      'The `auth` field is not base64 of `user:password`, or has no colon in it.',
      'The content was encoded twice, or not at all, by a template (`b64enc` on text that was already encoded; `data` instead of `stringData`).',
      'The JSON is broken: a quote in a password that a template did not escape, a trailing comma.',
    ],
    prove: [
      showType,
      {
        say: 'Does it parse? `false` stands where `auth` is malformed or absent. (Prints no password.)',
        run: [
          `kubectl -n $NS get secret $SECRET -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d | jq '.auths | map_values((.auth // "") | @base64d | contains(":"))'`,
        ],
      },
    ],
    fix: [
      renew,
      {
        say: 'In a chart, let one expression build it: `printf` the JSON with `%q` for each value and pipe the whole through `b64enc` once.',
      },
    ],
    ignore: 'Never: one broken entry stops every image of the pod.',
    decided:
      "The content is decoded with the kubelet's own rules (`pkg/credentialprovider`); the first error there is the finding. `unpullable`.",
  },
  'pull-secret-rejected': {
    means:
      'The secret holds a login for this registry, and the registry refuses it. Since a matching login is always used, the kubelet never falls back to asking anonymously: a stale secret breaks even a public image.',
    quotes: [
      {
        who: 'CRI-O',
        text: 'initializing source docker://ghcr.io/acme/web:1.27.3: unable to retrieve auth token: invalid username/password: unauthorized',
      },
      {
        who: 'old containerd',
        text: 'failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized',
      },
    ],
    why: [
      'The token has expired or was revoked. ECR tokens live twelve hours, so a secret made by hand breaks the next day.',
      'The account lost its right on this repository, or its token lacks the scope to read packages.',
      'The password was rotated in one place and not in this namespace.',
    ],
    prove: [
      showKeys,
      {
        say: 'Try exactly this secret, in a folder of its own so that your login does not mix in:',
        run: [
          'mkdir -p /tmp/one-secret',
          "kubectl -n $NS get secret $SECRET -o jsonpath='{.data.\\.dockerconfigjson}' | base64 -d > /tmp/one-secret/config.json",
          'DOCKER_CONFIG=/tmp/one-secret crane digest "$IMAGE"',
          'rm -r /tmp/one-secret',
        ],
      },
      { say: 'Is the image public after all?', run: ['skopeo inspect --no-creds --raw docker://$IMAGE | head -3'] },
    ],
    fix: [
      renew,
      { say: 'For a public image: leave the secret out.' },
      { say: 'For ECR: use the credential provider of the kubelet, or a controller that renews the secret.' },
    ],
    ignore: 'Not while the pod names it.',
    decided:
      'Every login that the kubelet would try, in its order, was answered with 401 or 403. `unpullable`, also when asking anonymously works.',
  },
  'pull-secret-ignored': {
    means: 'The pod names a secret, and the kubelet passes over it in silence: wrong type, wrong key, or a blank name.',
    silent:
      'Nothing: no event says that a secret was passed over. The pull goes on as if it were not named, and fails as `not-found-or-private`.',
    why: [
      'The type is `Opaque`. Only `kubernetes.io/dockerconfigjson` (key `.dockerconfigjson`) and `kubernetes.io/dockercfg` (key `.dockercfg`) are read.',
      'Type and key do not belong together.',
      'The list holds an entry with a blank name, from a value that is not set. It also keeps the secrets of the ServiceAccount from being added, since the list is not empty.',
      'The file inside uses `credHelpers`, `credsStore` or `identitytoken`: the kubelet reads none of them.',
    ],
    prove: [
      showType,
      {
        say: 'A blank name in the pod?',
        run: ['kubectl -n $NS get pod $POD -o jsonpath=\'{.spec.imagePullSecrets}{"\\n"}\''],
      },
    ],
    fix: [
      {
        say: 'The type of a secret cannot be changed. Delete it and create it again:',
        run: [
          'kubectl -n $NS delete secret $SECRET',
          'kubectl -n $NS create secret docker-registry $SECRET --docker-server=$REGISTRY --docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"',
        ],
      },
      {
        say: 'A blank name: render `imagePullSecrets` only where the value is set (`{{- with .Values.imagePullSecrets }}`).',
      },
    ],
    ignore: 'When the image is public and the entry is only left over. Removing it is better.',
    decided:
      'Type and key are compared as in the kubelet (`pkg/credentialprovider/secrets`). If nothing else opens the image, the finding of the access itself names this as its reason.',
  },
  'pull-secret-no-match': {
    means: 'The secret is readable, and none of its logins is for this image.',
    silent: 'Nothing about the secret. The pull is anonymous then and fails as one without a secret.',
    why: [
      'It is for another registry, or for another host name of the same one.',
      'Docker Hub: the key must be `https://index.docker.io/v1/` (or `docker.io`); `registry-1.docker.io` does not match.',
      'The port is missing: `registry:5000` and `registry` are two keys.',
      'The key has a path that the repository does not start with (`ghcr.io/other-org`).',
      'A glob covers too few labels: `*.acme.io` does not match `a.b.acme.io`.',
    ],
    prove: [
      showKeys,
      { say: 'What is needed is the host of the image, exactly:', run: ['echo "$IMAGE" | cut -d/ -f1'] },
    ],
    fix: [
      {
        say: 'Create the secret with the right server; for Docker Hub `--docker-server=https://index.docker.io/v1/`:',
        run: renew.run ?? [],
      },
    ],
    ignore: 'When the secret is there for another container of the same pod.',
    decided:
      "By the kubelet's keyring: hosts compared label by label with globs, ports as text, the path as a prefix; keys in descending order. No key of this secret matches the repository.",
  },
}
