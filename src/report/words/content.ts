import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs } from '../../judge/types.ts'
import { code, quoted, series } from './quote.ts'
import { image } from './subject.ts'
import type { Rows } from './wording.ts'

type ContentCode = Extract<
  FindingCode,
  | 'platform-missing'
  | 'platform-depends-on-runtime'
  | 'unsupported-manifest'
  | 'manifest-invalid'
  | 'not-an-image'
  | 'wrong-architecture'
>

/** The image is there, but it is not what the nodes need. */
export const contentRows: Rows<ContentCode> = {
  'platform-missing': args => ({
    message: `${image(args)} has nothing for ${code(args.platform)}.`,
    cause: `Nodes of that platform are declared or required, and the index offers ${series(args.offered, 10)}.`,
    fix: `Build and push the image for ${code(args.platform)} too, use a tag that has it, or keep the workload off such nodes by a node selector.`,
  }),
  'platform-depends-on-runtime': args => ({
    message: `Could not tell whether ${image(args)} can be pulled on ${code(args.platform)}: ${
      args.reason === 'version' ? "containerd's versions" : "containerd's two ways to pull"
    } differ here.`,
    ...(args.reason === 'version' ? versionsDiffer(args) : waysDiffer(args)),
  }),
  'unsupported-manifest': (args, { verdict }) => ({
    message:
      verdict === 'unknown'
        ? `Could not tell whether ${image(args)} can be pulled: its manifest is of a type that not all runtimes take.`
        : `${image(args)} cannot be pulled: its manifest is of a type that runtimes do not take.`,
    cause: `${unsupported[args.reason ?? ''] ?? unsupported['media-type']} It is ${code(args.mediaType)}.`,
    fix: 'Push the image again with a current tool: `docker buildx build --push`, or `skopeo copy --format oci`.',
  }),
  'manifest-invalid': (args, { verdict }) => ({
    message:
      verdict === 'unknown'
        ? `Could not tell whether ${image(args)} can be pulled: its manifest is damaged.`
        : `${image(args)} cannot be pulled: its manifest is damaged.`,
    cause: `${invalid[args.reason ?? ''] ?? invalid['shape']}${quoted('Evidence', args.detail)}`,
    fix: 'Push the image again; if it stays so, the registry or a cache before it is at fault.',
  }),
  'not-an-image': (args, { verdict }) => ({
    message: `${image(args)} is no container image but an artifact of another kind.`,
    cause: `Its type is ${code(args.mediaType)}. ${artifact[verdict] ?? ''}`,
    fix: 'Name the container image itself; charts, signatures and other artifacts often stand beside it under a similar tag.',
  }),
  'wrong-architecture': args => ({
    message: `${image(args)} can be pulled on ${code(args.platform)} but will not run there.`,
    cause: `It is a single image for ${series(args.offered)}; no runtime looks at that when it pulls.`,
    fix: `Build and push it for ${code(args.platform)} as well, or keep the workload off such nodes by a node selector.`,
  }),
}

function waysDiffer(args: FindingArgs): { readonly cause: string; readonly fix: string } {
  return {
    cause: `The index offers ${series(args.offered, 10)}; one way takes an entry of these for ${code(args.platform)}, the other finds none.`,
    fix: 'Declare `runtime` as `containerd-local` or `containerd-transfer` (the default way since containerd 2.1), or `cri-o`.',
  }
}

function versionsDiffer(args: FindingArgs): { readonly cause: string; readonly fix: string } {
  return {
    cause: `The index offers ${series(args.offered, 10)}; entries name \`os.features\`, which containerd looks at since 2.4 alone.`,
    fix: `Push an entry for ${code(args.platform)} without \`os.features\`; it suits every version.`,
  }
}

const unsupported: Readonly<Record<string, string>> = {
  'schema-1': 'Docker manifests of schema 1 were given up in containerd 2.0; older ones and CRI-O still take them.',
  'media-type': 'The registry answers with a media type that is neither an image manifest nor an index.',
}

const invalid: Readonly<Record<string, string>> = {
  'digest-mismatch': 'The registry gave content that does not have the digest it should have.',
  'too-large': 'The manifest is larger than runtimes accept.',
  'not-json': 'What the registry gave is no JSON.',
  headers:
    'containerd takes digest, type and length from the answer to a HEAD request, and there they are not those of the content.',
  layers: 'Its manifest and its config do not list the same number of layers, so no runtime can unpack it.',
  endless: 'There is more behind it than is followed.',
  shape: 'What the registry gave does not have the shape of a manifest.',
}

const artifact: Readonly<Record<string, string>> = {
  pullable: 'The runtime pulls it, and then no container can be made of it.',
  unpullable: 'The runtime refuses to unpack it.',
  unknown: 'Whether the pull or only the start fails depends on the runtime of the nodes, which was not declared.',
}
