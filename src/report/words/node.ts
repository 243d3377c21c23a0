import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs } from '../../judge/types.ts'
import { code, quoted, series } from './quote.ts'
import { image } from './subject.ts'
import type { Rows } from './wording.ts'

type NodeCode = Extract<FindingCode, 'never-pull' | 'blocked-by-node' | 'short-name-ambiguous' | 'no-node-for-workload'>

/** The configuration of the nodes, or of the workload, decides before any registry is asked. */
export const nodeRows: Rows<NodeCode> = {
  'never-pull': args => ({
    message: `${image(args)} is never pulled: its pull policy is \`Never\`.`,
    cause: 'The container only starts on nodes that already hold the image, so no registry was asked.',
    fix: 'Use `IfNotPresent` unless the image is loaded onto every node by other means.',
  }),
  'blocked-by-node': args => {
    const { cause, fix } = blocks[args.reason ?? ''] ?? blocked
    return {
      message: `${image(args)} cannot be pulled: the nodes' configuration does not let them ask ${code(args.registry)}.`,
      cause: `${cause(args)}${quoted('In question', args.detail)}`,
      fix,
    }
  },
  'short-name-ambiguous': args => ({
    message: `${image(args)} cannot be pulled: its short name stands for no single registry on these nodes.`,
    cause: `CRI-O resolves names without a registry by ${file(args)}, which has no alias for this one and ${searched(args)}.`,
    fix: 'Write the registry: `docker.io/library/nginx` instead of `nginx`.',
  }),
  'no-node-for-workload': args => ({
    message: `No declared node can run the workload that uses ${image(args)}.`,
    cause:
      'Its node selector, affinity or OS excludes every platform of the environment, so the image was not checked.',
    fix: 'Correct the node selector or affinity, or declare the platform of those nodes by `platforms`.',
  }),
}

interface Block {
  readonly cause: (args: FindingArgs) => string
  readonly fix: string
}

const blocked: Block = {
  cause: args => `${file(args)} marks the registry or a path of it as blocked.`,
  fix: 'Use a registry that the nodes allow, or remove the block.',
}

const blocks: Readonly<Record<string, Block>> = {
  blocked,
  'no-host-resolves': {
    cause: () =>
      'No host of its `hosts.toml` has both the capabilities `pull` and `resolve`, so none says what a tag stands for.',
    fix: 'Give a host or `server` both capabilities, or use the digest.',
  },
  'invalid-name': {
    cause: args => `${file(args)} rewrites the name to one that is no image name.`,
    fix: 'Correct `prefix` or `location`.',
  },
  invalid: {
    cause: args => `${file(args)} can't be read; CRI-O pulls nothing with it.`,
    fix: 'Correct the file.',
  },
}

function file({ path }: FindingArgs): string {
  return path === undefined ? '`registries.conf`' : code(path)
}

function searched({ offered = [] }: FindingArgs): string {
  return offered.length === 0 ? 'no search registry' : `several search registries: ${series(offered, 5)}`
}
