import type { RulePages, RuleStep } from './types.ts'

type Code = 'repository-not-found' | 'tag-not-found' | 'digest-not-found' | 'child-manifest-missing' | 'blob-missing'

const listTags: RuleStep = {
  say: 'Which tags are there?',
  run: ['crane ls $REPO | sort -V | tail -20', 'skopeo list-tags docker://$REPO'],
}

const listEntries: RuleStep = {
  say: 'What does the index name, and is each entry there?',
  run: [
    `crane manifest "$IMAGE" | jq -r '.manifests[] | "\\(.digest) \\(.platform.os)/\\(.platform.architecture)\\(.platform.variant // "")"'`,
    `crane manifest "$IMAGE" | jq -r '.manifests[].digest' | while read -r d; do crane manifest "$REPO@$d" >/dev/null 2>&1 && echo "ok $d" || echo "MISSING $d"; done`,
  ],
}

/** Pages of the layer `existence`. */
export const existenceRules: RulePages<Code> = {
  'repository-not-found': {
    means:
      'Somebody with a right to know says that there is no repository of this name. It is not a question of the tag.',
    quotes: [
      {
        who: 'CRI-O',
        text: 'initializing source docker://registry.acme.internal/wbe:1.27.3: reading manifest 1.27.3 in registry.acme.internal/wbe: name unknown: repository name not known to registry',
      },
    ],
    why: [
      'A typing mistake in organisation or name, or a missing path part (`library/`, the project of Harbor, the group of GitLab).',
      'The image was moved to another registry, and the old place was closed.',
      'ECR and Artifact Registry need the repository to be created before the first push.',
      'Nothing has been pushed yet: the build of this change still runs.',
    ],
    prove: [
      { say: 'Ask for the tags; `NAME_UNKNOWN` is the proof:', run: ['crane ls $REPO'] },
      { say: 'What is there beside it (where the registry lists)?', run: ['crane catalog $REGISTRY | grep -i web'] },
    ],
    fix: [
      { say: 'Correct the name in the line that the report points at, or use the new place that it names.' },
      { say: 'If this change builds the image: let the check wait for it (`wait: 10m`), or deploy after the build.' },
    ],
    ignore: 'When the image is pushed after the merge. Ignore this code for this image, with an end date.',
    decided:
      'The registry said `NAME_UNKNOWN` to a caller with rights, or the tag list of the repository is a 404 as well. On Docker Hub official images (`library/…`) are never private, so there a refusal proves it. `unpullable`.',
  },
  'tag-not-found': {
    means: 'The repository is there; this tag is not in it.',
    quotes: [
      {
        who: 'CRI-O',
        text: 'initializing source docker://ghcr.io/acme/web:1.27.33: reading manifest 1.27.33 in ghcr.io/acme/web: manifest unknown',
      },
      {
        who: 'containerd 2.1 and later (transfer service)',
        text: 'failed to pull and unpack image "ghcr.io/acme/web:1.27.33": failed to resolve image: ghcr.io/acme/web:1.27.33: not found',
      },
    ],
    why: [
      'A typing mistake: a digit too many, a `v` too many or too few, `1.27` where only `1.27.3` exists.',
      "The chart's `appVersion` was raised before the image was pushed.",
      'The build of this commit failed, or is still running.',
      'A retention policy has deleted it. It still runs on nodes that have it cached, until the first new node comes.',
    ],
    prove: [
      listTags,
      { say: 'The tag itself:', run: ['crane digest "$IMAGE"'] },
      {
        say: 'Which nodes still hold it?',
        run: [
          `kubectl get nodes -o json | jq -r '.items[] | select(any(.status.images[]?.names[]?; contains("acme/web"))) | .metadata.name'`,
        ],
      },
    ],
    fix: [
      {
        say: 'Take a tag that exists; the report names the nearest. Change it where the report points: the values file that wins, not the template.',
      },
      { say: 'Built by this change: `wait: 10m`, or let the deployment depend on the build.' },
      {
        say: 'In an incident: go back to the tag that ran before.',
        run: ['kubectl -n $NS rollout history deployment/$NAME'],
      },
    ],
    ignore: 'For images that are built after the merge: ignore the code for that repository, with an end date.',
    decided:
      'A 404 with `MANIFEST_UNKNOWN` for a caller with rights, and the repository itself is known. `unpullable`. A 404 of a registry that hides private images that way, seen without a login, is not enough: then it is `access-denied` or `not-found-or-private`.',
  },
  'digest-not-found': {
    means:
      'The image is pinned to a digest that the repository does not hold. The tag beside it does not help: runtimes resolve only the digest.',
    quotes: [{ who: 'CRI-O', text: 'reading manifest sha256:… in ghcr.io/acme/web: manifest unknown' }],
    why: [
      'The tag was pushed again and the garbage collector removed the old manifest, which had no tag any more.',
      'The digest belongs to another repository: a copy between registries with another tool or compression changes it.',
      'It is the digest of a config or a layer, or of a local image id, not of a manifest.',
    ],
    prove: [
      { say: 'Which digest does the tag have now?', run: ['crane digest "$REPO:1.27.3"'] },
      { say: 'Is the pinned one really gone?', run: ['crane manifest "$IMAGE"'] },
    ],
    fix: [
      { say: 'Take the digest of the tag that is meant, after a look at what changed in it.' },
      {
        say: 'Keep it from coming back: give every deployed digest a tag of its own, or exempt it from the retention policy.',
      },
    ],
    ignore: 'Only for images that are pushed after the merge.',
    decided: 'A 404 for the digest as a manifest from a caller with rights. `unpullable`.',
  },
  'child-manifest-missing': {
    means:
      'The tag leads to an index, the index names an image for the platform of the nodes, and that image is not there. Other platforms may work, so it fails on some nodes only.',
    quotes: [{ who: 'CRI-O', text: 'reading manifest sha256:… in ghcr.io/acme/web: manifest unknown' }],
    why: [
      'The index was copied without its images (`skopeo copy` without `--all`, an interrupted sync).',
      'The garbage collector or a retention rule deletes manifests without a tag: exactly what children of an index are.',
      'The job that builds that platform failed after the index was written.',
    ],
    prove: [listEntries],
    fix: [
      {
        say: 'Push it again as a whole (`docker buildx build --platform … --push`), or copy with all platforms:',
        run: ['skopeo copy --all docker://SOURCE docker://$IMAGE'],
      },
      { say: 'Correct the retention rule so that children of tagged indexes stay.' },
      { say: 'Until then a tag that is whole, or nodes of the platform that works.' },
    ],
    ignore: 'When no node of that platform will ever run it. Then take the platform out of `platforms` instead.',
    decided:
      'The entry is chosen as containerd chooses it, and asked for by its digest: 404. `unpullable` for that platform.',
  },
  'blob-missing': {
    means: 'The manifest can be read, and a config or layer that it names is gone. The pull gets halfway and fails.',
    quotes: [{ who: 'CRI-O', text: 'reading blob sha256:…: fetching blob: blob unknown to registry' }],
    why: [
      'Garbage collection ran while something was pushed.',
      'The storage behind the registry lost an object, or a pull-through cache lost it and cannot fetch it again.',
      'A cross-repository mount pointed at a blob that was then deleted.',
    ],
    prove: [
      {
        say: 'Ask for every blob of the image for one platform:',
        run: [
          `crane manifest --platform linux/amd64 "$IMAGE" | jq -r '.config.digest, .layers[].digest' | while read -r d; do crane blob "$REPO@$d" >/dev/null 2>&1 && echo "ok $d" || echo "MISSING $d"; done`,
        ],
      },
      { say: 'Or let the check do it:', run: ['will-it-pull check --depth blobs'] },
    ],
    fix: [
      {
        say: 'Push the image again. Registries skip blobs that they believe to have: if it stays broken, delete the tag first, or build with a change that makes a new layer.',
      },
    ],
    ignore: 'Never; pods on new nodes cannot start.',
    decided:
      'With `depth: blobs` every blob is asked for by HEAD, following redirects; the config of the platform is read at any depth. A 404 is `unpullable`. A HEAD that is refused is asked once more by a GET of one byte before anything is said.',
  },
}
