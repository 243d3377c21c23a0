import type { FindingCode } from '../../judge/codes.ts'
import { nodeFileWords } from './node-files.ts'
import { code, counted, quoted } from './quote.ts'
import { renderFailure, skipped, unreadable } from './unread.ts'
import type { Rows } from './wording.ts'

type CoverageCode = Extract<
  FindingCode,
  'render-failed' | 'unreadable-document' | 'unresolved-source' | 'no-images-found' | 'image-like-string'
>

const wholeDocument = {
  subject: 'A document',
  outcome: 'could not be read, so it was not checked.',
  introduction: 'The parser says',
}

const unreadParts: Readonly<Record<string, typeof wholeDocument>> = {
  'image-no-text': { ...wholeDocument, subject: 'An image', introduction: 'The field is' },
  'too-many-images': {
    subject: 'Some images',
    outcome: 'were not read, so they were not checked.',
    introduction: 'The object is',
  },
}

/** What was not looked at, and why. */
export const coverageRows: Rows<CoverageCode> = {
  'render-failed': args => {
    const { cause, fix } = renderFailure(args.reason, args.detail)
    return { message: `${code(args.path)} does not render, so its images were not checked.`, cause, fix }
  },
  'unreadable-document': args => {
    if (args.reason?.startsWith('node-')) return nodeFileWords(args)
    const { cause, fix } = unreadable[args.reason ?? ''] ?? unreadable['syntax'] ?? { cause: '', fix: '' }
    const { subject, outcome, introduction } = unreadParts[args.reason ?? ''] ?? wholeDocument
    const place = args.path === '-' ? 'standard input' : code(args.path)
    return { message: `${subject} in ${place} ${outcome}`, cause: `${cause}${quoted(introduction, args.detail)}`, fix }
  },
  'unresolved-source': args => {
    const { cause, fix } = skipped[args.reason ?? ''] ?? {
      cause: 'It could not be turned into manifests here.',
      fix: '',
    }
    return {
      message: `${code(args.path)} was not checked.`,
      cause: `${cause}${quoted('In question', args.detail)}`,
      fix: fix === '' ? undefined : fix,
    }
  },
  'no-images-found': args => ({
    message: 'No image was found, so nothing was checked.',
    cause: `${counted(args.count ?? 0, 'source')} rendered to no pod at all.`,
    fix: 'Check `paths` and the values: a disabled component renders to nothing. `will-it-pull list` shows what is found.',
  }),
  'image-like-string': args => ({
    message:
      args.count === undefined
        ? `${code(args.reference ?? args.detail)} looks like an image but stands in no image field; it was not checked.`
        : `${counted(args.count, 'more text')} outside of image fields may be images too; none was checked.`,
    cause: `Environment variables, arguments and ConfigMaps may hold images that an operator pulls later.`,
    fix: 'To have such texts checked, as warnings at most, set `image-like-strings: check`.',
  }),
}
