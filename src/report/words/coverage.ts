import type { FindingCode } from '../../judge/codes.ts'
import { nodeFileWords } from './node-files.ts'
import { code, counted, quoted } from './quote.ts'
import { renderFailure, skipped, unreadable } from './unread.ts'
import type { Rows } from './wording.ts'

type CoverageCode = Extract<
  FindingCode,
  'render-failed' | 'unreadable-document' | 'unresolved-source' | 'no-images-found' | 'image-like-string'
>

/** What was not looked at, and why. */
export const coverageRows: Rows<CoverageCode> = {
  'render-failed': args => {
    const { cause, fix } = renderFailure(args.reason, args.detail)
    return { message: `${code(args.path)} does not render, so its images were not checked.`, cause, fix }
  },
  'unreadable-document': args => {
    if (args.reason?.startsWith('node-')) return nodeFileWords(args)
    const { cause, fix } = unreadable[args.reason ?? ''] ?? unreadable['syntax'] ?? { cause: '', fix: '' }
    return {
      message: `${args.reason === 'image-no-text' ? 'An image' : 'A document'} in ${args.path === '-' ? 'standard input' : code(args.path)} could not be read, so it was not checked.`,
      cause: `${cause}${quoted(args.reason === 'image-no-text' ? 'The field is' : 'The parser says', args.detail)}`,
      fix,
    }
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
