import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs } from '../../judge/types.ts'
import { code, quoted, series } from './quote.ts'
import { image, repository } from './subject.ts'
import type { Rows } from './wording.ts'

type ExistenceCode = Extract<
  FindingCode,
  | 'registry-policy'
  | 'repository-not-found'
  | 'tag-not-found'
  | 'digest-not-found'
  | 'child-manifest-missing'
  | 'blob-missing'
>

const pushAgain = 'Push the image again with all its parts, or use a tag that is whole.'

/** The image is not there, or not given out. */
export const existenceRows: Rows<ExistenceCode> = {
  'registry-policy': (args, { verdict }) => (verdict === 'unpullable' ? imagePolicy(args) : runnerPolicy(args)),
  'repository-not-found': args => ({
    message: `${image(args)} does not exist: there is no repository ${repository(args)}.`,
    cause: official(args) ?? `The registry knows no repository of this name.${quoted('It says', args.detail)}`,
    fix: 'Check the spelling of registry, namespace and name; if the image is still to be built, push it first.',
  }),
  'tag-not-found': args => ({
    message: isListed(args)
      ? `${image(args)} cannot be pulled: there is no manifest behind the tag ${code(args.tag)}.`
      : `${image(args)} does not exist: the repository has no tag ${code(args.tag)}.`,
    cause: `${tagCause(args)}${quoted('The registry says', args.detail)}`,
    fix: 'Check the spelling of the tag; if the image is still to be built, push it first.',
  }),
  'digest-not-found': args => ({
    message: `${image(args)} does not exist: the repository holds no manifest ${code(args.digest)}.`,
    cause: `The digest is wrong, or the manifest was deleted; a rebuilt tag gets a new digest.${quoted('The registry says', args.detail)}`,
    fix: `Take the digest that the registry has now: \`docker buildx imagetools inspect REPOSITORY:TAG\`.`,
  }),
  'child-manifest-missing': args => ({
    message: `${image(args)} is broken for ${code(args.platform)}: its index names a manifest that is not there.`,
    cause: `The registry does not hold ${code(args.digest)}. It was deleted, or never pushed with the index.`,
    fix: pushAgain,
  }),
  'blob-missing': args => ({
    message: `${image(args)} is broken for ${code(args.platform)}: a part of it is not there.`,
    cause: `The registry does not hold the content that ${code(args.digest)} names. It was deleted, or never pushed.`,
    fix: pushAgain,
  }),
}

function official({ reason }: FindingArgs): string | undefined {
  return reason === 'official'
    ? 'Official images of Docker Hub are never private, so a refusal means that there is none of this name.'
    : undefined
}

function isListed({ tag = '', tags, reason }: FindingArgs): boolean {
  return reason !== 'expired' && tags?.includes(tag) === true
}

function tagCause(args: FindingArgs): string {
  const { reason, tags } = args
  if (isListed(args)) return 'The registry lists the tag, but gives no manifest for it: it was deleted or is damaged.'
  if (reason === 'expired') return 'The tag existed and has expired or was deleted.'
  if (tags === undefined) return 'The registry knows no such tag; it did not show which it has.'
  if (tags.length === 0) return 'The repository has no tags at all.'
  const others = tags.length === 1 ? 'another tag' : 'other tags'
  return `The repository exists and has ${others}: ${series(tags.toReversed())}.`
}

function imagePolicy(args: FindingArgs): { message: string; cause: string; fix: string } {
  if (args.status === 405) return notServed(args)
  return {
    message: `${image(args)} is there, but ${code(args.registry)} refuses to give it out (HTTP ${args.status ?? '?'}).`,
    cause: `A policy of the registry stops the pull: a scan, a signature or a block.${quoted('It says', args.detail)}`,
    fix: 'Use a version that meets the policy, or ask whoever runs the registry for an exception.',
  }
}

// Quay's answer, whoever asks
function notServed(args: FindingArgs): { message: string; cause: string; fix: string } {
  return {
    message: `${image(args)} cannot be pulled: ${code(args.registry)} serves no images under this name (HTTP 405).`,
    cause: `The namespace was disabled, or the repository holds something else than images.${quoted('The registry says', args.detail)}`,
    fix: 'Find out where the image is kept now, or ask whoever runs the registry.',
  }
}

function runnerPolicy(args: FindingArgs): { message: string; cause: string; fix: string } {
  return {
    message: `Could not tell whether ${image(args)} can be pulled: ${code(args.registry)} refuses the address of this runner.`,
    cause: `A firewall of the registry lets only certain networks in; nodes may be among them.${quoted('It says', args.detail)}`,
    fix: 'Run the check from a network that the registry lets in, or allow the address of the runner.',
  }
}
