import type { RulePages } from './types.ts'

type Code = 'rate-limited'

/** The page about limits, of the layer `network`. */
export const limitRules: RulePages<Code> = {
  'rate-limited': {
    means:
      'The registry said 429: too many requests from this address or account. That says nothing about the image, which is why it is never called missing.',
    quotes: [
      {
        who: 'containerd 2.1 and later, on a body',
        text: 'unexpected status from GET request to https://registry-1.docker.io/v2/library/redis/manifests/sha256:…: 429 Too Many Requests\ntoomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
      },
      {
        who: 'CRI-O',
        text: 'reading manifest 8 in docker.io/library/redis: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
      },
    ],
    why: [
      'Docker Hub counts pulls without a login per IPv4 address or IPv6 /64: 100 in six hours. All nodes behind one NAT gateway share them.',
      'A rollout or a node upgrade pulled the same images on many nodes at once.',
      'A crash loop with `imagePullPolicy: Always` asks the registry at every start.',
      'This check reads one manifest for each tag, with `depth: blobs` one more for each platform; each counts as a pull where no cache holds it.',
      'ECR Public, GHCR and Harbor limit requests per second; those limits pass within seconds.',
    ],
    prove: [
      {
        say: "What is left of Docker Hub's quota (a HEAD costs nothing):",
        run: [
          'TOKEN=$(curl -sS "https://auth.docker.io/token?service=registry.docker.io&scope=repository:ratelimitpreview/test:pull" | jq -r .token)',
          'curl -sS -I -H "Authorization: Bearer $TOKEN" https://registry-1.docker.io/v2/ratelimitpreview/test/manifests/latest | grep -i ratelimit',
        ],
      },
      {
        say: 'Who else is affected:',
        run: ['kubectl get events -A --field-selector reason=Failed | grep -i "too many requests\\|toomanyrequests"'],
      },
      { say: 'Run the first two commands from a node too: its address has its own count.' },
    ],
    fix: [
      {
        say: 'Now: wait. The kubelet retries, and pods start as soon as the window moves on. Deleting pods only adds pulls.',
      },
      {
        say: 'For good: name a pull secret with an account, so that the account is counted instead of the address:',
        run: [
          'kubectl -n $NS create secret docker-registry hub --docker-server=https://index.docker.io/v1/ --docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"',
        ],
      },
      {
        say: 'Or: pull through a mirror (`hosts.toml`), copy base images into your own registry, and use `IfNotPresent` with fixed tags.',
      },
    ],
    ignore: 'It is only a warning. If it comes often, lower `concurrency` or log the runner in.',
    decided:
      'A 429 after waiting as `Retry-After` asks, within the time of the run. What was learned before stays: if the manifest was seen and only its body was limited, existence counts as known and the platform as not checked.',
  },
}
