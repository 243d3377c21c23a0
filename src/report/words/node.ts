import type { FindingCode } from '../../judge/types.ts'
import { code, quoted } from './quote.ts'
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
  'blocked-by-node': args => ({
    message: `${image(args)} cannot be pulled: the nodes' configuration blocks ${code(args.registry)}.`,
    cause: `\`registries.conf\` marks the registry or a path of it as blocked.${quoted('The entry', args.detail)}`,
    fix: 'Use a registry that the nodes allow, or remove the block.',
  }),
  'short-name-ambiguous': args => ({
    message: `${image(args)} cannot be pulled: its short name stands for no single registry on these nodes.`,
    cause: 'CRI-O resolves names without a registry by `registries.conf`, and there is no alias for this one.',
    fix: 'Write the registry: `docker.io/library/nginx` instead of `nginx`.',
  }),
  'no-node-for-workload': args => ({
    message: `No declared node can run the workload that uses ${image(args)}.`,
    cause:
      'Its node selector, affinity or OS excludes every platform of the environment, so the image was not checked.',
    fix: 'Correct the node selector or affinity, or declare the platform of those nodes by `platforms`.',
  }),
}
