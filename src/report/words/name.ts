import type { FindingArgs } from '../../judge/types.ts'
import type { ReferenceReasonCode } from '../../reference/types.ts'
import { code, quoted } from './quote.ts'
import type { Rows, Wording } from './wording.ts'

type Reason = Pick<Wording, 'cause' | 'fix'>

const digestFix = 'Copy the digest again: `sha256:` and 64 of the digits `0-9a-f`.'
const hostFix = 'Write the registry as `host` or `host:port`, without user name or path.'
const pathRule =
  'A name has parts of lower-case letters and digits, with `.`, `_`, `__` or dashes between them, and `/` between the parts.'

const reasons: Readonly<Record<ReferenceReasonCode, Reason>> = {
  empty: { cause: 'It is empty.', fix: 'Set the image, or the value that the template reads.' },
  'too-long': { cause: 'It is far longer than any reference can be.', fix: 'Look at what fills the value.' },
  'template-residue': {
    cause: 'It still holds a piece of a template or a variable that nothing filled in.',
    fix: 'Set the value that the template reads, or fill in the variable before the check.',
  },
  'white-space': {
    cause: 'It holds white space.',
    fix: 'Remove blanks and line ends; look for a block scalar or a trailing blank in the values.',
  },
  'url-scheme': { cause: 'It begins with a URL scheme, which references do not have.', fix: 'Leave out the scheme.' },
  'image-id': {
    cause: 'A name of exactly 64 hexadecimal digits is taken for an image id.',
    fix: 'Put the repository before the digest: `registry/path@sha256:…`.',
  },
  'missing-name': { cause: 'There is no name before the tag or digest.', fix: 'Set the repository of the image.' },
  'empty-path-part': {
    cause: 'A part of the name is empty: it begins or ends with `/`, or has two in a row.',
    fix: 'Set the value that is empty, or remove the `/`.',
  },
  'upper-case': {
    cause: 'A repository name must be lower case; only tags may hold capitals.',
    fix: 'Write the repository in lower case.',
  },
  'path-characters': {
    cause: `Its name holds characters that names must not have. ${pathRule}`,
    fix: 'Correct the name.',
  },
  'path-too-long': {
    cause: 'A repository name may have 255 characters at most.',
    fix: 'Use a shorter repository name.',
  },
  host: { cause: 'What stands for the registry is no host name.', fix: hostFix },
  port: { cause: 'The port of the registry is no number.', fix: hostFix },
  'empty-tag': { cause: 'There is no tag after the `:`.', fix: 'Set the tag, or leave out the `:`.' },
  'plus-in-tag': {
    cause: 'A tag must not hold a `+`, although versions may.',
    fix: 'Write what the build wrote when it pushed the image, usually `_` or `-` instead.',
  },
  'tag-too-long': { cause: 'A tag may have 128 characters at most.', fix: 'Use a shorter tag.' },
  'tag-characters': {
    cause: 'A tag has letters, digits, `_`, `.` and `-` only, and begins with none of the last two.',
    fix: 'Correct the tag.',
  },
  'several-tags': { cause: 'It has more than one tag.', fix: 'Keep one; look for a tag in the repository value too.' },
  'empty-digest': { cause: 'There is no digest after the `@`.', fix: 'Set the digest, or leave out the `@`.' },
  'tag-after-digest': {
    cause: 'A tag stands after the digest.',
    fix: 'Write the tag before the `@`, or leave it out.',
  },
  'digest-without-algorithm': {
    cause: 'Its digest does not name the algorithm.',
    fix: 'Write `@sha256:` before the digits.',
  },
  'digest-algorithm': { cause: 'The algorithm of its digest is not known.', fix: digestFix },
  'digest-upper-case': { cause: 'A digest is written in lower case.', fix: 'Write the digest in lower case.' },
  'digest-length': { cause: 'Its digest is too short or too long.', fix: digestFix },
  'digest-characters': { cause: 'Its digest holds other characters than `0-9a-f`.', fix: digestFix },
}

const byCode = new Map<string, Reason>(Object.entries(reasons))

/** A reference that no node would even try to pull. */
export const nameRows: Rows<'invalid-reference' | 'empty-reference'> = {
  'invalid-reference': args => ({ message: `${code(args.reference)} is not an image reference.`, ...why(args) }),
  'empty-reference': () => ({
    message: 'The image is empty.',
    cause: 'The field is there, but nothing sets its value.',
    fix: 'Set the image, or the value that the template reads.',
  }),
}

function why({ reason = '', detail }: FindingArgs): Reason {
  if (reason === 'white-space' && detail !== undefined && detail.trim() !== '') return whiteSpace(detail)
  const { cause, fix } = byCode.get(reason) ?? reasons['path-characters']
  return { cause: `${cause}${quoted('The part in question', detail)}`, fix }
}

// a blank at the end is not seen where the text is quoted
function whiteSpace(text: string): Reason {
  const { fix } = reasons['white-space']
  if (/\s/.test(text.trim())) return { cause: `It holds white space.${quoted('The part in question', text)}`, fix }
  const ends = [...(/^\s/.test(text) ? ['begins'] : []), ...(/\s$/.test(text) ? ['ends'] : [])]
  return { cause: `It ${ends.join(' and ')} with white space, which is not seen here.`, fix }
}
