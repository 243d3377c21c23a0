import type { RulePages } from './types.ts'

type Code = 'unsupported-manifest' | 'manifest-invalid' | 'not-an-image'

const showType = {
  say: 'What kind of thing is it?',
  run: [
    `crane manifest "$IMAGE" | jq '{mediaType, artifactType, config: .config.mediaType, layers: [.layers[]?.mediaType]}'`,
  ],
}

/** Pages of the layer `content`. */
export const contentRules: RulePages<Code> = {
  'unsupported-manifest': {
    means: 'What the tag leads to is of a type that the runtimes of today do not take as an image.',
    quotes: [
      {
        who: 'containerd 2.0, signed schema 1',
        text: 'media type "application/vnd.docker.distribution.manifest.v1+prettyjws" is no longer supported since containerd v2.0, please rebuild the image as "application/vnd.docker.distribution.manifest.v2+json" or "application/vnd.oci.image.manifest.v1+json"',
      },
      { who: 'containerd 2.1 and later', text: 'schema 1 image manifests are no longer supported: invalid argument' },
    ],
    why: [
      'An image pushed before 2017 (Docker schema 1). containerd 1.7 still pulled it, 2.x does not: it breaks with the node upgrade.',
      'The registry, or a proxy before it, answers with a wrong Content-Type such as `application/json` or `text/plain`.',
      'The tag holds an artifact of a type of its own.',
    ],
    prove: [
      showType,
      {
        say: 'The type that the registry states:',
        run: ['crane manifest -v "$IMAGE" 2>&1 | grep -i "^.*content-type"'],
      },
    ],
    fix: [
      {
        say: 'Convert it by copying, or rebuild it:',
        run: ['skopeo copy --format v2s2 docker://$IMAGE docker://$REPO:converted'],
      },
      { say: 'A wrong Content-Type is mended at the proxy or registry.' },
    ],
    ignore: 'Schema 1 on nodes that stay on containerd 1.x. Declaring the runtime does not tell its version.',
    decided:
      'The Content-Type of the answer, as runtimes use it, is no manifest or index of Docker schema 2 or OCI. `unpullable`, but for schema 1 where the declared `runtime` may still take it: only the transfer service is sure to be of a containerd that does not.',
  },
  'manifest-invalid': {
    means:
      'The manifest came, and it is damaged: not the bytes of its digest, not JSON, too large, or of an impossible shape.',
    quotes: [
      {
        who: 'containerd, bytes that do not have their digest',
        text: 'failed commit on ref "manifest-sha256:…": unexpected commit digest sha256:…, expected sha256:…: failed precondition',
      },
      { who: 'containerd, too large', text: 'rejecting 9437283 byte manifest' },
      { who: 'an index in an index', text: 'media-type: expected manifest but found index' },
    ],
    why: [
      'A cache or proxy serves a truncated or outdated copy.',
      'A cache or proxy answers HEAD from another copy than GET: containerd resolves by HEAD, and fetches what its headers name.',
      'The storage of the registry is corrupt.',
      'A home-made tool wrote the manifest (both `manifests` and `layers`, sizes that are not numbers, an index in an index).',
    ],
    prove: [
      {
        say: 'Compare the bytes with the digest:',
        run: ['crane manifest "$IMAGE" | sha256sum', 'crane digest "$IMAGE"'],
      },
      {
        say: 'Does it come whole past the cache?',
        run: [
          'curl -sS -o /dev/null -w "%{size_download}\\n" -H "Cache-Control: no-cache" https://$REGISTRY/v2/acme/web/manifests/1.27.3',
        ],
      },
    ],
    fix: [
      {
        say: 'Push the image again. If the damage returns, the registry or what stands before it is at fault: purge the cache, check the disk.',
      },
    ],
    ignore: 'Never.',
    decided:
      'The body is hashed and compared with the digest asked for or stated, read as JSON, and held against the limits and shapes of containerd, and so are digest, type and length that a HEAD states. `unpullable`.',
  },
  'not-an-image': {
    means:
      'The reference is right and leads to something that is no container image: a Helm chart, a signature, an SBOM, a WASM module.',
    quotes: [
      {
        who: 'CRI-O 1.34 and later stores it as an artifact; the container then fails',
        text: 'CreateContainerError: no command specified',
      },
    ],
    why: [
      'Chart and image share a registry path and differ by tag only (`oci://ghcr.io/acme/web` is the chart).',
      'The tag is one that a tool made: `sha256-….sig`, `….att`, `….sbom`.',
      'An image volume was meant: artifacts can be mounted there by newer runtimes, but cannot be run.',
    ],
    prove: [showType],
    fix: [
      {
        say: 'Name the image itself: its config has the type `application/vnd.oci.image.config.v1+json` or `application/vnd.docker.container.image.v1+json`.',
      },
    ],
    ignore: 'For image volumes on runtimes that mount artifacts.',
    decided:
      'The type of the config (or `artifactType`) is none of an image. Newer containerd pulls it and fails at creation, older fails while unpacking, so the verdict depends on `runtime`; without it: `unknown`.',
  },
}
