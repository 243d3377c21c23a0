import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs } from '../../judge/types.ts'
import { code, counted, quoted } from './quote.ts'
import { image, repository } from './subject.ts'
import type { Rows } from './wording.ts'

type ProjectCode = Extract<
  FindingCode,
  | 'latest-tag'
  | 'digest-required'
  | 'registry-not-allowed'
  | 'tag-digest-drift'
  | 'relocated-image'
  | 'rate-limit-risk'
  | 'large-image'
>

/** What a project asks of its images, and what may hurt later. */
export const projectRows: Rows<ProjectCode> = {
  'latest-tag': args => ({
    message: `${image(args)} uses the tag \`latest\`.`,
    cause: 'What it stands for changes without a change here, and a rollback does not bring the old image back.',
    fix: 'Name a version.',
  }),
  'digest-required': args => ({
    message: `${image(args)} is not pinned by digest.`,
    cause: 'This project requires `@sha256:…`; a tag can be moved.',
    fix: 'Add the digest: `docker buildx imagetools inspect REPOSITORY:TAG` prints it.',
  }),
  'registry-not-allowed': args => ({
    message: `${repository(args)} is not among the registries that this project allows.`,
    cause: 'No entry of `allowed-registries` covers it.',
    fix: 'Use a copy in an allowed registry, or add it to `allowed-registries`.',
  }),
  'tag-digest-drift': args => ({
    message: `The tag of ${image(args)} no longer stands for the digest that is written with it.`,
    cause: `The digest counts: nodes pull ${code(args.digest)}. The tag was moved since${args.tagDigest === undefined ? '' : `: it stands for ${code(args.tagDigest)}`}.`,
    fix: 'Take the new digest if the new image is meant, or correct the tag.',
  }),
  'relocated-image': args => ({
    message: `${image(args)} has moved.`,
    cause: `That explains why the old place does not give it out.${quoted('Known', args.detail)}`,
    fix: 'Use the new place.',
  }),
  'rate-limit-risk': args => ({
    message: `Pulls from ${code(args.registry)} may soon be limited.`,
    cause: risk(args),
    fix: 'Name a pull secret for the registry, or pull through a mirror.',
  }),
  'large-image': args => ({
    message: `${image(args)} is large: ${size(args.bytes ?? 0)} compressed${args.platform === undefined ? '' : ` for ${code(args.platform)}`}.`,
    cause: 'Pulling it takes long and fills the disks of the nodes.',
    fix: 'Use a slimmer variant, or raise `large-image-bytes`.',
  }),
}

function risk({ count, detail }: FindingArgs): string {
  const images = count === undefined ? 'Images' : counted(count, 'image')
  return `${images} are pulled from there without a login, and all nodes behind one address share a quota.${quoted('Evidence', detail)}`
}

function size(bytes: number): string {
  const gib = bytes / 2 ** 30
  return gib >= 1 ? `${gib.toFixed(1)} GiB` : `${Math.round(bytes / 2 ** 20)} MiB`
}
