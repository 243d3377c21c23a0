import { nearName } from '../config/near-name.ts'
import type { IgnoreNote } from '../judge/policy/ignore-notes.ts'
import { findingCodes } from '../judge/codes.ts'
import type { WrongComment } from '../trace/ignores/inline-ignores.ts'
import type { Report } from './schema.ts'
import type { ReportParts } from './types.ts'
import { code as span } from './words/quote.ts'

type Note = Report['notes'][number]

/** What a person should know of the configuration rather than of an image. */
export function reportNotes(parts: ReportParts): readonly Note[] {
  const { changedConfiguration = [], judgement, untouched = [], wrongComments = [] } = parts
  // what a rule is for may be in a source that was left alone
  const ignoreNotes = (judgement.ignoreNotes ?? []).filter(({ why }) => why !== 'unmatched' || untouched.length === 0)
  const rules = ignoreNotes.map(ignoreNote)
  return [...changedConfiguration.map(configurationChanged), ...rules, ...wrongComments.map(wrongComment)]
}

/** A change of the configuration goes before all findings; the others may wait. */
export function splitNotes({ notes }: Pick<Report, 'notes'>): {
  readonly first: readonly Note[]
  readonly rest: readonly Note[]
} {
  const isFirst = ({ code }: Note): boolean => code === 'configuration-changed'
  return { first: notes.filter(isFirst), rest: notes.filter(note => !isFirst(note)) }
}

function configurationChanged(file: string): Note {
  return {
    code: 'configuration-changed',
    severity: 'warning',
    message: `This change edits ${span(file)}, by which it was checked. Read that edit first.`,
    location: locationOf({ file }),
  }
}

function ignoreNote({ why, rule }: IgnoreNote): Note {
  const { image, code, expires = '', place } = rule
  const what = `The ignore rule for ${span(image)}${code === undefined ? '' : ` and ${span(code)}`}`
  const location = place === undefined ? null : locationOf(place)
  if (why === 'unmatched')
    return {
      code: 'ignore-unmatched',
      severity: 'notice',
      message: `${what} matches no finding of this run. Remove it if nothing needs it any more.`,
      location,
    }
  const message = `${what} ended on ${expires} and ignores nothing any more. Remove it, or give it a later \`expires\`.`
  return { code: 'ignore-expired', severity: 'warning', message, location }
}

function wrongComment({ why, code, file, line }: WrongComment): Note {
  const message = `This comment ignores nothing, since it ${faultOf(why, code)}. ${howToIgnore}`
  return { code: 'ignore-comment-wrong', severity: 'warning', message, location: locationOf({ file, line }) }
}

function faultOf(why: WrongComment['why'], code: string): string {
  switch (why) {
    case 'no-code':
      return 'names no finding'
    case 'no-reason':
      return 'gives no reason'
    case 'unknown-code':
      return `names ${span(code)}, which is no finding${alike(code)}`
  }
}

function alike(code: string): string {
  const near = nearName(code, findingCodes)
  return near === undefined ? '' : ` (${span(near)} is one)`
}

const howToIgnore = 'Write `# will-it-pull: ignore <code> <reason>`.'

function locationOf({ file, line, column }: { file: string; line?: number; column?: number }): Note['location'] {
  const exact = line === undefined ? ('file' as const) : ('exact' as const)
  return {
    file,
    line: line ?? null,
    column: column ?? null,
    endLine: line ?? null,
    endColumn: null,
    path: null,
    confidence: exact,
  }
}
