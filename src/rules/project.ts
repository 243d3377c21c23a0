import type { RulePages } from './types.ts'

type Code =
  | 'latest-tag'
  | 'digest-required'
  | 'registry-not-allowed'
  | 'tag-digest-drift'
  | 'relocated-image'
  | 'rate-limit-risk'
  | 'large-image'

const digestNow = { say: 'Which digest does the tag have now?', run: ['crane digest "$REPO:1.27.3"'] }

const notAFailure = 'Nothing: the pull works.'

/** Pages of the layers `project policy` and `hygiene`. */
export const projectRules: RulePages<Code> = {
  'latest-tag': {
    means: 'The tag is `latest`, written or implied. What runs then depends on when each node pulled.',
    silent: notAFailure,
    why: ['No tag was written.', 'The default of a chart was left as it was.'],
    prove: [
      {
        say: 'Do replicas of one workload run different images?',
        run: [
          `kubectl -n $NS get pods -o jsonpath='{range .items[*]}{.metadata.name} {.status.containerStatuses[*].imageID}{"\\n"}{end}'`,
        ],
      },
    ],
    fix: [
      {
        say: 'Name a version; a rollback then really goes back. Note that the pull policy follows: with `latest` it is `Always`, with a version `IfNotPresent`.',
      },
    ],
    ignore: 'For throw-away environments that always want the newest build.',
    decided: 'The parsed tag is `latest`, or there is neither tag nor digest. Off until a project sets a severity.',
  },
  'digest-required': {
    means: 'This project wants images pinned by digest, and this one is not.',
    silent: notAFailure,
    why: [
      'The image was added by hand, with its tag only.',
      'The updater that writes digests does not know this file.',
    ],
    prove: [digestNow],
    fix: [
      {
        say: 'Write both, the tag for people and the digest for machines: `ghcr.io/acme/web:1.27.3@sha256:…`. Take the digest of the index, not of one platform; `crane digest` prints the right one.',
      },
    ],
    ignore: 'For images of your own that are promoted by tag.',
    decided: 'The reference has no digest. Off until a project sets a severity.',
  },
  'registry-not-allowed': {
    means: 'The image comes from a registry or path that this project has not allowed.',
    silent:
      'Nothing, unless an admission policy in the cluster holds the same list; then the pod is not created and the event is `FailedCreate` with the name of the policy.',
    why: [
      'A new dependency with an image on another registry.',
      'A chart brings an image that its values do not show.',
      'The list does not know the mirror yet.',
    ],
    prove: [
      {
        say: 'Which images come from where?',
        run: ['will-it-pull list --format json | jq -r ".images[].normalized" | cut -d/ -f1 | sort | uniq -c'],
      },
    ],
    fix: [
      {
        say: 'Copy the image into an allowed registry and use the copy:',
        run: ['skopeo copy --all docker://SOURCE docker://REGISTRY/mirror/web:1.27.3'],
      },
      { say: 'Or add an entry to `allowed-registries`. An entry with a path allows that path only.' },
    ],
    ignore: 'For a time, with an end date, while a copy is being made.',
    decided:
      'No entry of `allowed-registries` is the registry of the image or a whole-segment prefix of its name. An error once that list is set.',
  },
  'tag-digest-drift': {
    means:
      'Tag and digest stand together and no longer belong together: the tag has moved on. Nodes pull the digest, so what runs is not what the tag says.',
    silent: notAFailure,
    why: [
      'The tag is one that moves (`1.27`, `stable`) and was rebuilt.',
      'Somebody changed the tag by hand and kept the digest.',
      'An updater changed one of the two.',
    ],
    prove: [
      digestNow,
      {
        say: 'What differs?',
        run: ['crane config "$REPO:1.27.3" | jq .created', 'crane config "$IMAGE" | jq .created'],
      },
    ],
    fix: [
      {
        say: 'If the new image is meant: take its digest. If the pinned one is meant: write the tag that it came from.',
      },
    ],
    ignore: 'For moving tags that are pinned on purpose and updated by a tool.',
    decided: 'One HEAD of the tag after all verdicts; its digest differs from the pinned one.',
  },
  'relocated-image': {
    means:
      'The image was not given out under this name, and its makers are known to have left that place. The notice explains the finding beside it.',
    silent: 'Nothing of a move: `not found` or `denied`, as for the finding that it explains.',
    why: [
      '`k8s.gcr.io` became `registry.k8s.io`; Bitnami moved its free tags to `bitnamilegacy`; projects change their registry.',
    ],
    prove: [{ say: 'Is the same image in the new place?', run: ['crane digest "$IMAGE"', 'crane digest NEW_IMAGE'] }],
    fix: [
      {
        say: 'Change registry and repository to the new place that the report names, with its date and source. Mirrors, allow-lists and pull secrets know only the old name: change them as well.',
      },
    ],
    ignore: 'When you keep a copy of your own under that name.',
    decided:
      'From a table of known moves, each with date and source. It explains a failure that was observed, and never overrides what the registry answers: an image that can be pulled gets no such notice.',
  },
  'rate-limit-risk': {
    means:
      'Several images come without a login from a registry that counts pulls per address. One rollout on many nodes may use the quota up.',
    silent: 'Nothing yet. Later: `429 Too Many Requests`.',
    why: [
      'Docker Hub counts 100 pulls in six hours per address for those without a login; nodes behind one NAT gateway share it.',
      'A node upgrade pulls every image of every pod again.',
    ],
    prove: [
      {
        say: 'How many pods pull from there?',
        run: [
          `kubectl get pods -A -o jsonpath='{range .items[*]}{range .spec.containers[*]}{.image}{"\\n"}{end}{end}' | grep -vE '^[^/]+\\.[^/]+/' | sort | uniq -c | sort -rn | head`,
        ],
      },
    ],
    fix: [
      { say: 'Name a pull secret with an account, pull through a mirror or a pull-through cache, or copy the images.' },
    ],
    ignore:
      'When the nodes pull through a cache that the check was not told of. Give it by `hosts-dir`, and the notice is gone. A rule with this code, for `docker.io/**` or one image, leaves those images out of the count.',
    decided:
      'Images on a registry with a known quota, planned without any login; the quota that the registry states in its headers is the evidence.',
  },
  'large-image': {
    means: 'Compressed, the image is larger than the limit that is set. It pulls, slowly, and fills disks.',
    silent:
      'Nothing at first. On slow lines `context canceled`; on full disks pods are evicted with `The node was low on resource: ephemeral-storage`.',
    why: [
      'Build tools, package caches or test data were left in the final stage.',
      'A base image with CUDA or a full distribution.',
    ],
    prove: [
      {
        say: 'Which layers are large?',
        run: [
          `crane manifest --platform linux/amd64 "$IMAGE" | jq -r '.layers[] | "\\(.size / 1048576 | floor) MiB \\(.digest)"' | sort -rn | head`,
          'docker history "$IMAGE"',
        ],
      },
    ],
    fix: [
      {
        say: 'A build in several stages, a slim base, caches removed in the same `RUN`. Or raise `large-image-bytes` if it has to be so.',
      },
    ],
    ignore: 'For images that are large by nature (models, GPU stacks).',
    decided: 'The sum of the layer sizes in a manifest that was read anyway; no request is made for it.',
  },
}
