import type { RulePages, RuleStep } from './types.ts'

type Code = 'not-found-or-private' | 'no-pull-secret' | 'access-denied' | 'registry-policy'

const withoutLogin: RuleStep = {
  say: 'Ask without any login, as a node without a secret would:',
  run: ['skopeo inspect --no-creds --raw docker://$IMAGE | head -5'],
}

const withLogin: RuleStep = {
  say: 'Ask with your own login. If this works and the first does not, the image is private and exists:',
  run: ['crane digest "$IMAGE"', 'crane ls $REPO | tail'],
}

const whatThePodNames: RuleStep = {
  say: 'Which secrets does the pod have? Admission copies those of the ServiceAccount only when the pod names none itself, and only when the pod is created:',
  run: [
    'kubectl -n $NS get pod $POD -o jsonpath=\'{.spec.imagePullSecrets}{" "}{.spec.serviceAccountName}{"\\n"}\'',
    'kubectl -n $NS get serviceaccount default -o jsonpath=\'{.imagePullSecrets}{"\\n"}\'',
  ],
}

const createSecret: RuleStep = {
  say: 'Create a secret from an account that may pull, and name it in `imagePullSecrets` of the pod template or of its ServiceAccount:',
  run: [
    'kubectl -n $NS create secret docker-registry regcred --docker-server=$REGISTRY --docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"',
  ],
}

/** Pages about doors that are closed: the layers `auth`, as far as it is about the image, and `policy`. */
export const accessRules: RulePages<Code> = {
  'not-found-or-private': {
    means:
      'The registry refuses, and refuses missing and private images in the same words, so that nobody can find out names by asking. Either way no node gets in: nothing that the pod or the nodes hold opens it.',
    quotes: [
      {
        who: 'Docker Hub, through containerd',
        text: 'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      },
      {
        who: 'a token server that lets no stranger in (GHCR, GitLab)',
        text: 'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Aacme%2Fweb%3Apull&service=ghcr.io: 403 Forbidden',
      },
      {
        who: 'CRI-O',
        text: 'initializing source docker://ghcr.io/acme/web:1.27.3: reading manifest 1.27.3 in ghcr.io/acme/web: denied: requested access to the resource is denied',
      },
    ],
    why: [
      'A typing mistake in organisation or repository: for a stranger that looks like a private image.',
      'The image is private, and the pull secret was forgotten, is in another namespace, or is for another registry.',
      'The image was made private, renamed or deleted.',
      'A package on GHCR is private by default, also when its source repository is public.',
    ],
    prove: [withoutLogin, withLogin, whatThePodNames],
    fix: [
      { say: 'First the spelling: compare with the page of the registry, or with `crane ls`.' },
      createSecret,
      {
        say: 'Pods that exist keep what they were created with; after changing a ServiceAccount roll the workload over.',
      },
      {
        say: 'If the nodes themselves hold a login (a kubelet credential provider, a node docker config), declare it by `node-credentials`.',
      },
    ],
    ignore:
      'When nodes hold a login that the check was not told of. Declaring it is better: the image is then really checked.',
    decided:
      'A 401 or 403 for everybody who could be asked. `unpullable` where the nodes are said to hold no login (`node-credentials: none`), or on public services when it was not declared. On other hosts, on cloud registries whose nodes pull by identity, and on runs of forks it is `unknown`, as `access-denied`. Where a registry tells the two apart, the exact code is used.',
  },
  'no-pull-secret': {
    means:
      'The image exists and is private; the pod comes without a secret for it. Only nodes that hold a login of their own can pull it.',
    quotes: [
      {
        who: 'a registry that wants Basic (ECR, Nexus)',
        text: 'pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
      },
      { who: 'CRI-O', text: 'reading manifest 1.27.3 in ghcr.io/acme/web: unauthorized: authentication required' },
    ],
    why: [
      'The secret exists, but neither the pod template nor the ServiceAccount names it.',
      'The pod names a secret of its own, so the one of the ServiceAccount is not added: the lists are never merged.',
      'The workload uses another ServiceAccount than the one that was prepared.',
      'It works on old nodes because the image is already there; a new node has to pull.',
    ],
    prove: [withoutLogin, withLogin, whatThePodNames],
    fix: [
      createSecret,
      {
        say: 'For every workload of the namespace at once:',
        run: [`kubectl -n $NS patch serviceaccount default -p '{"imagePullSecrets":[{"name":"regcred"}]}'`],
      },
      { say: 'On ECR, GAR and ACR: give the role of the nodes permission to pull instead; no secret is needed then.' },
    ],
    ignore:
      'When the nodes authenticate by themselves. Say `node-credentials: runner` or name their docker config, and it becomes a proof instead of a guess.',
    decided:
      "The runner's login sees the image, anonymous does not, and no secret that the pod names matches the repository. `unpullable` with `node-credentials: none`, `pullable` with a notice on cloud registries where nodes usually pull by identity, else `unknown`.",
  },
  'access-denied': {
    silent:
      'That depends on what is true: nothing if the nodes get in, else the words of `not-found-or-private`, `pull-secret-rejected` or `tag-not-found`.',
    means:
      'Nobody whom the check could be was let in, and somebody whom it could not be might be. So it cannot be told whether the image exists.',
    why: [
      'The pod names a secret whose content is not in the manifests (SealedSecret, ExternalSecret, created by hand), and the runner has no login.',
      'The run is one of a fork or of Dependabot, which get no secrets.',
      'The nodes may hold a login that was not declared.',
      'The registry shows that the manifest is there and then refuses its body or its blobs.',
    ],
    prove: [
      withLogin,
      whatThePodNames,
      {
        say: 'The proof that counts is a pod in the cluster, with its secrets. This starts one that does nothing and removes it again:',
        run: [
          `kubectl -n $NS run pull-test --image=$IMAGE --restart=Never --overrides='{"spec":{"imagePullSecrets":[{"name":"regcred"}]}}' --command -- true`,
          'kubectl -n $NS get events --field-selector involvedObject.name=pull-test',
          'kubectl -n $NS delete pod pull-test',
        ],
      },
    ],
    fix: [
      {
        say: 'Log the runner in with a read-only account (`docker/login-action` before the check), so that existence can be seen.',
      },
      {
        say: "Or give the secret's content by `pull-secrets`, which proves the node's own way:",
        run: ['will-it-pull check --pull-secret shop/regcred=regcred.json'],
      },
      { say: 'Or declare what the nodes hold by `node-credentials`.' },
    ],
    ignore:
      'On forks it is expected: a run with secrets follows after the merge. It never blocks unless `on-unknown: fail`.',
    decided:
      'All answers were 401 or 403, and at least one way in (a secret of unknown content, an undeclared login of the nodes) could not be tried. Always `unknown`.',
  },
  'registry-policy': {
    means:
      'The image is there, the login may be right, and the registry still does not give it out: a rule of its operator forbids it.',
    quotes: [
      {
        who: 'CRI-O, with the text of the registry',
        text: 'reading manifest 1.27.3 in harbor.acme.internal/shop/web: unknown: current image with 3 vulnerabilities cannot be pulled due to configured policy in \'Prevent images with vulnerability severity of "High" or higher from running.\'',
      },
      {
        who: "a rule of the node: containerd's image verifier",
        text: 'image verifier bindir blocked pull of ghcr.io/acme/web@sha256:… with digest … for reason: no signature',
      },
      {
        who: "a rule of the node: CRI-O's signature policy",
        text: 'SignatureValidationFailed: Source image rejected: A signature was required, but no signature exists',
      },
    ],
    why: [
      'Harbor answers 412 for images with vulnerabilities above a limit, or without a signature.',
      'JFrog Xray blocks the download (403 with that text).',
      'The registry has an IP allow-list: ACR says `client with IP … is not allowed access`. Then it is about who asks, not about the image.',
      'An image was withdrawn for legal reasons (451).',
    ],
    prove: [
      {
        say: "The registry's own words are the proof; containerd hides the text of most of them:",
        run: [
          'crane manifest -v "$IMAGE" 2>&1 | grep -A3 "HTTP/"',
          'curl -sS -u "$REGISTRY_USER:$REGISTRY_TOKEN" https://$REGISTRY/v2/acme/web/manifests/1.27.3',
        ],
      },
    ],
    fix: [
      {
        say: 'Vulnerabilities: rebuild on a patched base and deploy that tag, or ask for an exception on the registry.',
      },
      { say: 'Signature: sign the digest that is deployed (`cosign sign`), not only the tag of yesterday.' },
      { say: 'Address: put the egress address of the nodes (and of the runner) on the allow-list.' },
    ],
    ignore: "When the rule only hits the runner's address.",
    decided:
      'A 412 or 451, or a 403 whose text is that of a known policy. About the image: `unpullable`. About the address of the runner: `unknown`.',
  },
}
