import type { RulePages } from './types.ts'

type Code = 'platform-missing' | 'platform-depends-on-runtime' | 'wrong-architecture'

const showPlatforms = {
  say: 'What does the image offer, and what are the nodes?',
  run: [
    `crane manifest "$IMAGE" | jq -r '.manifests[]?.platform | "\\(.os)/\\(.architecture)\\(if .variant then "/" + .variant else "" end) \\(."os.version" // "")"'`,
    'kubectl get nodes -L kubernetes.io/os,kubernetes.io/arch',
  ],
}

/** Pages of the layers `platform` and `runtime`. */
export const platformRules: RulePages<Code> = {
  'platform-missing': {
    means:
      'The image is an index, and none of its entries fits a platform that the workload may land on. It works on the other nodes, so the failure looks random.',
    quotes: [
      {
        who: 'containerd 2.1 and later (transfer service)',
        text: 'get image config descriptor: no match for platform in manifest sha256:…: not found',
      },
      {
        who: 'CRI-O',
        text: 'choosing an image from manifest list docker://ghcr.io/acme/web:1.27.3: no image found in image index for architecture "arm64", variant "v8", OS "linux"',
      },
    ],
    why: [
      'Nodes of arm64 were added (Graviton, Ampere, a laptop cluster), and the image is built for amd64 only.',
      'The build matrix lost a platform in this version.',
      'Windows: the build number of the node and that of the image must agree.',
      '`amd64/v2` or `v3` entries only: nodes never report a level, so those never match.',
      'Beware: containerd words this as `not found`. It is not about the tag.',
    ],
    prove: [showPlatforms, { say: 'On which nodes do the pods fail?', run: ['kubectl -n $NS get pods -o wide'] }],
    fix: [
      {
        say: 'Build for all platforms of the fleet:',
        run: ['docker buildx build --platform linux/amd64,linux/arm64 --tag "$IMAGE" --push .'],
      },
      { say: 'Now: a tag that has the platform; the report names those that it knows.' },
      { say: 'Or keep the workload where it works: `nodeSelector: { kubernetes.io/arch: amd64 }`.' },
    ],
    ignore:
      'When no such node runs this workload. Then say so: `platforms`, a node selector, or affinity; the check reads all of them.',
    decided:
      "Required platforms are those of the environment that the workload's node selector and affinity allow. Entries are matched by containerd's rules (fallbacks of arm, Windows builds), for CRI-O by its own. `unpullable` for that platform.",
  },
  'platform-depends-on-runtime': {
    means:
      'There are two ways in which containerd pulls and a third of CRI-O, and here they do not agree. Which one the nodes use was not declared.',
    silent:
      'It depends: one way pulls, another says `no match for platform in manifest` or `content digest …: not found`.',
    why: [
      'The index has only a fallback for the node: 386 for amd64, arm/v7 for arm64.',
      'An entry without a platform stands beside others that have one (also beside `unknown/unknown` attestations).',
    ],
    prove: [
      showPlatforms,
      {
        say: 'Which runtime do the nodes have?',
        run: [
          'kubectl get nodes -o custom-columns=NODE:.metadata.name,RUNTIME:.status.nodeInfo.containerRuntimeVersion',
        ],
      },
    ],
    fix: [
      { say: 'Declare `runtime` (`containerd-local`, `containerd-transfer`, `cri-o`), and the check decides.' },
      { say: 'Better: push an index that has an exact entry for each platform.' },
    ],
    ignore: 'When all nodes are known to pull it.',
    decided:
      'Each way is computed by itself. Where all agree there is no such finding; where they differ and `runtime` is not set: `unknown`.',
  },
  'wrong-architecture': {
    means:
      'A single image, not an index, built for another CPU. No runtime looks at that when it pulls: the pull succeeds and the process dies at once.',
    quotes: [
      { who: "the container's log", text: 'exec /usr/local/bin/web: exec format error' },
      {
        who: 'containerd 2.3 and later, another OS',
        text: 'CreateContainerError: … parent snapshot sha256:… does not exist: not found',
      },
    ],
    why: [
      'Built on a laptop with Apple silicon and pushed without `--platform`.',
      'The CI runner changed to arm64.',
      'A base image was pinned to the digest of one platform.',
    ],
    prove: [
      { say: 'What was it built for?', run: [`crane config "$IMAGE" | jq '{os, architecture, variant}'`] },
      {
        say: 'What is the node?',
        run: ['kubectl get node $NODE -o jsonpath=\'{.metadata.labels.kubernetes\\.io/arch}{"\\n"}\''],
      },
      { say: 'The last words of the container:', run: ['kubectl -n $NS logs $POD --previous'] },
    ],
    fix: [
      {
        say: 'Build for the platform of the nodes, best for all as one index:',
        run: ['docker buildx build --platform linux/amd64,linux/arm64 --tag "$IMAGE" --push .'],
      },
      { say: 'Do not look at pull secrets or the registry: the pull worked.' },
    ],
    ignore: 'When nodes emulate other CPUs (binfmt with QEMU).',
    decided:
      'The config is read where there is no index. The use stays `pullable`, since the pull is; the finding is an error in the layer runtime and fails the run.',
  },
}
